import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../folder.ts';
import { run } from '../../run.ts';

const article = (topic: string, body = 'Wait.') => `---\ntitle: About ${topic}\ntopics: [${topic}]\n---\n\n${body}\n`;
const days = ['2026-10-20', '2026-10-27', '2026-11-03', '2026-11-10', '2026-11-15'];

async function makeProject(): Promise<string> {
  const root = await makeFolder({
    'content/site.yaml': 'name: Pilvi\nlocales: [en]\ndefaultLocale: en\n',
    'content/topics.yaml': `topics:\n${['a', 'b', 'c', 'd'].map((id) => `  ${id}:\n    categories: [${id}]\n`).join('')}`,
    'content/facts.yaml': 'fee: 3 euros\nlimit: 500 euros\n',
    'content/snippets/en/wait.mdx': 'Wait a day.\n',
    'content/articles/en/x/a.mdx': article('a'),
    'content/articles/en/x/b.mdx': article('b', 'It costs {facts.fee}.'),
    'content/articles/en/x/c.mdx': article('c', '<Snippet name="wait" />'),
    'content/articles/en/x/d.mdx': article('d', 'Up to {facts.limit}.'),
    'content/tickets/desk.csv': `day,locale,category,tickets\n${days
      .flatMap((day) => ['a', 'b', 'c', 'd'].map((id) => `${day},en,${id},5\n`))
      .join('')}`,
  });
  git(root, 'init', '--quiet');
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message', 'Start');
  return root;
}

function git(root: string, ...words: string[]): void {
  execFileSync('git', ['-C', root, '-c', 'user.name=Test', '-c', 'user.email=test@pilvi.example', ...words]);
}

async function flagged(root: string, base: string): Promise<string[]> {
  const { code, stdout, stderr } = await run('tickets', ['report', '--changed', base, '--json'], root);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout).flagged.map(({ article }: { article: string }) => article);
}

describe('tickets report --changed', () => {
  it('lists only articles that are different, also through snippets and facts', async () => {
    const root = await makeProject();
    expect(await flagged(root, 'HEAD')).toEqual([]);
    await writeFile(join(root, 'content/articles/en/x/a.mdx'), article('a', 'Wait two days.'));
    expect(await flagged(root, 'HEAD')).toEqual(['x/a']);
    await writeFile(join(root, 'content/facts.yaml'), 'fee: 4 euros\nlimit: 500 euros\n');
    expect(await flagged(root, 'HEAD')).toEqual(['x/a', 'x/b']);
    await writeFile(join(root, 'content/snippets/en/wait.mdx'), 'Wait three days.\n');
    git(root, 'commit', '--quiet', '--all', '--message', 'Change');
    expect(await flagged(root, 'HEAD~1')).toEqual(['x/a', 'x/b', 'x/c']);
    expect(await flagged(root, 'HEAD')).toEqual([]);
  });

  it('says what to do if git does not have the version', async () => {
    const root = await makeProject();
    for (const base of ['gone', '--output=x']) {
      const { code, stderr } = await run('tickets', ['report', `--changed=${base}`], root);
      expect(code).toBe(1);
      expect(stderr).toContain(`can't be compared with "${base}"`);
    }
  });
});
