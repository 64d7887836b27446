import { describe, expect, it } from 'vitest';
import { bodyOf, importTexts, lossesOf } from './import-texts.ts';

describe('words that MDX would take for code', () => {
  it.each([
    ['braces', 'Write {name} and {{ticket.id}}.', 'Write \\{name} and \\{\\{ticket.id}}.'],
    ['a lone brace', 'A { and a }.', 'A \\{ and a }.'],
    ['a lone angle', 'If a < b and 3<4.', 'If a \\< b and 3\\<4.'],
    ['a placeholder', 'Open <sketchbook>/libraries on <PORT>.', 'Open \\<sketchbook>/libraries on \\<PORT>.'],
    ['a placeholder named like an element', 'Enter the <title> here.', 'Enter the \\<title> here.'],
    [
      'an address in angle brackets',
      'See <https://pilvi.example>.',
      'See [https://pilvi.example](https://pilvi.example).',
    ],
    ['a sentence that begins with import', 'import your cards first.', '&#x69;mport your cards first.'],
    ['a sentence that begins with export', 'Yes.\n\nexport them later.', 'Yes.\n\n&#x65;xport them later.'],
    ['an item that begins with import', '- import cards', '- import cards'],
    ['a word that only begins so', 'important words', 'important words'],
    ['code', 'Call `f({a: <b>})`.', 'Call `f({a: <b>})`.'],
    ['an entity', 'A &lt;tag&gt; &#123;x&#125;', 'A \\<tag> \\{x}'],
    ['a comment', 'One <!-- not this --> word.', 'One word.'],
  ])('%s', (_name, written, read) => {
    expect(bodyOf(written)).toBe(read);
  });

  it('are escaped in text left over from broken HTML', () => {
    expect(bodyOf('1. one</li></ul>{{x}}')).toContain('\\{\\{x}}');
    expect(bodyOf('<b>{a}<p>{b}</b> <c>')).toContain('\\{a}');
  });
});

describe('Markdown stays Markdown', () => {
  it.each([
    ['code fences with their language', '```bash\nnpm i {pkg}\n```', '```bash\nnpm i {pkg}\n```'],
    ['indented code', 'a\n\n    b <c>', 'a\n\n```\nb <c>\n```'],
    ['tables', '| a | b |\n|:-|-:|\n| 1 \\| 2 | `x` |', '| a | b |\n| :- | -: |\n| 1 \\| 2 | `x` |'],
    ['task lists', '- [x] done\n- [ ] to do', '- [x] done\n- [ ] to do'],
    ['lists inside tight lists', '* a\n  * b\n  * c\n* d', '- a\n  - b\n  - c\n- d'],
    ['numbers', '3. c\n4. d', '3. c\n4. d'],
    ['strikethrough', '~~old~~ **new** _it_', '~~old~~ **new** _it_'],
    ['hard line breaks', 'a  \nb', 'a\\\nb'],
    ['footnotes', 'Fee[^1].\n\n[^1]: In euro.', 'Fee[^1].\n\n[^1]: In euro.'],
    ['references', '[site][s]\n\n[s]: https://pilvi.example "Pilvi"', '[site](https://pilvi.example "Pilvi")'],
  ])('%s', (_name, written, read) => {
    expect(bodyOf(written)).toBe(read);
  });
});

describe('headings', () => {
  it('leave out the one with the title', () => {
    expect(bodyOf('---\ntitle: Order a card\n---\n\n# Order a  Card\n\nWords.')).toBe('Words.');
    expect(bodyOf('Words.\n\n# Order\n\n## How')).toBe('Words.\n\n## How');
    expect(bodyOf('Two words.\n\n# Small lid\n\nA.\n\n# Large lid\n\nB.')).toBe(
      'Two words.\n\n## Small lid\n\nA.\n\n## Large lid\n\nB.',
    );
    expect(bodyOf('[Home](https://x.example)\n\n# Small lid\n\nA.')).toBe('[Home](https://x.example)\n\nA.');
  });

  it('start at the second level and skip no level', () => {
    expect(bodyOf('---\ntitle: T\n---\n# One\n\n### Two\n\n###### Three\n\n# Four')).toBe(
      '## One\n\n### Two\n\n#### Three\n\n## Four',
    );
    expect(bodyOf('---\ntitle: T\n---\n#### One\n\n#### Two')).toBe('## One\n\n## Two');
  });
});

it('any mix of Markdown, HTML and template tags becomes a valid article', () => {
  const pieces = [
    ...['import x from "y"', 'export {', '<port>', '<b>', '</b>', '{', '}', '{{x}}', '{% if %}', '`a{b}`', '**b** '],
    ...['[l](x.md)', '![i](p.png)', '\n', '\n\n', '\n- ', '\n> ', '\n```js\n', '\n# ', '\n| a | b |\n|-|-|\n| ', ' | '],
    ...['<details><summary>', '</summary>', '</details>', '<kbd>', '</kbd>', '<table><tr><td colspan=2>', '</table>'],
    ...['<div class="note">', '</div>', '\n:::note\n', '\n:::\n', '<!-- c', '-->', '&lt;x&gt;', '\\', '<a id="a"></a>'],
    ...[
      '<br>',
      '[^1]',
      '\n[^1]: foot',
      '<iframe src="https://youtu.be/abc"/>',
      '<script>',
      '<title>',
      '<Tabs>',
      '</Tabs>',
    ],
    ...[
      '<Foo bar={1} />',
      '{#id}',
      '{: .note }',
      '<h2>',
      '</h2>',
      '<p>',
      '</p>',
      '<li>',
      '<a href="https://x.y">',
      '</a>',
    ],
    ...[
      '<mark>',
      '</mark>',
      'word ',
      '~',
      '_',
      '*',
      '|',
      '<',
      '>',
      '!!! note\n    a\n',
      '<svg><path d=""/></svg>',
      '\t',
    ],
  ];
  // A fixed sequence: a mix that failed once would fail every time.
  let seed = 20261115;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let round = 0; round < 60; round += 1) {
    const mix = () => Array.from({ length: 4 + next(16) }, () => pieces[next(pieces.length)]).join('');
    const texts = { 'a/one.md': mix(), 'a/two.md': `Words.\n\n${mix()}`, 'b/three.mdx': mix() };
    expect(() => importTexts(texts, ['a/p.png'])).not.toThrow();
  }
});

it('every loss names the line of the file, front matter and folded blocks included', () => {
  const text = [
    ...['---', 'title: T', '---', '', ':::note', '![a](a.png)', ':::', '', '<div>', '  <script>x</script>', '</div>'],
    ...['', '| a |', '|-|', '| [b](b.md) |', '', '![c](c.png)'],
  ].join('\r\n');
  expect(lossesOf(importTexts({ 'a/t.md': text })).map((loss) => loss.split(' ', 2).join(' '))).toEqual([
    'a/t.md:6 The',
    'a/t.md:10 The',
    'a/t.md:15 The',
    'a/t.md:17 The',
  ]);
});
