import { describe, expect, it } from 'vitest';
import { delimiterOf, firstRows, parseCsv, printCsv } from '#intake/csv.ts';

describe('CSV in a text', () => {
  it.each([
    ['a,b,c\n1,2,3', ','],
    ['a;b;c\n1,5;2;3', ';'],
    ['a\tb\n1\t2', '\t'],
    ['a|b\n1|2', '|'],
    ['day;question\n2026-11-01;one, two, three\n2026-11-02;one, two, three\n', ';'],
    ['a\n1\n', ','],
  ])('%j: the delimiter is the most frequent one in the first line', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });

  it.each(['plain', 'a,b', 'she said "no"', 'two\nlines', 'two\r\nlines', 'two\rlines', '"', '', ' ', 7])(
    '%j is read as it was printed',
    (value) => {
      for (const lineEnd of ['\n', '\r\n'])
        expect(parseCsv(printCsv([[value, 'end']], lineEnd))).toEqual([{ cells: [String(value), 'end'], line: 1 }]);
    },
  );

  it('is quoted only if it must be', () => {
    expect(printCsv([['a b', 'c;d', 'e,f', 3]])).toBe('a b,c;d,"e,f",3\n');
    expect(printCsv([['a'], ['b']], '\r\n')).toBe('a\r\nb\r\n');
  });

  it.each(['\n', '\r\n', '\r'])('has the line of each row if lines end in %j', (end) => {
    const text = ['\uFEFFa,b', '', `1,"two${end}lines"`, '2,3', '', '4,5'].join(end);
    expect(parseCsv(text)).toEqual([
      { cells: ['a', 'b'], line: 1 },
      { cells: ['1', `two${end}lines`], line: 3 },
      { cells: ['2', '3'], line: 5 },
      { cells: ['4', '5'], line: 7 },
    ]);
  });

  it('can mix line endings, and have quotes in a value', () => {
    expect(parseCsv('a,b\r\n1,say "hi"\n2,3').map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', 'say "hi"'],
      ['2', '3'],
    ]);
  });

  it.each([
    ['id,text\n1,"cut in the mid', ['1', 'cut in the mid']],
    ['id,text\n1,"cut after ""quotes""', ['1', 'cut after "quotes"']],
    ['id,text\n1,"', ['1', '']],
    ['id,text\n1', ['1']],
  ])('%j can be cut off within quotes', (text, second) => {
    expect(firstRows(text, ',', 2)).toEqual([['id', 'text'], second]);
    expect(parseCsv(text)[1]).toEqual({ cells: second, line: 2 });
  });
});
