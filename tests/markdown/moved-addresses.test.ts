import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesIn } from '#markdown/addresses.ts';
import { editYamlList } from '#markdown/front-matter-text.ts';
import { type Moves, moveAddresses } from '#markdown/moved-addresses.ts';
import { removeEntry, replaceScalars } from '#markdown/replace-scalars.ts';

const texts = (source: string) => addressesIn(source).map(({ text }) => text);

describe('the addresses in an article', () => {
  it.each([
    ['[a](/cards/order)', ['/cards/order']],
    ['[a](</cards/order x> "Title") ![b](./b(1).png)', ['/cards/order x', './b(1).png']],
    ['[![pic](p.png)](/cards/order)', ['p.png', '/cards/order']],
    ['[a][1]\n\n[1]: ../x.mdx#y "Title"\n', ['../x.mdx#y']],
    ['<Button href="/a/b">x</Button> <a\n  href=\'/c/d\'>', ['/a/b', '/c/d']],
    ['{/* [a](/in/comment) */}', ['/in/comment']],
    ['`[a](/not/this)` ``[a](`/not/this)`` [b](/this/one)', ['/this/one']],
    ['- x\n\n  ```md\n  [a](/not/this)\n  ```\n\n  [b](/this/one)\n', ['/this/one']],
    ['~~~~\n[a](/not/this)\n~~~\n[a](/not/this)\n~~~~\n[b](/this/one)', ['/this/one']],
    ['```\n[a](/never/closed)', []],
    ['---\ntitle: "[a](/not/this)"\n---\n\n[b](/this/one)\n', ['/this/one']],
    ['\uFEFF---\r\ntitle: x\r\n---\r\n\r\n[b](/this/one)\r\n', ['/this/one']],
    ['Text\n\n---\n\n[a](/this/one)\n\n---\n', ['/this/one']],
    ["import Rate from '../../Rate.astro';\n\n[b](/this/one)", ['../../Rate.astro', '/this/one']],
  ])('%j', (source, found) => {
    expect(texts(source)).toEqual(found);
  });

  it('are where they are said to be, in any text', () => {
    const piece = fc.constantFrom(
      '[a](',
      '/x/y',
      ')',
      '`',
      '```\n',
      '\n',
      '---\n',
      '<B a="',
      '">',
      '[1]: ',
      ' ',
      '(',
      '~~~\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = pieces.join('');
        for (const { text, start, end } of addressesIn(source)) expect(source.slice(start, end)).toBe(text);
      }),
    );
  });
});

const moves: Moves = {
  pageOf: (id) => ({ 'a/b': 'c/d/e', 'a/x': 'a/x', 'a/ü': 'a/ö' })[id],
  fileOf: (path) =>
    ({ 'articles/en/a/b.mdx': 'articles/en/c/d/e.mdx', 'articles/en/a/p.png': 'articles/en/c/d/p.png' })[path] ?? path,
  assetOf: (path) => (/\/(?:p|q)\.png$/.test(path) ? path.replace('/fi/', '/en/') : undefined),
};

describe('the addresses after a move', () => {
  it.each([
    ['articles/en/a/x.mdx', '[l](/a/b) [l](/a/b/) [l](/a/b.mdx?q#f)', '[l](/c/d/e) [l](/c/d/e/) [l](/c/d/e.mdx?q#f)'],
    ['articles/en/a/x.mdx', '[l](b) [l](./b.mdx#f) [l](../a/b/)', '[l](../c/d/e) [l](../c/d/e.mdx#f) [l](../c/d/e/)'],
    [
      'articles/en/a/x.mdx',
      '[l](/a/bb) [l](/en/a/b) [l](https://x.example/a/b)',
      '[l](/a/bb) [l](/en/a/b) [l](https://x.example/a/b)',
    ],
    ['articles/en/a/x.mdx', '![](p.png) ![](./q.png)', '![](../c/d/p.png) ![](./q.png)'],
    ['articles/fi/a/x.mdx', '![](p.png)', '![](../c/d/p.png)'],
    [
      'articles/en/a/b.mdx',
      '[l](./x.mdx) [l](/a/x) [l](#f) ![](p.png) ![](q.png)',
      '[l](../../a/x.mdx) [l](/a/x) [l](#f) ![](p.png) ![](../../a/q.png)',
    ],
    ['articles/en/a/x.mdx', '[l](/a/%C3%BC)', '[l](/a/%C3%B6)'],
    ['snippets/en/s.mdx', '[l](/a/b#f)', '[l](/c/d/e#f)'],
  ])('%s: %s', (path, source, moved) => {
    expect(moveAddresses(source, path, moves).text).toBe(moved);
  });
});

describe('YAML', () => {
  it('keeps everything around a text that is replaced', () => {
    const text = 'a: # One\n  - "x" # Two\n  - x\nx: x\n';
    expect(
      replaceScalars(text, (value, [key], isKey) => (key === 'a' && !isKey && value === 'x' ? 'y' : undefined)),
    ).toEqual({
      text: 'a: # One\n  - "y" # Two\n  - y\nx: x\n',
      changed: 2,
    });
    expect(replaceScalars('a: [', () => 'y')).toEqual({ text: 'a: [', changed: 0 });
  });

  it.each([
    ['title: x\n', ['/a'], [], 'title: x\nlist: [/a]\n'],
    ['list: [/a] # One\n', ['/b'], [], 'list: [/a, /b] # One\n'],
    ['list:\n  - /a # One\ntitle: x\n', ['/b'], [], 'list:\n  - /a # One\n  - /b\ntitle: x\n'],
    ['list: []\ntitle: x\n', ['/b'], [], 'list: [/b]\ntitle: x\n'],
    ['list: [/a, /b]\n', ['/c'], ['/a'], 'list: [/b, /c]\n'],
    ['list:\n  - /a\n  - /b\ntitle: x\n', ['/c'], ['/a'], 'list:\n  [/b, /c]\ntitle: x\n'],
    ['list: [/a]\n', ['/a'], ['/x'], 'list: [/a]\n'],
  ])('%j with %j without %j', (yaml, add, remove, then) => {
    expect(editYamlList(yaml, 'list', add, remove)).toBe(then);
  });

  it.each([
    ['s:\n  a:\n    t: x\n  b:\n    t: y\nz: 1\n', 's:\n  b:\n    t: y\nz: 1\n'],
    ['s:\n  b: 1\n  a: { t: x } # One\nz: 1\n', 's:\n  b: 1\nz: 1\n'],
    ['s: { a: 1 }\n', 's: { a: 1 }\n'],
  ])('removes an entry of %j', (text, then) => {
    expect(removeEntry(text, 's', 'a')).toBe(then);
  });
});
