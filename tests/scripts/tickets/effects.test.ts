import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDays } from '#kb/values/day.ts';
import { makeFolder } from '../../folder.ts';
import { run } from '../../run.ts';
import { content } from '../../tickets.ts';

const lost = 'content/articles/en/cards/lost.mdx';
const rows = Array.from({ length: 140 }, (_, n) => addDays('2026-01-01', n)).map(
  (day, n) => `${day},en,card_late,20\n${day},en,lost_card,${n > 70 ? 3 : 6}\n`,
);
const files = { ...content, 'content/tickets/zendesk.csv': `day,locale,category,tickets\n${rows.join('')}` };

function commit(root: string, day: string): void {
  const git = (...words: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=A', '-c', 'user.email=a@pilvi.example', ...words], {
      env: { ...process.env, GIT_COMMITTER_DATE: `${day}T12:00:00Z` },
    });
  git('init', '-q');
  git('add', '--all');
  git('commit', '-q', '-m', 'Change');
}

describe('the effects of edits in the report', () => {
  it('is in all forms of the report, the same each time', async () => {
    const root = await makeFolder(files);
    commit(root, '2026-01-01');
    await writeFile(join(root, lost), files[lost].replace('Freeze it.', 'Freeze it in the app.'));
    commit(root, '2026-03-12');
    const [text, markdown, json, again] = await Promise.all([
      run('tickets', ['report'], root),
      run('tickets', ['report', '--markdown'], root),
      run('tickets', ['report', '--json'], root),
      run('tickets', ['report', '--json'], root),
    ]);
    const says = 'fell by 50% compared with all other topics (95% interval ';
    expect(text.stdout.split('Did edits help?\n')[1]?.replace(/\s+/g, ' ')).toContain(says);
    expect(markdown.stdout.split('## Did edits help?\n')[1]).toContain(says);
    const report = JSON.parse(json.stdout);
    expect(report.effects).toMatchObject([
      { article: 'cards/lost', locale: 'en', day: '2026-03-12', before: 336, after: 168, ratio: 0.5, verdict: 'fell' },
    ]);
    expect(again.stdout).toBe(json.stdout);
  });

  it('is one sentence if there is no history', async () => {
    const root = await makeFolder(files);
    const { code, stdout } = await run('tickets', ['report'], root);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /Did edits help\?\nOhje can't tell whether edits helped: .* git repository\.\n\nSupport metrics/,
    );
  });
});
