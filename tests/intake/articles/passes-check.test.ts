import { expect, it } from 'vitest';
import { importCollection } from '#intake/articles/importers/import-collection.ts';
import { markdown } from '#intake/articles/importers/markdown.ts';
import { checkContent } from '#io/check-content.ts';
import { makeFolder } from '../../folder.ts';

// Pieces that other systems mean something by, that are broken, or that the check refuses if they are left as they are.
const PIECES = [
  ...[
    'import x from "y"',
    'export {',
    '<port>',
    '<b>',
    '</b>',
    '{',
    '}',
    '{{x}}',
    '{% if %}',
    '`a{b}`',
    '**b** ',
    '\\',
  ],
  ...['[l](two.md)', '![i](p.png)', '\n', '\n\n', '\n- ', '\n> ', '\n```js\n', '\n# ', '\n| a | b |\n|-|-|\n| ', ' | '],
  ...['<details><summary>', '</summary>', '</details>', '<kbd>', '</kbd>', '<table><tr><td colspan=2>', '</table>'],
  ...['<div class="note">', '</div>', '\n:::note\n', '\n:::\n', '<!-- c', '-->', '&lt;x&gt;', '<a id="a"></a>', '<br>'],
  ...['[p](//x.example/a)', '[t](tel:+1 2)', '[m](mailto:a b@c)', '![](//x/y.png)', '[j](javascript:x)', '[q](?x=1)'],
  ...[
    '[u](http://a:b@c.example)',
    '[hash](#nope)',
    '[e]()',
    '[w](www.x.example)',
    '[sp](<a b.pdf>)',
    '[b](b.example.com)',
  ],
  ...[
    '![](https://x.y/z.png)',
    '<img src="https://u:p@x.y/z.png">',
    '<iframe src="https://youtu.be/abc"/>',
    '<script>',
  ],
  ...[
    '<code>a<br>b &lt;c</code>',
    '<td><code>Box<br />&lt;Lid&gt; &#123;</code>',
    '<pre>a\n\nb</pre>',
    '\n~~~\n',
    '<u>',
  ],
  ...['<Callout type="x">', '</Callout>', '<Accordion>', '<Figure src="p.png" />', '<Steps>', '<Tabs>', '</Tabs>'],
  ...['<Snippet name="x" />', '{facts.x}', '{site.name}', '{contact.email}', '<Foo bar={1} />', '<a.b />', '<>', '</>'],
  ...['\u200b', '\u0000', '\u202e', '\ud800', '中文', '&#0;', '\n---\n', '\n1. ', '\t', '<h6>x</h6>', '</p>', '<li>'],
];
const FRONTS = [
  ...[
    '',
    '---\ntitle: ""\n---\n',
    '---\ntitle: "{x} <b>"\ntags: [" ", a, A]\n---\n',
    '---\nlang: fi\ndraft: true\n---\n',
  ],
  ...[
    '---\nredirect_from: [/en/all, /en/search.json, /sitemap.xml, /, /a, "/a b?c", /search/]\nslug: /../x\n---\n',
    '---\nexpires: 2020-01-01\norder: 1.5\n---\n',
  ],
  ...[
    '---\ntitle: |\n  a\n  b\ncategory: "A / B"\nid: 12\n---\n',
    '---\npublishDate: 2030-01-01\npermalink: /en/a/one\n---\n',
  ],
];
const NAMES = [
  ...['a/one.md', 'a/two.md', 'b/three.mdx', 'b/index.md', 'A/One.md', 'c d/é & x.md', 'fi/a/one.md', 'search/x.md'],
  ...['contact.md', 'en/a/one.md', '_drafts/q.md', '1.2/v.md', 'a/one/deep.md', '...md', '-/-.md', '中文/文.md'],
  ...[
    'a/one.fi.md',
    'announcements/a.md',
    'a%20b/c%2Fd.md',
    'en/search.md',
    'fi/search.md',
    'en/feed.xml.md',
    `a/${'l'.repeat(220)}.md`,
    'a/snippets/x.md',
  ],
];
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

it('what the import writes passes the check, whatever it reads', async () => {
  // A fixed sequence: a mix that failed once would fail every time.
  let seed = 20261130;
  const below = (count: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * count);
  };
  const one = (list: readonly string[]) => list[below(list.length)] ?? '';
  const options = { locale: undefined, name: 'Pilvi', today: '2026-11-30' };
  for (let round = 0; round < 40; round += 1) {
    const pages = Array.from({ length: 2 + below(7) }, () => {
      return [one(NAMES), one(FRONTS) + Array.from({ length: 2 + below(14) }, () => one(PIECES)).join('')] as const;
    });
    const files = [...new Map(pages)].map(([path, text]) => ({ path, text }));
    const imported = importCollection(markdown.collect(files, new Set(['a/p.png', 'b/p.png']), options), options);
    const folder = await makeFolder({
      ...Object.fromEntries(imported.copies.map(({ to }) => [to, PNG])),
      ...Object.fromEntries(imported.files.map(({ path, text }) => [path, text])),
    });
    const { findings } = await checkContent(folder, undefined);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(
      errors.map(({ path, says }) => `${path}: ${says}`),
      JSON.stringify(files),
    ).toEqual([]);
  }
});
