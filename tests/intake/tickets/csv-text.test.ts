import { describe, expect, it } from 'vitest';
import { delimiterOf, parseCsv, printCell } from '#intake/tickets/csv-text.ts';

describe('CSV in a text', () => {
  it.each([
    ['a,b,c\n1,2,3', ','],
    ['a;b;c\n1,5;2;3', ';'],
    ['a\tb\n1\t2', '\t'],
  ])('%j: the cells stand apart by what the first line has most of', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });

  it.each(['plain', 'a,b', 'she said "no"', 'two\nlines', 'two\r\nlines', '"', 7])(
    '%j is read as it was printed',
    (value) => {
      expect(parseCsv(`${printCell(value)},end`, ',')[0]?.cells).toEqual([String(value), 'end']);
    },
  );
});
