import { describe, expect, it } from 'vitest';
import { compile } from '#markdown/compile.ts';
import { makeScope } from '../make.ts';
import { voiceFaults } from '../voice.ts';

const scope = makeScope({ variables: { 'site.name': 'Pilvi' } });
const read = (source: string, path = 'articles/en/cards/order.mdx') => compile({ path, source }, scope);
const file = (body: string, lines = '') => `---\ntitle: Order a card\n${lines}---\n\n${body}\n`;

describe('an article file', () => {
  it('becomes an article with everything it links to', () => {
    const { article, findings, html } = read(
      file(
        'See [it](/cards/freeze) and ![a](./a.png).\n\n## Costs',
        'topics: [card-late]\nrelated:\n  - cards/freeze\nredirectFrom: [/old]\n',
      ),
    );
    expect(findings).toEqual([]);
    expect(article).toMatchObject({
      id: 'cards/order',
      locale: 'en',
      section: 'cards',
      path: 'articles/en/cards/order.mdx',
      title: 'Order a card',
      confidence: 'validated',
      lines: { 'topics.0': 3, 'related.0': 5, 'redirectFrom.0': 6 },
      outline: [{ slug: 'costs', line: 11 }],
      links: [{ target: 'cards/freeze', line: 9, column: 5 }],
      media: [{ path: 'articles/en/cards/a.png', line: 9 }],
      code: false,
    });
    expect(html()).toContain('<h2 id="costs">');
  });

  it('can be in a section within a section', () => {
    expect(read(file('a'), 'articles/fi/cards/lost/report.mdx').article).toMatchObject({
      id: 'cards/lost/report',
      locale: 'fi',
      section: 'cards/lost',
    });
  });

  it('needs a section', () => {
    const { article, findings } = read(file('a'), 'articles/en/order.mdx');
    expect(article).toBeUndefined();
    expect(findings.map(({ code }) => code)).toEqual(['section-missing']);
    expect(findings.flatMap(voiceFaults)).toEqual([]);
  });

  it('has a digest that stays when only white space changes', () => {
    const digest = (source: string) => read(source).article?.digest;
    expect(digest(file('a  b\n\nc'))).toBe(digest(file('a b\n\n\nc')));
    expect(digest(file('a b').replaceAll('\n', '\r\n'))).toBe(digest(file('a b')));
    expect(digest(`\uFEFF${file('a b')}`)).toBe(digest(file('a b')));
    expect(digest(file('a b', 'topics: [x]\n'))).toBe(digest(file('a b')));
    expect(digest(file('a c'))).not.toBe(digest(file('a b')));
  });

  it('is the same article with the line ends of Windows', () => {
    const unix = read(file('a\n\n## B {site.name}\n\n[c](/d/e)', 'topics: [x]\n'));
    const windows = read(file('a\n\n## B {site.name}\n\n[c](/d/e)', 'topics: [x]\n').replaceAll('\n', '\r\n'));
    expect(windows.article).toEqual(unix.article);
    expect(windows.html()).toBe(unix.html());
  });
});

describe('mistakes', () => {
  it('of the front matter and of the body are reported together, each with its line', () => {
    const { article, findings } = read('---\ntitel: x\nreviewed: soon\n---\n\n{no.such} <Calout />\n');
    expect(article).toBeUndefined();
    expect(findings.map(({ code, line }) => `${code} ${line}`).sort()).toEqual([
      'component-unknown 6',
      'front-matter-invalid 2',
      'front-matter-invalid 2',
      'front-matter-invalid 3',
      'variable-unknown 6',
    ]);
  });

  it('that do not break the page still give an article', () => {
    expect(read(file('{no.such}')).article).toBeDefined();
  });

  it('that break the page give no article', () => {
    for (const source of ['', 'text', file('{'), '---\ntitle: "x\n---\n', '---\n---\n']) {
      const { article, html, findings } = read(source);
      expect([article, html()]).toEqual([undefined, undefined]);
      expect(findings).not.toEqual([]);
    }
  });

  it('include an empty body, unless the article is not published yet', () => {
    const { findings, html } = read(file(''));
    expect(findings.map(({ code }) => code)).toEqual(['text-missing']);
    expect(html()?.trim()).toBe('');
    expect(read(file('{/* A hint. */}', 'confidence: work-in-progress\n')).findings).toEqual([]);
    expect(read(file('![a](./a.png)')).findings).toEqual([]);
  });
});

describe('a sentence that starts with "import" or "export"', () => {
  it.each([
    ['import your contacts, then tap **Order**.', 5],
    ['export the list\nfrom your phone.', 5],
    ['export', 5],
    ['First.\n\nimport it then.', 7],
    ['import type your name', 5],
  ])('%j is reported, not dropped silently', (body, line) => {
    const { findings } = read(file(body));
    expect(findings).toMatchObject([{ code: 'prose-import', line, column: 1 }]);
    expect(findings.flatMap(voiceFaults)).toEqual([]);
  });

  it.each([
    'imported goods',
    'exports of goods',
    'important: read this',
    'Do import it',
    '- import it',
    '> import it',
    '**import** it',
    '&#105;mport it',
    'You can\nimport it',
  ])('%j is a sentence like any other', (body) => {
    const { findings, html } = read(file(body));
    expect(findings).toEqual([]);
    expect(html()).toMatch(/import|export/);
  });

  it('is explained in words', () => {
    const [found] = read(file('import your contacts')).findings;
    expect(`${found?.says} ${found?.fix}`).toMatchInlineSnapshot(
      `""import your contacts" starts with "import", so it is read as code. Start the line with another word, or write its first letter as &#105; (i) or &#101; (e)."`,
    );
  });
});

describe('an article that imports components', () => {
  const scope = makeScope({
    components: {
      '../themes/acme/Rate.astro': '/acme/themes/acme/Rate.astro',
      '../themes/acme/Callout.astro': '/acme/themes/acme/Callout.astro',
    },
  });
  const readWith = (body: string) => compile({ path: 'articles/en/cards/freeze.mdx', source: file(body) }, scope);
  const rate = "import Rate from '../../../../themes/acme/Rate.astro';";

  it.each([
    ['a component', `${rate}\n\n<Rate value={3} />`],
    ['two, in two lines', `${rate}\nimport Callout from '../../../../themes/acme/Callout.astro';\n\n<Rate />`],
    ['one in two lines', "import Rate\n  from '../../../../themes/acme/Rate.astro'\n\n<Rate />"],
    ['one after its text', `Text.\n\n${rate}`],
  ])('leaves its page to Astro: %s', (_, body) => {
    const { article, findings, html } = readWith(body);
    expect(findings).toEqual([]);
    expect(article?.code).toBe(true);
    expect(html()).toBeUndefined();
  });

  it('still has its links, headings and variables', () => {
    const { article, findings } = readWith(`${rate}\n\n## B\n\n[c](/d/e) {site.nme}\n\n<Rate>[f](/g/h)</Rate>`);
    expect(article).toMatchObject({ outline: [{ slug: 'b' }], links: [{ target: 'd/e' }, { target: 'g/h' }] });
    expect(findings.map(({ code }) => code)).toEqual(['variable-unknown']);
  });

  it('has none of the engine’s components by another name', () => {
    expect(readWith(`${rate}\n\n<Rates />`).findings.map(({ code }) => code)).toEqual(['component-unknown']);
  });

  it.each([
    ['a sum', '<Rate value={1 + 1} />', 'component-attribute'],
    ['a call', '<Rate value={process.exit()} />', 'component-attribute'],
    ['a group of attributes', '<Rate {...process.env} />', 'component-attribute'],
    ['a command to Astro', '<Rate set:html="<script>alert(1)</script>" />', 'component-attribute'],
    ['a member of the component', '<Rate.constructor />', 'component-unknown'],
    ['an expression', '{process.env.HOME}', 'variable-unknown'],
    ['an expression in the component', '<Rate>\n  {process.exit()}\n</Rate>', 'variable-unknown'],
    ['an expression in an attribute of HTML', '<b title={process.exit()}>a</b>', 'html-unsafe'],
    ['an expression in a component of ours', '<Callout title={process.exit()}>a</Callout>', 'component-attribute'],
  ])('cannot run %s', (_, body, code) => {
    expect(readWith(`${rate}\n\n${body}`).findings.map((found) => found.code)).toEqual([code]);
  });
});

describe('code in an article', () => {
  it.each([
    ['a module of Node', "import fs from 'node:fs'"],
    ['a module for its effect', "import 'node:fs'"],
    ['a package', "import x from 'astro'"],
    ['a file as text', "import words from '../../../tickets/words.yaml?raw'"],
    ['a component as text', "import A from '../../../../themes/acme/Rate.astro?raw'"],
    ['a part of a component', "import A from '../../../../themes/acme/Rate.astro#a'"],
    ['a file of the system', "import passwd from '/etc/passwd?raw'"],
    ['an address', "import A from 'https://example.com/a.astro'"],
    ['an address without a scheme', "import A from '//example.com/a.astro'"],
    ['a text', "import A from 'data:text/javascript,process.exit()'"],
    ['everything in a file', "import * as A from '../../../../themes/acme/Rate.astro'"],
    ['a part of a file', "import { A } from '../../../../themes/acme/Rate.astro'"],
    ['a component and more', "import A, { b } from '../../../../themes/acme/Rate.astro'"],
    ['a component for its effect', "import '../../../../themes/acme/Rate.astro'"],
    ['a component as something else', "import A from '../../../../themes/acme/Rate.astro' with { type: 'json' }"],
    ['a component under a name in lowercase letters', "import props from '../../../../themes/acme/Rate.astro'"],
    ['a component next to the article', "import A from './Rate.astro'"],
    ['a component outside its folder', "import A from '../../../../themes/acme/../../Rate.astro'"],
    ['a script of the theme', "import A from '../../../../themes/acme/rate.ts'"],
    ['a value', 'export const fee = process.env'],
    ['a function', 'export default function Page() {}'],
    ['what it runs while it is loaded', 'export const a = await process.exit()'],
    ['what it loads later', "export const a = import('node:fs')"],
    ['everything that a file has', "export * from './a.ts'"],
    ['a part of what a file has', "export { a } from './a.ts'"],
    ['several at once', "import Rate from '../../../../themes/acme/Rate.astro'; process.exit()"],
  ])('is refused with its line: %s', (_, line) => {
    const scope = makeScope({ components: { '../themes/acme/Rate.astro': '/acme/themes/acme/Rate.astro' } });
    const path = 'articles/en/cards/freeze.mdx';
    const { findings, article, html } = compile({ path, source: file(`Text.\n\n${line}`) }, scope);
    expect(findings).toMatchObject([{ code: 'code-unsafe', line: 7 }]);
    expect(findings.flatMap(voiceFaults)).toEqual([]);
    expect(article?.code).toBe(false);
    expect(html()).toBe('<p>Text.</p>\n');
  });

  it('is not run while it is read', () => {
    const marks = globalThis as { ran?: boolean };
    read(
      file(
        'export const a = (globalThis.ran = true);\n\n{globalThis.ran = true}\n\n<b title={globalThis.ran = true}>a</b>',
      ),
    );
    expect(marks.ran).toBeUndefined();
  });
});
