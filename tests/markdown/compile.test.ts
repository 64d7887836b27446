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

describe('an article with its own code', () => {
  it.each([
    ['a component', "import Rate from './Rate.astro';\n\n<Rate value={1 + 1} />"],
    ['two of one file', "import { A, B as C } from './a.ts';\n\n<A /><C />"],
    ['one and others', "import A, { B } from './a.ts';\n\n<A /><B />"],
    ['a whole file', "import * as A from './a.ts';\n\n<A.B />"],
    ['a value', 'export const fee = 5;\n\nIt costs {fee}.'],
    ['two lines of import', "import A from './a.astro';\nimport B from './b.astro';\n\n<A /><B />"],
    ['an import over lines', "import {\n  A,\n  B,\n} from './a.ts';\n\n<A /><B />"],
    [
      'a component in place of one of ours',
      "import Callout from './Callout.astro';\n\n<Callout anything={1}>a</Callout>",
    ],
  ])('says so by importing %s, and leaves its page to Astro', (_, body) => {
    const { article, findings, html } = read(file(body));
    expect(findings).toEqual([]);
    expect(article?.code).toBe(true);
    expect(html()).toBeUndefined();
  });

  it('still has its links, headings and variables', () => {
    const { article, findings } = read(
      file("import A from './a.astro';\n\n## B\n\n[c](/d/e) {site.name} {site.nme}\n\n<A>[f](/g/h)</A>"),
    );
    expect(article).toMatchObject({ outline: [{ slug: 'b' }], links: [{ target: 'd/e' }, { target: 'g/h' }] });
    expect(findings.map(({ code }) => code)).toEqual(['variable-unknown']);
  });

  it('does not import the engine’s components', () => {
    expect(read(file("import A from './a.astro';\n\n<Rate />")).findings.map(({ code }) => code)).toEqual([
      'component-unknown',
    ]);
  });

  it.each([
    "import './a.css'",
    'export default function Page() {}',
    "export * from './a.ts'",
    "export { a } from './a.ts'",
  ])('that defines no name is reported, not dropped silently: %s', (line) => {
    const { findings, article } = read(file(line));
    expect(findings.length > 0 || article?.code === true).toBe(true);
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
