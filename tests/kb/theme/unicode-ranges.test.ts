import { describe, expect, it } from 'vitest';
import { unicodeRanges } from '#kb/theme/unicode-ranges.ts';

const codes = (text: string) => [...text].map((letter) => letter.codePointAt(0) ?? 0);

describe('the ranges of the files of a font family', () => {
  it('are the characters of each file that no later file has', () => {
    expect(unicodeRanges([codes('سلام a'), codes('čćž a'), codes('abcxyz ')])).toEqual([
      'U+627-645',
      'U+107-10D,U+17E',
      'U+20,U+61-7A',
    ]);
  });

  it('bridge gaps of characters that no file has, unless another file is between', () => {
    expect(unicodeRanges([codes('b'), codes('aeč')])).toEqual(['U+62', 'U+61,U+65,U+10D']);
  });

  it('are empty for a file whose characters later files have', () => {
    expect(unicodeRanges([codes('ab'), codes('abc')])).toEqual(['', 'U+61-63']);
  });

  it('leave out what is not text', () => {
    expect(unicodeRanges([[0x61, 0xffff]])).toEqual(['U+61']);
  });
});
