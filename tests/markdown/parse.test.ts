import { describe, expect, it } from 'vitest';
import { toHtml } from '#markdown/html.ts';
import { parseBody } from '#markdown/parse.ts';
import { voiceFaults } from '../voice.ts';

const path = 'articles/en/cards/freeze.mdx';
const parse = (body: string, bodyLine = 1) => parseBody(body, path, bodyLine);
const html = (body: string) => {
  const { tree } = parse(body);
  return tree && toHtml(tree);
};

describe('the dialect', () => {
  it.each([
    ['bold and emphasis', '**a** *b*', '<p><strong>a</strong> <em>b</em></p>'],
    ['struck text', '~~a~~', '<p><del>a</del></p>'],
    ['quotes as they are typed', '"a" -- \'b\'...', '<p>"a" -- \'b\'...</p>'],
    ['a written address', 'https://example.com', '<p><a href="https://example.com">https://example.com</a></p>'],
    ['dashes as a line', 'a\n\n---\n\nb', '<p>a</p>\n<hr>\n<p>b</p>'],
    ['a brace that is escaped', 'a \\{ b', '<p>a { b</p>'],
    ['a sign that is escaped', 'a &lt; b &#123; c', '<p>a &#x3C; b { c</p>'],
    ['a sign alone between spaces', 'a < b', '<p>a &#x3C; b</p>'],
    ['code that looks like code', '`{a} <b>`', '<p><code>{a} &#x3C;b></code></p>'],
    ['signs from outside Unicode’s first plane', '😀 𠮷', '<p>😀 𠮷</p>'],
    ['a lone half of such a sign', 'a\ud800b', '<p>a\ufffdb</p>'],
    ['a sign that ends strings elsewhere', 'a\u0000b', '<p>a\ufffdb</p>'],
  ])('knows %s', (_, body, expected) => {
    expect(html(body)).toBe(expected);
  });

  it('knows tables, tasks and footnotes', () => {
    expect(html('| a |\n|---|\n| b |')).toContain('<td>b</td>');
    expect(html('- [x] a')).toContain('<input type="checkbox" checked disabled>');
    expect(html('a[^1]\n\n[^1]: b')).toContain('data-footnote-ref');
  });

  it('runs nothing', () => {
    const marks = globalThis as { ran?: boolean };
    parse(
      'import x from "./no.js"\n\nexport const y = (globalThis.ran = true)\n\n{globalThis.ran = true}\n\n<A b={globalThis.ran = true} />',
    );
    expect(marks.ran).toBeUndefined();
  });
});

describe('positions', () => {
  it('count from the first line of the file', () => {
    const { tree } = parse('one\n\n## two', 5);
    expect(tree?.children.filter(({ type }) => type === 'element').map((node) => node.position?.start.line)).toEqual([
      5, 7,
    ]);
  });

  it('of mistakes do too', () => {
    expect(parse('one\n\ntwo { three', 5).findings).toMatchObject([{ line: 7, column: 5 }]);
  });
});

describe('a body that cannot be read', () => {
  it.each([
    ['a lone brace', 'brace-lone', 'a { b', 1, 3],
    ['a brace on a line of its own', 'brace-lone', 'a\n\n{', 3, 1],
    ['a brace that is closed a paragraph later', 'brace-lone', '{a\n\nb}', undefined, undefined],
    ['what is no variable', 'brace-lone', 'a {if} b', 1, 3],
    ['a sentence between braces', 'brace-lone', 'Type {your name} here', 1, 6],
    ['a sign before a number', 'angle-lone', 'takes <5 minutes', 1, 7],
    ['an arrow', 'angle-lone', 'a <- b', 1, 3],
    ['an address between signs', 'angle-lone', '<https://example.com>', 1, 1],
    ['an e-mail address between signs', 'angle-lone', '<help@example.com>', 1, 1],
    ['a sign at the end', 'angle-lone', 'a <', undefined, undefined],
    ['a comment of HTML', 'comment-html', '<!-- later -->', 1, 1],
    ['a comment of HTML in a sentence', 'comment-html', 'a <!-- later --> b', 1, 3],
    ['a declaration', 'angle-lone', '<!doctype html>', 1, 1],
    ['a component that is opened', 'component-unclosed', '<Callout>\n\na', 1, 1],
    ['a component that is closed', 'component-unclosed', 'a\n\n</Callout>', 3, 1],
    ['a component that is closed by another', 'component-unclosed', '<Steps>a</Tabs>', undefined, undefined],
    ['a component that ends in another paragraph', 'component-unclosed', '<b>a\n\nb</b>', 1, 1],
    ['a line break as HTML has it', 'component-unclosed', 'a<br>b', 1, 2],
    ['an attribute without quotes', 'mdx-syntax', '<Callout type=tip>a</Callout>', 1, undefined],
    ['an attribute with one quote', 'mdx-syntax', '<Callout type="tip>a</Callout>', 1, undefined],
    ['a tag that is not closed itself', 'mdx-syntax', '<Callout type="tip"', 1, undefined],
    ['a group of attributes', 'mdx-syntax', '<Callout {type}>a</Callout>', 1, undefined],
  ])('is explained: %s', (_, code, body, line, column) => {
    const { tree, findings } = parse(body);
    expect(tree).toBeUndefined();
    expect(findings.map((found) => found.code)).toEqual([code]);
    if (line !== undefined) expect(findings[0]?.line).toBe(line);
    if (column !== undefined) expect(findings[0]?.column).toBe(column);
    expect(findings.flatMap(voiceFaults)).toEqual([]);
  });

  it('in words', () => {
    const words = (body: string) =>
      parse(body)
        .findings.map(({ says, fix }) => `${says} ${fix}`)
        .join('');
    expect(words('a { b')).toMatchInlineSnapshot(
      `"A "{" starts a variable such as {site.name}, but no variable follows here. Write \\{ to show the bracket itself, or close the variable with "}"."`,
    );
    expect(words('takes <5 minutes')).toMatchInlineSnapshot(
      `""<5 minutes" starts with "<", which is read as the start of a component or HTML tag. Write &lt; for the character itself, or [text](https://…) for a link."`,
    );
    expect(words('<!-- later -->')).toMatchInlineSnapshot(
      `"HTML comments ("<!-- … -->") are not allowed in an article. Write the comment as {/* … */}, or remove it."`,
    );
    expect(words('<Callout>\n\na')).toMatchInlineSnapshot(
      `"<Callout> is opened here but never closed. Add </Callout> where it ends, on a line of its own if it contains paragraphs."`,
    );
    expect(words('<Callout type=“tip”>\n\na\n\n</Callout>')).toMatchInlineSnapshot(
      `"<Callout> is opened here, but what follows its name cannot be read. Write each attribute as name="value", with straight quotes instead of curly ones."`,
    );
    expect(words('a\n\n</Callout>')).toMatchInlineSnapshot(
      `"</Callout> closes something that was never opened. Remove it, or add <Callout> before it."`,
    );
  });

  it.each([
    [
      '<Callout>\n\na { b\n\n<Steps>\n\nc <5 d\n',
      '1 component-unclosed',
      '3 brace-lone',
      '5 component-unclosed',
      '7 angle-lone',
    ],
    ['<Tabs>\n\n<Tab title="a">\n\nb\n\n</Tabs>\n\nc { d', '3 component-unclosed', '9 brace-lone'],
    ['<Callout>\n\na\n\n</Calout>\n\nb { c', '5 component-unclosed', '7 brace-lone'],
    ['<Steps>\n\na </Kbd> b\n\n</Steps>\n\nc { d', '3 component-unclosed', '7 brace-lone'],
    ['<Figure\n  src=“a”\n/>\n\n<!-- b\nc -->\n\n{/* d', '1 mdx-syntax', '3 comment-html', '6 brace-lone'],
    ['> <Callout>\n\na</Callout>\n\n{your name}', '1 component-unclosed', '5 brace-lone'],
    ['`{ </b>` {', '1 brace-lone'],
    ['```\n</b>\n```\n\n<Callout type=“tip”>a</Callout> <b>c', '5 component-unclosed', '5 mdx-syntax'],
  ])('has all its mistakes explained at once: %j', (body, ...expected) => {
    const { tree, rest, findings } = parse(body);
    expect(tree).toBeUndefined();
    expect(rest).toBeDefined();
    expect(findings.map(({ code, line }) => `${line} ${code}`).sort()).toEqual(expected.sort());
    expect(findings.flatMap(voiceFaults)).toEqual([]);
  });

  it('is given up in time if it has thousands of mistakes', () => {
    const found = (count: number) => parse('<Kbd> `a` <5\n\n'.repeat(count)).findings.length;
    expect(found(20)).toBe(40);
    expect(found(1500)).toBeLessThan(20);
  });

  it('is never fixed by closing a void element', () => {
    for (const tag of ['br', 'hr', 'img', 'wbr']) {
      const [found] = parse(`a <${tag}> b`).findings;
      expect(found?.fix).not.toContain(`</${tag}>`);
      expect(found?.fix).toContain(`<${tag} />`);
    }
  });
});
