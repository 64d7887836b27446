import { describe, expect, it } from 'vitest';
import { csvRows, delimiterOf } from '#intake/searches/rows.ts';

describe('the rows of a log', () => {
  it.each([
    ['a,b,c\n1,2,3', ','],
    ['a;b;c\n1,5;2;3', ';'],
    ['a\tb\n1\t2', '\t'],
  ])('%j: the cells stand apart by what the first line has most of', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });

  it('are all read, however long the log and wherever a line break stands in a question', () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => [`${index}`, `how do I\n"${index}" it`]);
    const text = rows.map(([id, question = '']) => `${id},"${question.replaceAll('"', '""')}"\r\n`).join('');
    expect(text.length).toBeGreaterThan(2 ** 20);
    expect([...csvRows(text, ',')]).toEqual(rows);
  });

  it('may end without a line break', () => {
    expect([...csvRows('a,b\n1,2', ',')]).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
});
