import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readContent } from '#io/content/read-content.ts';
import { type SavedContent, savedContent } from '../../../scripts/dev/saved-content.ts';
import { articleText, makeFolder, siteYaml } from '../../folder.ts';

const freeze = 'articles/en/cards/freeze.mdx';

interface Saved {
  content: SavedContent;
  /** How often all articles were read. */
  reads(): number;
  save(path: string, text: string | undefined): Promise<void>;
  ids(): Promise<string[]>;
  html(path: string): Promise<string | undefined>;
}

async function open(): Promise<Saved> {
  const folder = await makeFolder({
    'content/site.yaml': siteYaml,
    'content/facts.yaml': 'price: 5\n',
    [`content/${freeze}`]: articleText('Pay {facts.price}.'),
    'content/articles/en/cards/order.mdx': articleText('Order.'),
    'themes/plain/theme.yaml': 'version: 1\n',
  });
  const contentDir = join(folder, 'content');
  let reads = 0;
  const all = async () => {
    reads += 1;
    const { library } = await readContent(contentDir);
    return library?.articles ?? [];
  };
  const today = '2026-11-15';
  const options = {
    contentDir,
    outDir: '',
    theme: 'plain',
    audience: 'internal',
    today,
    popular: [],
    rising: [],
  } as const;
  const content = savedContent(
    { ...options, writing: true },
    {
      first: all().then((articles) => ({ articles, popular: [], rising: [] })),
      again: all,
      replace: async (apply) => apply(),
    },
  );
  await content.now();
  return {
    content,
    reads: () => reads,
    async save(path, text) {
      const file = join(contentDir, path);
      if (text === undefined) await rm(file);
      else await writeFile(file, text);
      content.changed(file);
      await content.settled();
    },
    ids: async () => (await content.now()).library.articles.map(({ id }) => id),
    async html(path) {
      const { library, htmlOf } = await content.now();
      const article = library.articles.find((one) => one.path === path);
      return article && htmlOf(article);
    },
  };
}

it('shows articles that were saved, added and removed, without reading all others', async () => {
  const { save, ids, html, reads } = await open();
  expect(await ids()).toEqual(['cards/freeze', 'cards/order']);
  await save(freeze, articleText('Now {facts.price}.'));
  await save('articles/en/cards/new.mdx', articleText('New.'));
  await save('articles/en/cards/order.mdx', undefined);
  expect(await ids()).toEqual(['cards/freeze', 'cards/new']);
  expect(await html(freeze)).toContain('Now 5.');
  expect(reads()).toBe(1);
});

it('reads all articles again if something changed that they can refer to', async () => {
  const { save, html, reads } = await open();
  await save('facts.yaml', 'price: 6\n');
  expect(await html(freeze)).toContain('Pay 6.');
  expect(reads()).toBe(2);
});

it('leaves out an article that cannot be read, until it can', async () => {
  const { save, ids } = await open();
  await save(freeze, articleText('<Callout>'));
  expect(await ids()).toEqual(['cards/order']);
  await save(freeze, articleText('Whole.'));
  expect(await ids()).toEqual(['cards/freeze', 'cards/order']);
});

it('keeps everything as it was while site.yaml or facts.yaml cannot be read', async () => {
  const { save, ids, html } = await open();
  await save('site.yaml', 'name: [');
  await save('facts.yaml', 'price: [');
  expect(await ids()).toEqual(['cards/freeze', 'cards/order']);
  expect(await html(freeze)).toContain('Pay 5.');
  await save('site.yaml', siteYaml);
  await save('facts.yaml', 'price: 7\n');
  expect(await html(freeze)).toContain('Pay 7.');
});
