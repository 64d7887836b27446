import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pageKey } from '#build/keeping/page-key.ts';
import type { SiteEntry } from '#io/content/store.ts';
import { makeFolder, siteYaml } from '../../folder.ts';

const entry = { base: '/', audience: 'public' } as SiteEntry;
const company = {
  'help/site.yaml': siteYaml,
  'help/facts.yaml': 'fee: 7 EUR',
  'help/topics.yaml': 'topics: {}',
  'help/strings/en.yaml': 'a: b',
  'help/snippets/en/contact.mdx': 'Call us.',
  'help/articles/en/cards/order.mdx': 'Order',
  'help/articles/en/cards/card.svg': '<svg/>',
  'help/tickets/zendesk.csv': 'day',
  'themes/pilvi/theme.yaml': 'tokens: {}',
  'parts/Rate.astro': '<p>5 %</p>',
};
const code = ['articles/en/cards/rates.mdx'];

/** The key, and whether it is another one after a file changed. */
async function keyOf(codeArticles: readonly string[] = []) {
  const root = await makeFolder(company);
  const key = () => pageKey(join(root, 'help'), codeArticles, entry);
  const before = await key();
  return {
    root,
    key,
    async differsAfter(file: string, text = 'changed') {
      await writeFile(join(root, file), text);
      return (await key()) !== before;
    },
  };
}

describe('what pages are rendered with', () => {
  it('is the same in another copy of the content', async () => {
    const [one, other] = [await keyOf(), await keyOf()];
    expect(await one.key()).toBe(await other.key());
  });

  it.each(['help/site.yaml', 'help/strings/en.yaml', 'themes/pilvi/theme.yaml', 'parts/Rate.astro', 'parts/New.astro'])(
    'changes with %s',
    async (file) => expect(await (await keyOf()).differsAfter(file)).toBe(true),
  );

  it.each([
    'help/articles/en/cards/order.mdx',
    'help/articles/en/cards/new.mdx',
    'help/articles/en/cards/card.svg',
    'help/snippets/en/contact.mdx',
    'help/facts.yaml',
    'help/topics.yaml',
    'help/tickets/zendesk.csv',
  ])('stays the same after a change of %s, which pages have from their site', async (file) =>
    expect(await (await keyOf()).differsAfter(file)).toBe(false),
  );

  it.each(['help/facts.yaml', 'help/snippets/en/contact.mdx', 'help/articles/en/cards/card.svg', `help/${code[0]}`])(
    'changes with %s if an article is compiled that can refer to it',
    async (file) => expect(await (await keyOf(code)).differsAfter(file)).toBe(true),
  );

  it('changes with a variable that parts of a theme can read', async () => {
    const { key } = await keyOf();
    const before = await key();
    process.env.PUBLIC_PLAN = 'pro';
    onTestFinished(() => void delete process.env.PUBLIC_PLAN);
    expect(await key()).not.toBe(before);
  });

  it('is never the same if a part is a link, or Astro makes pictures for it', async () => {
    const linked = await keyOf();
    await symlink('Rate.astro', join(linked.root, 'parts/Linked.astro'));
    const pictures = await keyOf();
    await writeFile(join(pictures.root, 'parts/Rate.astro'), "---\nimport { Image } from 'astro:assets';\n---\n");
    for (const { key } of [linked, pictures]) expect(await key()).not.toBe(await key());
  });
});
