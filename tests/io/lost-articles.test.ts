import { execFile } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { checkContent } from '#io/check-content.ts';
import { readLostArticles } from '#io/lost-articles.ts';
import { articleText, makeFolder } from '../folder.ts';
import { voiceFaults } from '../voice.ts';

const siteYaml = 'name: Pilvi\nlocales: [en]\ndefaultLocale: en\n';
const at = (name: string) => `content/articles/en/cards/${name}.mdx`;
const text = (name: string, lines = '') => articleText(`All about ${name}, and how to ${name} it again.`, lines);

async function git(root: string, ...words: string[]): Promise<void> {
  const own = ['-c', 'user.name=A Writer', '-c', 'user.email=writer@pilvi.example', '-c', 'protocol.file.allow=always'];
  await promisify(execFile)('git', ['-C', root, ...own, ...words]);
}

async function commit(root: string, files: Record<string, string> = {}): Promise<void> {
  for (const [path, written] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), written);
  }
  await git(root, 'add', '--all');
  await git(root, 'commit', '-q', '-m', 'Change');
}

async function makeRepository(files: Record<string, string>): Promise<string> {
  const root = await makeFolder({ 'content/site.yaml': siteYaml });
  await git(root, 'init', '-q', '-b', 'main');
  await commit(root, files);
  return root;
}

async function missing(root: string): Promise<string[]> {
  const { findings } = await checkContent(join(root, 'content'), undefined, {}, '2026-11-30');
  expect(findings.flatMap(voiceFaults)).toEqual([]);
  return findings
    .filter(({ code }) => code === 'redirect-missing')
    .map(({ fix }) => fix)
    .sort();
}

describe('addresses of articles that are no longer there', () => {
  it('lead to where git says the article is now, through all its moves', async () => {
    const root = await makeRepository({ [at('order')]: text('order'), [at('freeze')]: text('freeze') });
    await git(root, 'mv', at('order'), at('order-a-card'));
    await commit(root);
    await git(root, 'mv', at('order-a-card'), at('get-a-card'));
    await commit(root, { 'content/articles/en/cards/lost.mdx': text('lost') });
    expect(await missing(root)).toEqual([
      'Add redirectFrom: [/en/cards/order-a-card] to the front matter of articles/en/cards/get-a-card.mdx.',
      'Add redirectFrom: [/en/cards/order] to the front matter of articles/en/cards/get-a-card.mdx.',
    ]);
    await commit(root, { [at('get-a-card')]: text('order', 'redirectFrom: [/en/cards/order/, /old]\n') });
    expect(await missing(root)).toEqual([
      'Add "/en/cards/order-a-card" to "redirectFrom" in the front matter of articles/en/cards/get-a-card.mdx.',
    ]);
  });

  it('are found before the move is committed, even if git does not know where the article went', async () => {
    const root = await makeRepository({ [at('order')]: text('order'), [at('freeze')]: text('freeze') });
    await rename(join(root, at('order')), join(root, at('get-one')));
    expect(await missing(root)).toEqual([
      'Add redirectFrom: [/en/cards/order] to the front matter of articles/en/cards/get-one.mdx.',
    ]);
  });

  it('are found if the article was deleted, unless it is back or was never public', async () => {
    const root = await makeRepository({
      [at('order')]: text('order'),
      [at('freeze')]: text('freeze'),
      [at('stay')]: text('stay'),
      [at('draft')]: text('draft', 'confidence: work-in-progress\n'),
      [at('internal')]: text('internal', 'audience: internal\n'),
    });
    for (const name of ['order', 'freeze', 'draft', 'internal']) await rm(join(root, at(name)));
    await commit(root);
    await commit(root, { [at('freeze')]: text('thaw') });
    expect(await missing(root)).toEqual([
      'Add redirectFrom: [/en/cards/order] to the front matter of the article that replaces it.',
    ]);
  });

  it('are not known outside a repository, without a commit, and in a shallow clone', async () => {
    const outside = await makeFolder({ 'content/site.yaml': siteYaml, [at('order')]: text('order') });
    expect(await readLostArticles(join(outside, 'content'))).toEqual([]);
    await git(outside, 'init', '-q', '-b', 'main');
    expect(await readLostArticles(join(outside, 'content'))).toEqual([]);
    await commit(outside);
    await rm(join(outside, at('order')));
    await commit(outside, { [at('freeze')]: text('freeze') });
    expect(await readLostArticles(join(outside, 'content'))).toHaveLength(1);
    const clone = join(await makeFolder({}), 'clone');
    await promisify(execFile)('git', ['clone', '-q', '--depth', '1', `file://${outside}`, clone]);
    expect(await readLostArticles(join(clone, 'content'))).toEqual([]);
  });
});
