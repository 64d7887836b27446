import { describe, expect, it } from 'vitest';
import { importCollection } from '#intake/articles/importers/import-collection.ts';
import { markdown } from '#intake/articles/importers/markdown.ts';
import { bodyIn, faultsOf, lossesOf } from '../import-texts.ts';

const OPTIONS = { locale: 'en', name: 'Pilvi', today: '2026-11-30' };

/** Imports texts of any kind by path; those that aren't Markdown are files too. */
function importAll(texts: Record<string, string>) {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const assets = new Set(Object.keys(texts).filter((path) => !markdown.reads(path)));
  const imported = importCollection(markdown.collect(files, assets, OPTIONS), OPTIONS);
  expect(imported.files.filter(({ path }) => path.endsWith('.mdx')).flatMap(({ text }) => faultsOf(text))).toEqual([]);
  return imported;
}

const articlesOf = (texts: Record<string, string>) =>
  importAll(texts).files.flatMap(({ path }) => (path.endsWith('.mdx') ? [path.slice('articles/en/'.length, -4)] : []));

it('files that a page names with functions of Docusaurus are found', () => {
  const imported = importAll({
    'docs/a.md':
      '![x](/img/a.png)\n\n<img src={require(\'@site/static/img/a.png\').default} alt="A" />\n\n<img src={useBaseUrl(\'/img/a.png\')} alt="B" />',
    'static/img/a.png': '',
  });
  expect(bodyIn(imported, 'general/a')).toBe('![x](./a.png)\n\n![A](./a.png) ![B](./a.png)');
});

it('what MkDocs adds to every page explains its abbreviations', () => {
  const config =
    'markdown_extensions:\n  - pymdownx.snippets:\n      auto_append:\n        - includes/abbreviations.md\n';
  const imported = importAll({
    'docs/a.md': 'The SLA.',
    'mkdocs.yml': config,
    'includes/abbreviations.md': '*[SLA]: Service level',
  });
  expect(bodyIn(imported, 'general/a')).toBe('The <abbr title="Service level">SLA</abbr>.');
  expect(lossesOf(imported)).toEqual([]);
});

it('what the front of a page shows is text of the article', () => {
  const front =
    '---\ntitle: Start\nhero:\n  tagline: All lids\n  image: { src: /a.png, alt: Lid }\n  actions:\n    - { text: Begin, link: /b }\nfeatures:\n  - { title: Hot, details: Very hot }\nbanner: { content: New }\n---\n';
  const imported = importAll({ 'index.md': `${front}Text.`, 'b.md': '# B\n\nText.', 'public/a.png': '' });
  expect(bodyIn(imported, 'general/overview')).toBe(
    '<Callout type="note">\n  New\n</Callout>\n\nAll lids\n\n![Lid](./a.png)\n\n[Begin](/general/b)\n\n**Hot**\n\nVery hot\n\nText.',
  );
  expect(lossesOf(imported)).toEqual([]);
});

it('expressions of Vue say what they can, pictures that MDX imports are shown, and pages know their front matter', () => {
  const vue = 'Lid {{ 1.5 }} {{ $frontmatter.price }} {{ count }} <span v-pre>{{ kept }}</span>';
  const imported = importAll({
    'docs/.vitepress/config.ts': 'export default {}',
    'docs/a.md': `---\nprice: 2 €\n---\n${vue}`,
    'docs/b.mdx':
      '---\ntitle: Lids\n---\nimport lid from \'./lid.png\';\n\n{frontmatter.title}: <img src={lid.src} alt="A" />',
    'docs/lid.png': '',
  });
  expect(bodyIn(imported, 'general/a')).toBe('Lid 1.5 2 € \\{\\{ kept }}'.replace('1.5', '1.5'));
  expect(bodyIn(imported, 'general/b')).toBe('Lids: ![A](./lid.png)');
  expect(lossesOf(imported)).toContain(
    'docs/a.md:4 The expression {{ count }} works only on the old site and was left out.',
  );
});

it('variables of GitBook are put in their place', () => {
  const page =
    '---\nvars:\n  plan: Pro\n---\nUse <code class="expression">space.vars.version</code> of <code class="expression">page.vars.plan</code>.';
  const imported = importAll({ 'a.md': page, '.gitbook/vars.yaml': 'version: v2' });
  expect(bodyIn(imported, 'general/a')).toBe('Use v2 of Pro.');
});

it('loops over data of the source are written out, and others are reported', () => {
  const page =
    '{% for lid in site.data.lids %}\n- {{ lid.name }}: {{ lid.price }} ({{ forloop.index }})\n{% endfor %}\n\n{% for page in site.pages %}\n- {{ page.title }}\n{% endfor %}';
  const imported = importAll({
    'a.md': page,
    '_data/lids.yml': '- name: Small\n  price: 1.50\n- name: Large\n  price: 2',
  });
  expect(bodyIn(imported, 'general/a')).toBe('- Small: 1.50 (1)\n- Large: 2 (2)');
  expect(lossesOf(imported)).toEqual([
    'a.md:5 What the old site listed here from "site.pages" was left out: "- {{ page.title }}"',
  ]);
});

it('pages in HTML with front matter are articles, and documents of other kinds are reported', () => {
  const imported = importAll({
    'a.md': '# A\n\nHot.',
    'b/lid.html': '---\ntitle: Lid\n---\n<p>Hot\n\n    *lid*</p>\n<pre>\na\n\n  b</pre>',
    'b/boil.rst': 'Boil',
    '_layouts/page.html': '---\nlayout: x\n---\n{{ content }}',
  });
  expect(bodyIn(imported, 'b/lid')).toBe('Hot \\*lid\\*\n\n```\na\n\n  b\n```');
  expect(lossesOf(imported)).toEqual(["b/boil.rst The file isn't Markdown, so it wasn't imported as an article."]);
});

describe('a file that a page includes', () => {
  it.each([
    ['MkDocs', '--8<-- "parts/lid.md"'],
    ['MkDocs, several files', '--8<--\nparts/lid.md\n--8<--'],
    ['markdown-include', '{!parts/lid.md!}'],
    ['include-markdown', '{% include-markdown "../parts/lid.md" %}'],
    ['VitePress', '<!--@include: ../parts/lid.md-->'],
    ['VitePress from the root', '<!-- @include: @/parts/lid.md -->'],
    ['VuePress', '@include(../parts/lid.md)'],
    ['Jekyll', '{% include_relative ../parts/lid.md %}'],
    ['GitBook', '{% include "../parts/lid.md" %}'],
    ['Hugo', '{{% include "parts/lid.md" %}}'],
    ['Hugo, a file', '{{< readfile file="/parts/lid.md" >}}'],
    ['Quarto', '{{< include ../parts/lid.md >}}'],
    ['mdBook', '{{#include ../parts/lid.md}}'],
    ['DocFX', '[!INCLUDE [lid](../parts/lid.md)]'],
    ['docsify', "[lid](../parts/lid.md ':include')"],
    ['MyST', '```{include} ../parts/lid.md\n```'],
    ['Mintlify', '<Snippet file="lid.md" />'],
    ['MDX', "import Lid from '../parts/lid.md';\n\n<Lid />"],
  ])('is put in its place: %s', (_name, mark) => {
    const texts = { 'a/b.md': `One.\n\n${mark}\n\nTwo.`, 'parts/lid.md': '---\n---\nClose the **lid**.\n' };
    const imported = importAll(texts);
    expect(bodyIn(imported, 'a/b')).toBe('One.\n\nClose the **lid**.\n\nTwo.');
    expect(lossesOf(imported)).toEqual([]);
  });

  it('is no article of its own, unless it has the place and the front matter of one', () => {
    const lid = '---\ntitle: Lid\n---\nClose it.';
    expect(articlesOf({ 'a/b.md': '--8<-- "a/c.md"', 'a/c.md': 'Close it.' })).toEqual(['a/b']);
    expect(articlesOf({ 'a/b.md': '--8<-- "a/c.md"', 'a/c.md': lid })).toEqual(['a/b', 'a/c']);
    expect(articlesOf({ 'a/b.md': '# B\n\nText.', 'a/_c.md': 'Close it.' })).toEqual(['a/b']);
    expect(lossesOf(importAll({ 'a/b.md': '# B\n\nText.', 'a/_c.md': 'Close it.' }))).toEqual([
      "a/_c.md The file is a part of other pages, but no page includes it. It wasn't imported.",
    ]);
  });

  it('is an article if it is imported but shown nowhere', () => {
    expect(articlesOf({ 'a/b.mdx': "import Lid from './c.md';\n\nOne.", 'a/c.md': 'Close it.' })).toEqual([
      'a/b',
      'a/c',
    ]);
  });

  it('can import itself, or a page that imports it', () => {
    const page = "import {x} from './b.mdx';\n\nOne {x}.";
    expect(articlesOf({ 'a/b.mdx': page })).toEqual(['a/b']);
    const other = "import {y} from './b.mdx';\n\nexport const x = 'lid';\n\nTwo.";
    const imported = importAll({ 'a/b.mdx': "import {x} from './c.mdx';\n\n# B\n\nOne {x}.", 'a/c.mdx': other });
    expect(bodyIn(imported, 'a/b')).toBe('One lid.');
    expect(bodyIn(imported, 'a/c')).toBe('Two.');
  });

  it('keeps its own links, includes others, and gives lines, sections and code', () => {
    const imported = importAll({
      'a/b.md':
        '- One\n\n    --8<-- "parts/one.md"\n\n<<< ../parts/run.sh\n\n--8<-- "parts/two.md:lid"\n\n<!--@include: ../parts/two.md{5,5}-->',
      'parts/one.md': '[B](../a/b.md) and [C](c.md)\n\n--8<-- "parts/two.md:lid"',
      'parts/two.md': 'Before\n<!-- --8<-- [start:lid] -->\nThe lid\n<!-- --8<-- [end:lid] -->\nAfter',
      'parts/c.md': '---\ntitle: C\n---\nText.',
      'parts/run.sh': 'lid --close',
    });
    expect(bodyIn(imported, 'a/b')).toBe(
      '- One\n\n  B and [C](/parts/c)\n\n  The lid\n\n```bash\nlid --close\n```\n\nThe lid\n\nAfter',
    );
  });

  it('is missed if it is not there or includes itself, and shown as it is in code', () => {
    const imported = importAll({
      'a/b.md': 'Text.\n\n--8<-- "gone.md"\n\n--8<-- "a/c.md"\n\n```\n--8<-- "example.md"\n```',
      'a/c.md': 'C\n\n--8<-- "a/c.md"',
    });
    expect(bodyIn(imported, 'a/b')).toBe('Text.\n\nC\n\n```\n--8<-- "example.md"\n```');
    expect(lossesOf(imported)).toEqual([
      'a/b.md:3 The file "gone.md" should be included here, but it isn\'t in the folder.',
      'a/b.md:5 "a/c.md" includes itself; the second time was left out.',
    ]);
  });
});

describe('a constant', () => {
  it('of MDX is put in, also in attributes and code, and nothing is run', () => {
    const imported = importAll({
      'a/b.mdx': [
        "import Lid, { color } from './_lid.mdx';",
        "import prices from './prices.json';",
        "import run from '!!raw-loader!./run.sh';",
        '',
        'export const price = "19 €", text = "Only " + price;',
        'export const order = `kettle order lid',
        '',
        'kettle pay`;',
        '',
        'A lid costs {price} or {prices.big}, {text}, in {color}.',
        '',
        '<Lid name={price}>two *lids*</Lid>',
        '',
        '<CodeBlock language="bash" children={order} />',
        '',
        '<CodeBlock language="sh">{run}</CodeBlock>',
        '',
        'In code: `{price}`',
      ].join('\n'),
      'a/_lid.mdx': 'export const color = "red";\n\nBuy {props.name}: {props.children}.',
      'a/prices.json': '{ "big": 1.10 }',
      'a/run.sh': 'lid --close\n',
    });
    expect(bodyIn(imported, 'a/b')).toBe(
      [
        'A lid costs 19 € or 1.10, Only 19 €, in red.',
        'Buy 19 €: two _lids_.',
        '```bash\nkettle order lid\n\nkettle pay\n```',
        '```sh\nlid --close\n```',
        'In code: `{price}`',
      ].join('\n\n'),
    );
    expect(lossesOf(imported)).toEqual([]);
  });

  it.each([
    ['Jekyll', '_config.yml', 'phone: 1.10', '{{ site.phone }}'],
    ['Jekyll data', '_data/numbers.yml', 'phone: 1.10', '{{ site.data.numbers.phone | escape }}'],
    ['MkDocs', 'mkdocs.yml', 'extra:\n  phone: 1.10', '{{ phone }}'],
    ['Mintlify', 'docs.json', '{ "variables": { "phone": "1.10" } }', '{{phone}}'],
    ['GitBook', 'book.json', '{ "variables": { "phone": "1.10" } }', '{{ book.phone }}'],
    ['Hugo', 'hugo.toml', '[params]\nphone = "1.10"', '{{< param "phone" >}}'],
    ['GitHub', 'data/variables/us.yml', 'phone: 1.10', '{% data variables.us.phone %}'],
    [
      'Docusaurus with variables.js',
      'variables.js',
      'const a = "10";\nmodule.exports = { phone: "1." + a };',
      '$[phone]',
    ],
    ['Quarto', '_variables.yml', 'phone: 1.10', '{{< var phone >}}'],
  ])('of the site is put in: %s', (_name, path, text, mark) => {
    const imported = importAll({ [path]: text, 'a/b.md': `Call ${mark}.` });
    expect(bodyIn(imported, 'a/b')).toBe('Call 1.10.');
    expect(lossesOf(imported)).toEqual([]);
  });

  it('of the page is put in, and a placeholder of readers stays', () => {
    const page =
      '---\ntitle: B\nfee: 0070\n---\n{% assign who = "Ann" %}\n{{ who | upcase }} pays {{ page.fee }} to {{ customer.name }}.';
    expect(bodyIn(importAll({ 'a/b.md': page }), 'a/b')).toBe('ANN pays 0070 to \\{\\{ customer.name }}.');
  });
});
