import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readComponents } from '#io/content/code-folders.ts';
import { readContent } from '#io/content/read-content.ts';
import { articleText, makeFolder, siteYaml } from '../../folder.ts';
import { makeSite } from '../../make.ts';

const files = {
  'content/site.yaml': siteYaml,
  'content/articles/en/cards/Rate.astro': '',
  'themes/acme/theme.yaml': 'version: 1\n',
  'themes/acme/Rate.astro': '',
  'themes/acme/rate.ts': '',
  'themes/other/theme.yaml': 'version: 1\n',
  'themes/other/Rate.astro': '',
  'shared/Rate.astro': '',
};

async function componentsOf(differs: Record<string, unknown> = {}, untrusted = false) {
  const root = await makeFolder(files);
  await symlink(join(root, 'shared/Rate.astro'), join(root, 'themes/acme/Linked.astro'));
  await symlink('/', join(root, 'linked'));
  const { find } = await readComponents(join(root, 'content'), makeSite(differs), 'acme', { untrusted });
  return { root, find };
}

describe('a component that an article imports', () => {
  it('can be in the theme that is used', async () => {
    const { root, find } = await componentsOf();
    expect(find('../themes/acme/Rate.astro', [])).toEqual({ file: join(root, 'themes/acme/Rate.astro') });
  });

  it('can be in the theme of a brand that the article or a section is limited to', async () => {
    const { find } = await componentsOf();
    expect(find('../themes/other/Rate.astro', [])).toHaveProperty('says');
    expect(find('../themes/other/Rate.astro', ['other'])).toHaveProperty('file');
    const sections = { cards: { title: 'Cards', brands: ['other'] } };
    expect((await componentsOf({ sections })).find('../themes/other/Rate.astro', [])).toHaveProperty('file');
  });

  it('can be in a folder that site.yaml names', async () => {
    expect((await componentsOf()).find('../shared/Rate.astro', [])).toHaveProperty('says');
    expect((await componentsOf({ components: ['shared'] })).find('../shared/Rate.astro', [])).toHaveProperty('file');
  });

  it.each([
    ['next to the article', 'articles/en/cards/Rate.astro'],
    ['a script', '../themes/acme/rate.ts'],
    ['a link to a file elsewhere', '../themes/acme/Linked.astro'],
    ['missing', '../themes/acme/Rates.astro'],
    ['a property of all objects', 'constructor'],
  ])('cannot be %s', async (_, path) => {
    expect((await componentsOf({ components: ['linked'] })).find(path, [])).toHaveProperty('says');
  });

  it('can be nowhere if the content is not trusted', async () => {
    const { find } = await componentsOf({ components: ['shared'] }, true);
    expect(find('../themes/acme/Rate.astro', [])).toHaveProperty('says');
    expect(find('../shared/Rate.astro', [])).toHaveProperty('says');
  });

  it.each(['..', '../other', '/etc', '.', 'a/../../b', 'C:\\a', '.git'])(
    'cannot be in a folder that is not next to the content: %s',
    (folder) => {
      expect(() => makeSite({ components: [folder] })).toThrow();
    },
  );
});

it('is refused in a snippet and in a translation like anywhere else', async () => {
  const line = "import Rate from '../../../themes/acme/Rate.astro';\n\n{process.env.HOME}\n";
  const root = await makeFolder({
    ...files,
    'content/site.yaml': 'name: Pilvi\nlocales: [en, fi]\ndefaultLocale: en\ntheme: acme\n',
    'content/articles/en/cards/order.mdx': articleText(),
    'content/articles/fi/cards/order.mdx': `---\ntitle: Tilaa\n---\n\nexport const a = 1;\n`,
    'content/snippets/en/rate.mdx': line,
  });
  const { findings } = await readContent(join(root, 'content'), { theme: undefined });
  expect(findings.map(({ code, path, line: at }) => `${code} ${path}:${at}`)).toEqual([
    'code-unsafe articles/fi/cards/order.mdx:5',
    'code-unsafe snippets/en/rate.mdx:1',
    'variable-unknown snippets/en/rate.mdx:3',
  ]);
});
