import { existsSync } from 'node:fs';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { takeSnapshot } from '#io/content/snapshot.ts';
import { listFiles } from '#io/machine/files.ts';
import { makeFolder, siteYaml } from '../../folder.ts';

async function snapshotOf(contentDir: string) {
  const snapshot = await takeSnapshot(contentDir);
  onTestFinished(() => snapshot.remove());
  return snapshot;
}

it('copies what is read of a content folder and its themes, and nothing else', async () => {
  const root = await makeFolder({
    'help/site.yaml': siteYaml,
    'help/articles/en/cards/order.mdx': 'Order',
    'help/articles/en/cards/card.svg': '<svg/>',
    'help/articles/en/cards/.draft.mdx': '',
    'help/articles/en/node_modules/x.js': '',
    'help/strings/en.yaml': '',
    'help/dist/index.html': '',
    'help/.env': '',
    'themes/pilvi/theme.yaml': '',
  });
  const { root: copy, contentDir, articles, failed } = await snapshotOf(join(root, 'help'));
  expect(dirname(contentDir)).toBe(copy);
  expect([...articles.keys()]).toEqual(['articles/en/cards/order.mdx']);
  expect(await listFiles(copy)).toEqual([
    'help/articles/en/cards/card.svg',
    'help/site.yaml',
    'help/strings/en.yaml',
    'themes/pilvi/theme.yaml',
  ]);
  expect(failed).toEqual([]);
});

it('stays the same if a file changes afterwards', async () => {
  const code = `import Rate from '../../../parts/Rate.astro';\n`;
  const root = await makeFolder({
    'site.yaml': siteYaml,
    'articles/en/cards/order.mdx': 'old',
    'articles/en/cards/rates.mdx': code,
  });
  const { contentDir, articles } = await snapshotOf(root);
  for (const name of ['order', 'rates']) await writeFile(join(root, `articles/en/cards/${name}.mdx`), 'new');
  expect(articles.get('articles/en/cards/order.mdx')?.toString()).toBe('old');
  // It is compiled from the copy.
  expect(await readFile(join(contentDir, 'articles/en/cards/rates.mdx'), 'utf8')).toBe(code);
});

it('follows no links in the content, and ends with them', async () => {
  const root = await makeFolder({ 'help/site.yaml': siteYaml, 'help/articles/en/a/b.mdx': '', secret: 'x' });
  await symlink('../../../../secret', join(root, 'help/articles/en/a/linked.mdx'));
  await symlink('..', join(root, 'help/articles/en/a/loop'));
  const snapshot = await takeSnapshot(join(root, 'help'));
  expect([...snapshot.articles.keys()]).toEqual(['articles/en/a/b.mdx']);
  expect(await listFiles(snapshot.contentDir)).toEqual(['site.yaml']);
  await snapshot.remove();
  expect(existsSync(snapshot.root)).toBe(false);
  expect(existsSync(join(root, 'secret'))).toBe(true);
});

it('has the components that a site.yaml with mistakes names, so they are not reported as missing', async () => {
  const root = await makeFolder({
    'help/site.yaml': `${siteYaml}components: [parts]\nname: Again\n`,
    'parts/Rate.astro': '<p>5 %</p>',
  });
  const { root: copy } = await snapshotOf(join(root, 'help'));
  expect(await listFiles(copy)).toEqual(['help/site.yaml', 'parts/Rate.astro']);
});
