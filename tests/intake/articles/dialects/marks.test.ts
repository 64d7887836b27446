import { describe, expect, it } from 'vitest';
import { bodyIn, bodyOf, importTexts, lossesOf } from '../import-texts.ts';

describe('marks of other dialects in a line', () => {
  it.each([
    ['pandoc spans', '[Mind]{.underline} the [lid]{.mark} [x]{custom-style="Big"}.', 'Mind the <mark>lid</mark> x.'],
    ['pandoc anchors', '[]{#_Toc1 .anchor}Words.', 'Words.'],
    ['raised and lowered', 'H~2~O, 10^6^ and price^\\*^', 'H<sub>2</sub>O, 10<sup>6</sup> and price<sup>\\*</sup>'],
    ['strikethrough', '~old~ and ~~older~~', '~~old~~ and ~~older~~'],
    ['highlights', 'a ==hot== lid, `a == b`, x == y == z', 'a <mark>hot</mark> lid, `a == b`, x == y == z'],
    ['keys', 'Press ++ctrl+alt+del++, not C++ or i++.', 'Press <Kbd>Ctrl + Alt + Del</Kbd>, not C++ or i++.'],
    ['icons of MkDocs', 'Click :material-plus: there.', 'Click **plus** there.'],
    [
      'attributes of kramdown',
      '[a](https://x.example){:target="_blank"}{:rel="noopener"} [b](https://y.example){: .b target="\\_blank"}',
      '[a](https://x.example) [b](https://y.example)',
    ],
    [
      'names of emoji',
      ':bulb: Try at 10:30:45, C:a:b, `:bulb:`, :unknown:',
      '💡 Try at 10:30:45, C:a:b, `:bulb:`, :unknown:',
    ],
    ['attributes of MkDocs', '[a](https://x.example){ .md-button .md-button--primary }', '[a](https://x.example)'],
    ['kramdown blocks', '{::nomarkdown}\n<b>a</b>\n{:/}', '**a**'],
    ['abbreviations', 'HTML or HTML.\n\n*[HTML]: Hyper Text', '<abbr title="Hyper Text">HTML</abbr> or HTML.'],
    ['footnotes', 'a[^1] b[^2]\n\n[^1]: x\n\n[^2]: y', 'a[^1] b[^2]\n\n[^1]: x\n\n[^2]: y'],
    ['page breaks', 'a\n\n\\newpage\n\nb', 'a\n\nb'],
    ['words in braces', 'Write [a] {b}, f(x){y} and [c]{d}.', 'Write \\[a] \\{b}, f(x)\\{y} and \\[c]\\{d}.'],
    ['prices', 'It costs $1 or $2, US$5 and A$6, 3$/4$.', 'It costs $1 or $2, US$5 and A$6, 3$/4$.'],
  ])('%s', (_name, written, read) => {
    expect(bodyOf(written)).toBe(read);
  });

  it('formulas are shown as code and reported', () => {
    const text = 'With $P = 2000$ and \\(x^2\\).\n\n$$\nt = \\frac{m}{P}\n$$\n\n1. a\n\n   $$ E = mc^2 $$\n';
    const imported = importTexts({ 'a/b.md': text });
    expect(bodyIn(imported, 'a/b')).toBe(
      'With `P = 2000` and `x^2`.\n\n```latex\nt = \\frac{m}{P}\n```\n\n1. a\n\n   ```latex\n   E = mc^2\n   ```',
    );
    expect(lossesOf(imported)).toEqual([
      'a/b.md:1 The formula "P = 2000" is shown as its source.',
      'a/b.md:1 The formula "x^2" is shown as its source.',
      'a/b.md:3 The formula "t = \\frac{m}{P}" is shown as its source.',
      'a/b.md:9 The formula "E = mc^2" is shown as its source.',
    ]);
  });
});

describe('tables', () => {
  it('of pandoc become pipe tables', () => {
    const grid =
      '+------+-------+\n| Plan | Price |\n+======+=======+\n| A    | 5 €   |\n|      | only  |\n+------+-------+';
    expect(bodyOf(grid)).toBe('| Plan | Price |\n| - | - |\n| A | 5 € only |');
    const simple = 'Plan   Price\n------ -------\nA      5 \\| 6\nB      9\n\nTable: Prices';
    expect(bodyOf(simple)).toBe('Prices\n\n| Plan | Price |\n| - | - |\n| A | 5 \\| 6 |\n| B | 9 |');
    const rows =
      '  ---- -------\n  Plan Price\n  ---- -------\n  A    5 €\n       only\n\n  B    9 €\n  ---- -------\n\nMore.';
    expect(bodyOf(rows)).toBe('| Plan | Price |\n| - | - |\n| A | 5 € only |\n| B | 9 € |\n\nMore.');
  });

  it('of pandoc stay HTML with blocks in cells', () => {
    const grid =
      '+------+-------+\n| Plan | Refund |\n+======+=======+\n| A    | - 5   |\n|      | - 6   |\n+------+-------+';
    expect(bodyOf(grid)).toContain('<td>\n        - 5\n        - 6\n      </td>');
  });

  it('are not seen in code or in rules', () => {
    const text = '```\n+---+---+\n| a | b |\n+---+---+\n```\n\na\n\n---\n\nb';
    expect(bodyOf(text)).toBe('```\n+---+---+\n| a | b |\n+---+---+\n```\n\na\n\n---\n\nb');
  });
});

it('terms and their definitions become a list', () => {
  expect(bodyOf('IBAN\n: A *number*.\n: A code.\n\nBIC\n\n:   A code.\n\n    More.\n\nWords: here.')).toBe(
    '- **IBAN**\n\n  A _number_.\n\n  A code.\n\n- **BIC**\n\n  A code.\n\n  More.\n\nWords: here.',
  );
});
