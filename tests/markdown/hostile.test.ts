import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { compile } from '#markdown/compile.ts';
import { makeScope, render } from '../make.ts';

// Articles come from many hands. Whatever is in one: nothing is run, nothing is thrown, nothing hangs,
// and nothing harmful reaches a page without a finding that stops the build.
const scope = makeScope({ media: { 'articles/en/cards/a.mp4': { url: '/_media/a.mp4' } } });

describe('an address that runs code', () => {
  const places = {
    'a link': (href: string) => `[a](${href})`,
    'a link between signs': (href: string) => `[a](<${href}>)`,
    'a link by reference': (href: string) => `[a][b]\n\n[b]: ${href}`,
    'a link in a heading': (href: string) => `## [a](${href})`,
    'a link in a table': (href: string) => `| a |\n|---|\n| [a](${href}) |`,
    'a link in a quote': (href: string) => `> [a](${href})`,
    'a link in a list': (href: string) => `1. [a](${href})`,
    'a link in a footnote': (href: string) => `a[^1]\n\n[^1]: [a](${href})`,
    'a link around a picture': (href: string) => `[![a](https://example.com/a.png)](${href})`,
    'a link in a component': (href: string) => `<Callout>\n\n[a](${href})\n\n</Callout>`,
    'a link of HTML': (href: string) => `<a href="${href}">a</a>`,
    'a link of HTML in capital letters': (href: string) => `<a HREF="${href}">a</a>`,
    'a link of HTML in a component': (href: string) => `<Tabs><Tab label="a"><a href="${href}">a</a></Tab></Tabs>`,
    'a link of HTML in braces': (href: string) => `<a href={"${href}"}>a</a>`,
    'a link of HTML in backticks': (href: string) => `<a href={\`${href}\`}>a</a>`,
    'a link that says it is a footnote': (href: string) => `<a data-footnote-ref href="${href}">a</a>`,
    'a link that says it leads back from a footnote': (href: string) =>
      `<a dataFootnoteBackref="" href="${href}">a</a>`,
    'a link with the address of the footnotes': (href: string) => `<a id="footnote-label" href="${href}">a</a>`,
    'a button': (href: string) => `<Button href="${href}">a</Button>`,
    'a button in braces': (href: string) => `<Button href={"${href}"}>a</Button>`,
    'a file': (href: string) => `<File src="${href}">a</File>`,
    'a film': (href: string) => `<Video src="${href}" title="a" />`,
    'the poster of a film': (href: string) => `<Video src="./a.mp4" poster="${href}" title="a" />`,
    'the captions of a film': (href: string) => `<Video src="./a.mp4" captions="${href}" title="a" />`,
    'a figure': (href: string) => `<Figure src="${href}" alt="a" />`,
    'a picture': (href: string) => `![a](${href})`,
    'a picture of HTML': (href: string) => `<img src="${href}" alt="a" />`,
    'the long description of a picture': (href: string) =>
      `<img src="https://example.com/a.png" longdesc="${href}" alt="a" />`,
    'the source of a quote': (href: string) => `<blockquote cite="${href}">a</blockquote>`,
    'the source of a quote in a line': (href: string) => `<q cite="${href}">a</q>`,
    'the reason of a change': (href: string) => `<del cite="${href}">a</del>`,
  };

  it.each(Object.entries(places))('is never one that runs to a browser, however it is written, in %s', (_, place) => {
    const hidden = ['java&#9;script:', 'java&Tab;script:', 'java&#10;script:', '&#1;javascript:', 'javascript&colon;'];
    const written = [
      'java\tscript:',
      '\x01javascript:',
      ' javascript:',
      '\\\\javascript:',
      'java%09script:',
      'java\0script:',
    ];
    for (const scheme of [...hidden, ...written]) {
      const { html } = render(place(`${scheme}alert(1)//a.txt`), scope);
      const parser = new Parser({
        onattribute(name, value) {
          if (!/^(?:href|src|poster|cite|longdesc|action)$/.test(name) || !URL.canParse(value, 'https://own.example/'))
            return;
          expect(new URL(value, 'https://own.example/').protocol, html).toMatch(/^(?:https?|mailto|tel|sms|page):$/);
        },
      });
      parser.end(html);
    }
  });

  it('is refused with a user name or password in it, which the message does not repeat', () => {
    for (const address of [
      'https://ann:s3cret@own.example/',
      'https://s3cret@own.example/',
      'HTTPS:\\\\a:s3cret@own.example',
    ]) {
      const { html, findings } = render(`[Read](<${address}>)`, scope);
      expect(findings.map(({ code }) => code)).toEqual(['link-unsafe']);
      expect(html + JSON.stringify(findings)).not.toContain('s3cret');
    }
  });

  it.each(Object.entries(places))('is refused in %s', (_, place) => {
    const schemes = ['javascript:', 'JAVASCRIPT:', '&#106;avascript:', 'data:text/html,', 'vbscript:'];
    // Between braces or backticks a value is JavaScript, which knows no such escapes.
    const possible = schemes.filter((scheme) => !(scheme.startsWith('&') && place('').includes('{')));
    for (const scheme of possible) {
      const { codes } = render(place(`${scheme}alert(1)`), scope);
      expect(
        codes.filter((code) => code === 'link-unsafe' || code === 'html-unsafe'),
        place(scheme),
      ).toHaveLength(1);
    }
  });

  it.each(Object.entries(places))('does not reach the page from %s', (_, place) => {
    expect(render(place('javascript:alert(1)'), scope).html).not.toContain('javascript:');
  });

  it('is not hidden by characters that browsers drop', () => {
    for (const href of [
      'java&#9;script:alert(1)',
      'java&#10;script:alert(1)',
      '&#1;javascript:alert(1)',
      '&#32;javascript:alert(1)',
    ])
      for (const body of [`<a href="${href}">a</a>`, `[a](${href})`]) {
        const [, printed = ''] = /href="([^"]*)"/.exec(render(body).html) ?? [];
        expect(printed).toMatch(/^(?:page:|#)/);
      }
  });
});

describe('HTML that runs code', () => {
  it.each([
    '<script>alert(1)</script>',
    '<script src="https://evil.example/a.js"></script>',
    '<img src="x" onerror="alert(1)" />',
    '<img src=x onerror=alert(1)>',
    '<svg onload="alert(1)" />',
    '<svg><script>alert(1)</script></svg>',
    '<iframe srcdoc="<script>alert(1)</script>" />',
    '<math><a xlink:href="javascript:alert(1)">a</a></math>',
    '<details open ontoggle="alert(1)">a</details>',
    '<div style="background: url(javascript:alert(1))">a</div>',
    '<Callout onclick="alert(1)">a</Callout>',
    '<Callout {...{ onclick: "alert(1)" }}>a</Callout>',
    '<Figure src="./a.png" alt="a" onerror="alert(1)" />',
    '{alert(1)}',
    '<b>{alert(1)}</b>',
  ])('is refused, wherever it is: %s', (html) => {
    for (const body of [html, `text ${html} text`, `> ${html}`, `- ${html}`, `<Callout>\n\n${html}\n\n</Callout>`]) {
      const { findings, html: printed } = render(body);
      expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
      expect(printed).not.toMatch(/<script|\son\w+=|<svg|<iframe|style=|javascript:/i);
    }
  });

  it.each([
    ['a title', '<Callout title="&quot; onclick=&quot;alert(1)">a</Callout>'],
    ['a title in braces', '<Callout title={"<img src=x onerror=alert(1)>"}>a</Callout>'],
    ['a description', '![" onerror="alert(1)](https://example.com/a.png)'],
    ['a title of a link', '[a](https://example.com "&quot; onclick=&quot;alert(1)")'],
    ['an address', '[a](https://example.com/"onclick="alert(1))'],
    ['a language of code', '```js" onclick="alert(1)\na\n```'],
    ['a heading', '## <b>" onclick="alert(1)</b>'],
    ['a key', '<Kbd>{"<script>"}</Kbd>'],
  ])('does not break out of %s', (_, body) => {
    const { html } = render(body);
    const outside = html.replace(/="[^"]*"/g, '=""');
    expect(outside).not.toMatch(/<script|<img src=x|<[^>]*\son\w+/);
  });
});

describe('names of JavaScript', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];

  it.each(names)('%s is a name like any other', (name) => {
    const bodies = [
      `<Callout ${name}="x">a</Callout>`,
      `<b ${name}="x">a</b>`,
      `<b ${name}>a</b>`,
      `<a href="https://example.com" ${name}="x">a</a>`,
      `<${name}>a</${name}>`,
      `<A.${name} />`,
      `{${name}}`,
      `{site.${name}}`,
      `<Snippet name="${name}" />`,
      `<Callout type="${name}">a</Callout>`,
    ];
    for (const body of bodies) {
      const { codes } = render(body, scope);
      expect(codes, body).toHaveLength(1);
    }
    // As code: between two underscores a word would be bold in Markdown.
    expect(render(`## \`${name}\`\n\n## \`${name}\`\n\n[a](#${name.toLowerCase()})`).codes).toEqual([]);
    expect(render(`[a](/${name}/${name}#${name})`).links).toMatchObject([
      { target: `${name}/${name}`, fragment: name },
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('an article that is deep or long', () => {
  const deep = 10_000;
  const patterns: Record<string, string> = {
    'quotes in quotes': '>'.repeat(deep),
    'lists in lists': '- '.repeat(deep),
    'lists in lists, line by line': Array.from({ length: 1000 }, (_, index) => `${'  '.repeat(index)}- a`).join('\n'),
    brackets: '['.repeat(deep),
    'brackets that close': `${'['.repeat(deep)}a${']'.repeat(deep)}`,
    'links in links': '[a]('.repeat(deep),
    'pictures in pictures': '!['.repeat(deep),
    'stars that close': `${'*'.repeat(deep)}a${'*'.repeat(deep)}`,
    'stars that do not': '*a '.repeat(deep),
    'strokes under and stars': '**a _b '.repeat(deep),
    backticks: Array.from({ length: 1000 }, (_, index) => '`'.repeat(index + 1)).join(' '),
    braces: '{'.repeat(deep),
    'braces that close': `${'{'.repeat(deep)}${'}'.repeat(deep)}`,
    'signs that begin components': '<'.repeat(deep),
    'components in components': `${'<Callout>\n\n'.repeat(deep)}${'</Callout>\n\n'.repeat(deep)}`,
    'HTML in HTML': `${'<b>'.repeat(deep)}a${'</b>'.repeat(deep)}`,
    'nothing in nothing': `${'<>'.repeat(deep)}${'</>'.repeat(deep)}`,
    'a table of ten thousand columns': `${'|'.repeat(deep)}\n${'|-'.repeat(deep)}|`,
    'one address ten thousand times': `${'[a]'.repeat(deep)}\n\n[a]: /x`,
    'one footnote a thousand times': `${'[^a]'.repeat(1000)}\n\n[^a]: x`,
    'ten thousand headings that are the same': '## A\n\n'.repeat(deep),
    'ten thousand variables that are not': '{a.b} '.repeat(2000),
    'a million letters in a line': 'x'.repeat(1_000_000),
    'a component of a thousand attributes': `<Callout ${Array.from({ length: 1000 }, (_, index) => `a${index}="x"`).join(' ')}>x</Callout>`,
    'ten thousand times import': 'import '.repeat(deep),
  };

  it.each(Object.entries(patterns))('is read or refused in time: %s', { timeout: 20_000 }, (_, body) => {
    const { article, findings, html } = compile(
      { path: 'articles/en/cards/order.mdx', source: `---\ntitle: Order\n---\n\n${body}\n` },
      scope,
    );
    if (article) html();
    else expect(findings).not.toEqual([]);
  });

  // A parser in another language may end the whole process, so these are read in one of their own.
  it('does not stop the process, whatever brackets are in its code', async () => {
    const script = `
      import { compile } from '#markdown/compile.ts';
      const scope = { text: (key) => key, variable() {}, variables: [], unread: () => false, snippet() {}, snippets: [], media() {} };
      const deep = ${deep};
      for (const body of [
        '{' + '('.repeat(deep) + ')'.repeat(deep) + '}',
        '<Callout title={' + '['.repeat(deep) + ']'.repeat(deep) + '}>x</Callout>',
        'export const a = ' + '['.repeat(deep) + ']'.repeat(deep),
      ]) {
        const { findings } = compile({ path: 'articles/en/a/b.mdx', source: '---\\ntitle: T\\n---\\n\\n' + body }, scope);
        if (findings.length === 0) throw new Error('No finding.');
      }
      process.stdout.write('whole');`;
    const printed = await new Promise<string>((done) => {
      execFile(
        process.execPath,
        ['--input-type=module', '--eval', script],
        { cwd: join(import.meta.dirname, '../..') },
        (error, stdout) => done(error ? `${error.signal ?? error.message}` : stdout),
      );
    });
    expect(printed).toBe('whole');
  });
});
