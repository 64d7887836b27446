import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ExportError } from '#io/imports/export-error.ts';
import { importText } from '#report/imports/tickets-text.ts';
import { desk } from './desk.ts';

const header = 'ID,Subject,Created at,Category';
const row = (n: number, subject = 'Lost, and found') => `${n},"${subject}",2026-11-02 10:00,lost_card`;
const rows = (from = 1, to = 6) => Array.from({ length: to - from + 1 }, (_, n) => row(from + n));
const semicolons = (lines: readonly string[]) =>
  lines.map((line) => line.replace(/"([^"]*)"/, 'Lost, and found').replace(/,(?! )/g, ';'));
const file = (lines: readonly string[], end = '\n') => `${lines.join(end)}${end}`;

async function taken(text: string | Uint8Array) {
  const { take, counts } = await desk({ a: text });
  const imported = await take('a');
  return { imported, counts: await counts('csv'), text: importText(imported, { counts: 'csv.csv' }) };
}

describe('six tickets are counted from CSV', () => {
  it.each<[dialect: string, text: string | Uint8Array]>([
    ['with the separator in the first line', file(['sep=;', ...semicolons([header, ...rows()])])],
    ['with that and a byte order mark', `\ufeff${file(['sep=;', ...semicolons([header, ...rows()])], '\r\n')}`],
    ['with the separator in quotes', file(['"sep=;"', ...semicolons([header, ...rows()])], '\r\n')],
    ['with that and empty cells', file(['"sep=;";;;', ...semicolons([header, ...rows()])])],
    ['with that and another line end', `"sep=;"\r\n${file(semicolons([header, ...rows()]))}`],
    ['with that, in quotes, and a byte order mark', `\ufeff${file(['"sep=;"', ...semicolons([header, ...rows()])])}`],
    ['with a title that ends in another way', `Cases by week\r\n${file([header, ...rows()])}`],
    [
      'with a line break in the name of a column',
      file([header.replace('Created at', '"Created\nat"'), ...rows()], '\r\n'),
    ],
    ['with CRLF and LF', `${file([header, ...rows(1, 3)], '\r\n')}${file(rows(4, 6))}`],
    ['with LF and CRLF', `${file([header, ...rows(1, 3)])}${file(rows(4, 6), '\r\n')}`],
    ['with CR alone', file([header, ...rows()], '\r')],
    ['packed, and uneven', gzipSync(file([header, ...rows(), 'Total: 6']))],
    ['with a separator at the end of each line', file([header, ...rows()].map((line) => `${line},`))],
    ['with a separator at the end of each row', file([header, ...rows().map((line) => `${line},,`)])],
    ['without empty cells at the end', file([`${header},Note`, ...rows()])],
    ['with line breaks in quotes', file([header, ...rows(1, 5), row(6, 'Lost\r\nand\nfound')])],
    ['with quotes within cells', file([header, ...rows(1, 5), '6,5" screen and "more",2026-11-02 10:00,lost_card'])],
    ['with text after a quote', file([header, ...rows(1, 5), '6,"more" of it,2026-11-02 10:00,lost_card'])],
    [
      'with quotes as MySQL writes them',
      file([header, ...rows().map((line) => line.replace(', and', '\\", and \\"'))]),
    ],
    ['with the lines of a report above', file(['Tickets', 'Filtered by: all, of them', '', header, ...rows()])],
    [
      'of a report with filled up lines',
      file(['Cases by week,,,', 'As of 2026-11-20,,,', ',,,', header, ...rows(), 'Total,,,6']),
    ],
    ['with blank lines', file([header, ...rows(1, 3), '', ',,,', ...rows(4, 6), '', ''])],
  ])('%s', async (_, text) => {
    const { imported, counts } = await taken(text);
    expect(counts).toEqual(['2026-11-02,en,lost_card,6']);
    expect(imported.duplicates).toBe(0);
  });
});

describe('lines without a ticket are named', () => {
  it('totals and notes', async () => {
    const { text } = await taken(
      file([header, ...rows(), '', 'Total: 6', 'Confidential Information - Do Not Distribute', 'Copyright']),
    );
    expect(text).toContain('3 lines with a total or a note: lines 9, 10, 11');
    expect(text).toContain('1 blank line between the others');
  });

  it('rows with a cell too many, which are left out, and with a cell too few', async () => {
    const { imported, text } = await taken(
      file([header, row(1), '2,Lost, and found,2026-11-02,lost_card', row(3), '4,Lost,2026-11-02', ...rows(5, 8)]),
    );
    expect(imported.read).toBe(7);
    expect(text).toContain('1 row with more cells than there are columns, not counted: line 3.');
    expect(text).toContain('1 row with fewer cells, the last ones read as empty: line 5');
  });
});

describe('what cannot be read is refused with its line', () => {
  it.each([
    ['a file that is cut off', `${file([header, ...rows()])}7,Lost,2026-1`, 'a:8: The file is cut off'],
    [
      'a quote that is never closed',
      file([header, ...rows(), '7,"Lost,2026-11-02,lost_card', row(8, 'x')].slice(0, -1)),
      "a:8: A quote isn't closed",
    ],
    [
      'a separator in most cells',
      file([header, ...Array.from({ length: 20 }, (_, n) => `${n},a,b,2026-11-02,lost_card`)]),
      'such as those on lines 2, 3, 4, 5, 6, …',
    ],
  ])('%s', async (_, text, says) => {
    const { take } = await desk({ a: text });
    const refused = take('a');
    await expect(refused).rejects.toThrow(ExportError);
    await expect(refused).rejects.toThrow(says);
  });
});
