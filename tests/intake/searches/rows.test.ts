import { describe, expect, it } from 'vitest';
import { csvRows } from '#intake/searches/rows.ts';

describe('the rows of a log', () => {
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
