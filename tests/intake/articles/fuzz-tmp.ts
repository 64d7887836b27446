import { mkdtemp, mkdir, writeFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { importCollection } from '#intake/articles/importers/import-collection.ts';
import { markdown } from '#intake/articles/importers/markdown.ts';
import { checkContent } from '#io/check-content.ts';

const pieces = [
  ...['import x from "y"', 'export {', '<port>', '<b>', '</b>', '{', '}', '{{x}}', '{% if %}', '`a{b}`', '**b** '],
  ...['[l](x.md)', '![i](p.png)', '\n', '\n\n', '\n- ', '\n> ', '\n```js\n', '\n# ', '\n| a | b |\n|-|-|\n| ', ' | '],
  ...['<details><summary>', '</summary>', '</details>', '<kbd>', '</kbd>', '<table><tr><td colspan=2>', '</table>'],
  ...['<div class="note">', '</div>', '\n:::note\n', '\n:::\n', '<!-- c', '-->', '&lt;x&gt;', '\\', '<a id="a"></a>'],
  ...['<br>', '[^1]', '\n[^1]: foot', '<iframe src="https://youtu.be/abc"/>', '<script>', '<title>', '<Tabs>', '</Tabs>'],
  ...['<Foo bar={1} />', '{#id}', '{: .note }', '<h2>', '</h2>', '<p>', '</p>', '<li>', '<a href="https://x.y">', '</a>'],
  ...['<mark>', '</mark>', 'word ', '~', '_', '*', '|', '<', '>', '!!! note\n    a\n', '<svg><path d=""/></svg>', '\t'],
  ...['[p](//x.example/a)', '[t](tel:+1 2)', '[m](mailto:a b@c)', '![](//x/y.png)', '[j](javascript:x)', '[h](http://[bad)', '[q](?x=1)', '[hash](#nope)', '[e]()', '[](x.md)', '![](p.png)', '[w](www.x.example)', '[sp](<a b.pdf>)', '[d](data:text/html,x)'],
  ...['<code>a<br>b &lt;c</code>', '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><code>x<br/>y&#123;</code></td></tr></tbody></table>', '<pre>a\n\nb</pre>', '<pre><code>x</code></pre>', '\n~~~\n', '\n    indented\n', '==a==', '$$x$$', '<u>', '</u>', '<font color=red>', '</font>'],
  ...['<Callout type="x">', '</Callout>', '<Accordion>', '</Accordion>', '<Figure src="p.png" />', '<Steps>', '</Steps>', '<Step title="a">', '</Step>', '<Snippet name="x" />', '{facts.x}', '{site.name}', '{contact.email}', '<Figure src="https://x.y/z.png" caption="c" />', '<Video />', '<img>', '<img src="p.png" alt>', '<video src="v.mp4">', '<h1>', '</h1>', '<h6>x</h6>', '###### deep', '\n---\n', '\n===\n', '\n1. ', '\n10) ', '\u200b', '\u0000', '\u202e', '\ud800', '\ufeff', 'é', '中文', 'سلام', '&nbsp;', '&#0;', '<dl><dt>a<dd>b</dl>', '<ul><li><p>a</ul>', '<blockquote>', '</blockquote>'],
  ...['<ol start=3><li>x</ol>', '<ruby>a<rt>b</rt></ruby>', '<sup>', '</sup>', '<abbr title="a">', '</abbr>', '<input type=checkbox>', '- [ ] x\n', '<hr>', '<a name="x">', '<th>', '<td>', '<tr>', '<caption>c</caption>', '{/* c */}', '{`a`}', '<>', '</>', '<a.b />', '<a:b />', '<A {...x} />', '[ref]', '\n[ref]: x.md "t"\n', '![ref]', 'http://x.y/z', '<http://x.y>', 'a@b.c', ':smile:', '[[x]]', '![[p.png]]', '> [!note]\n> x\n', '%% c %%'],
];
const fronts = ['', '', '---\ntitle: T\n---\n', '---\ntitle: "x: y"\nredirect_from: [/a, "/a b?c", /search/]\n---\n', '---\ntitle: ""\n---\n', '---\ntitle: |\n  a\n  b\nreviewed: 2026-01-01\nexpiryDate: 2020-01-01\n---\n', '---\ntitle: "{x} <b>"\ntags: [" ", a, A, ""]\ndescription: "<p>x</p>"\nowner: 3\n---\n', '---\nlang: fi\ntitle: T\ndraft: true\n---\n', '---\ntitle: T\naliases: [/x/y, b]\npublishDate: 2030-01-01\norder: 1.5\n---\n', '---\ntitle: '+ 'long '.repeat(100) +'\nslug: /../x\n---\n', '---\ntitle: T\ncategory: "A / B"\nsidebar_position: -3\nid: 12\n---\n', '---\ntitle: T\npermalink: /en/a/one\n---\n'];
const names = ['a/one.md', 'a/two.md', 'b/three.mdx', 'b/index.md', 'A/One.md', 'c d/é & x.md', 'fi/a/one.md', 'search/x.md', 'contact.md', 'en/a/one.md', '_drafts/q.md', '1.2/v.md', 'a/one/deep.md', 'CON.md', '...md', 'x/...mdx', 'a/' + 'l'.repeat(220) + '.md', 'index.mdx', '中文/文.md', 'a/one.fi.md', '-/-.md', 'tickets/a.md', 'announcements/a.md', 'd/a.b.md', 'a%20b/c%2Fd.md', 'a/snippets/x.md'];
let seed = Number(process.argv[2] ?? 1);
const next = (below: number) => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return Math.floor((seed / 2 ** 32) * below); };
const rounds = Number(process.argv[3] ?? 50);
const seen = new Map<string, string>();
for (let round = 0; round < rounds; round += 1) {
  const texts: Record<string, string> = {};
  const n = 2 + next(7);
  for (let i = 0; i < n; i += 1) texts[names[next(names.length)]!] = fronts[next(fronts.length)]! + Array.from({ length: 2 + next(14) }, () => pieces[next(pieces.length)]).join('');
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const options = { locale: undefined, name: 'Pilvi', today: '2026-11-30' };
  let imported;
  try { imported = importCollection(markdown.collect(files, new Set(['a/p.png', 'b/p.png', 'a/v.mp4']), options), options); }
  catch (error) { const key = 'THROW ' + String((error as Error).stack).split('\n').slice(0, 3).join(' '); if (!seen.has(key)) { seen.set(key, JSON.stringify(texts)); } continue; }
  const dir = await mkdtemp('/tmp/isf/c-');
  for (const { path, text } of imported.files) { await mkdir(dirname(join(dir, path)), { recursive: true }); await writeFile(join(dir, path), text); }
  for (const copy of imported.copies) { const to = join(dir, copy.to); await mkdir(dirname(to), { recursive: true }); await writeFile(to, to.endsWith('.png') ? Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64') : Buffer.from('AAAAIGZ0eXBpc29tAAACAGlzb21pc28yYXZjMW1wNDE=', 'base64')); }
  const { findings } = await checkContent(dir, undefined);
  for (const f of findings.filter((f) => f.severity === 'error' || process.argv[4])) { const key = `${f.severity} ${f.code}`; if (!seen.has(key)) seen.set(key, `${f.path}: ${`${(f as any).says ?? JSON.stringify(f)}`}\n   SRC ${JSON.stringify(texts)}\n   OUT ${imported.files.find(({ path }) => path === f.path)?.text}`); }
  await rm(dir, { recursive: true });
}
for (const [k, v] of seen) console.log(k, '\n  ', v.slice(0, 1400));
