import { expect, it } from 'vitest';
import { importCollection } from '#intake/articles/importers/import-collection.ts';
import { markdown } from '#intake/articles/importers/markdown.ts';
import { articleIn, importTexts, lossesOf } from './import-texts.ts';

const [help, returns] = ['1f2e3d4c5b6a798801020304a5b6c7d8', '0a1b2c3d4e5f60718293a4b5c6d7e8f9'];

it('an export of Notion has no numbers in names, and its properties are metadata', () => {
  const imported = importTexts(
    {
      [`Help ${help}.md`]: `# Help\n\n[Returns](Help%20${help}/Returns%20${returns}.md)`,
      [`Help ${help}/Returns ${returns}.md`]: `# Returns\n\nCreated: March 4, 2025\nTags: Money, Post\nStatus: Draft\nOwner: Mika\n\n<aside>\n💡 Keep the **receipt**.\n\n</aside>\n\n[Table](Returns%20${returns}/Table%20${help}.csv)`,
    },
    [`Help ${help}/Returns ${returns}/Table ${help}.csv`],
  );
  expect(imported.files.map(({ path }) => path).filter((path) => path.endsWith('.mdx'))).toEqual([
    'articles/en/general/help.mdx',
    'articles/en/help/returns.mdx',
  ]);
  expect(articleIn(imported, 'help/returns')).toBe(
    '---\ntitle: Returns\naliases:\n  - Money\n  - Post\nowner: Mika\nconfidence: work-in-progress\n---\n\n<Callout type="tip">\n  Keep the **receipt**.\n</Callout>\n\n[Table](./table.csv)\n',
  );
  expect(lossesOf(imported)).toEqual([
    `Help ${help}.md:3 The link to Help%20${help}/Returns%20${returns}.md leads to an article that isn't public; only its text was kept.`,
    `Help ${help}/Returns ${returns}.md:1 The source says "Status: Draft". The article is a work in progress now.`,
    `Help ${help}/Returns ${returns}.md:3 The property "Created: March 4, 2025" isn't supported and was left out.`,
  ]);
});

it('a table with rows that are not public is not copied, and links by the address of a page lead to it', () => {
  const id = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
  const table = `Lids ${id.replace('0', 'a')}.csv`;
  const files = [
    {
      path: `Home ${id}.md`,
      text: `# Home\n\n[Lids](${encodeURIComponent(table)}) [Home](https://www.notion.so/Home-${id}?pvs=21)\n\n<aside>\n<img src="https://www.notion.so/icons/warning_red.svg" alt="x" />\n\nHot\n\n</aside>`,
    },
    { path: table, text: 'Name,Status\nSmall,Published\nSecret,Draft' },
  ];
  const options = { locale: 'en', name: 'Pilvi', today: '2026-11-30' };
  const imported = importCollection(markdown.collect(files, new Set([table]), options), options);
  expect(imported.copies).toEqual([]);
  expect(imported.files.find(({ path }) => path.endsWith('home.mdx'))?.text).toContain(
    'Lids Home\n\n<Callout type="warning">\n  Hot\n</Callout>',
  );
  expect(imported.losses).toContainEqual({
    path: table,
    what: "A row of this table is not public, so the file wasn't copied.",
    kind: 'private',
  });
});
