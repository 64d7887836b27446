import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readLog } from '#io/imports/read-log.ts';
import { makeFolder } from '../../folder.ts';

async function rowsOf(text: string | Uint8Array) {
  const dir = await makeFolder({ log: text });
  const rows = [];
  for await (const row of readLog(join(dir, 'log'))) rows.push('says' in row ? row : { line: row.line, ...named(row) });
  return rows;
}

const named = ({ names, cells }: { names: readonly string[]; cells: readonly string[] }) =>
  Object.fromEntries(names.map((name, place) => [name, cells[place]]));

const text = 'day,query\r\n2026-11-01,"how do I\r\n""order"", it"\r\n\r\n2026-11-02,missä\r\n';
const rows = [
  { line: 2, day: '2026-11-01', query: 'how do I\r\n"order", it' },
  { line: 5, day: '2026-11-02', query: 'missä' },
];

describe('a log', () => {
  it.each([
    ['in UTF-8', text],
    ['with a mark at its beginning', `\uFEFF${text}`],
    ['packed', gzipSync(text)],
    ['packed in two pieces', Buffer.concat([gzipSync(text.slice(0, 30)), gzipSync(text.slice(30))])],
    ['in UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['in UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['in UTF-16 the other way round', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('is read %s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(rows);
  });

  it('is read completely however long it is, even if a chunk ends in a character or line break', async () => {
    const long = Array.from({ length: 60_000 }, (_, index) => [`${index}`, `mistä\r\n"${index}" saan`]);
    const lines = long.map(([id, question = '']) => `${id},"${question.replaceAll('"', '""')}"\r\n`);
    const read = await rowsOf(`id,query\r\n${lines.join('')}`);
    expect(read).toEqual(long.map(([id, query], index) => ({ line: 2 + index * 2, id, query })));
  });

  it('can be JSON with one object per line, each with different keys', async () => {
    const lines = [
      { event: 'ohje:vote', helpful: true, when: 5, nothing: null, parts: ['a'] },
      { event: 'ohje:search' },
    ];
    expect(await rowsOf(`\n${lines.map((line) => JSON.stringify(line)).join('\n')}\r\n{"cut":`)).toEqual([
      { line: 2, event: 'ohje:vote', helpful: 'true', when: '5', nothing: '', parts: '' },
      { line: 3, event: 'ohje:search' },
      { line: 4, says: "The line isn't a JSON object.", fix: expect.any(String) },
    ]);
  });

  it.each([
    ['', 'log: The file is empty.'],
    [' \n', 'log: The file is empty.'],
    ['[{"day":1}]', 'log: The file is a JSON list or a web page'],
    ['{\n"day": 1}', 'log: The file is a JSON list or a web page'],
    ['<!doctype html>', 'log: The file is a JSON list or a web page'],
    [Uint8Array.of(0x61, 0x00, 0xff, 0x61, 0x62, 0x63), "log: The file isn't text, but CSV or JSON is expected."],
    [Uint8Array.of(0x61, 0xe4, 0x0a), "log: The file isn't UTF-8. It uses an older encoding"],
    [Buffer.from(`\uFEFF${text}\uD800`, 'utf16le'), "log: The file is UTF-16, but it's cut off or damaged."],
    [Buffer.from(`${text}\0`), "log: The file isn't text"],
    [
      Buffer.from('PK\x03\x04\x14\0\x06\0'),
      'log: The file is a ZIP archive or an Excel workbook, but CSV or JSON is expected.\n' +
        '  Unpack the archive and import the files in it, or save the workbook as "CSV UTF-8" in Excel.',
    ],
    [gzipSync(Buffer.from('PK\x03\x04\x14\0\x06\0')), 'log: The file is a ZIP archive or an Excel workbook'],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'log: The file is an Excel workbook'],
    [
      Buffer.from('%PDF-1.7\n%\xe2\xe3', 'latin1'),
      'log: The file is a PDF, but CSV or JSON is expected.\n  Export the log',
    ],
    [Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'log: The file is an image'],
    [gzipSync(text).subarray(0, 40), 'log: The gzip file is cut off or damaged.'],
    ['day,query\n2026-11-01,a\n2026-11-02,"b\n2026-11-03,c\n', 'log:3: A quote opened here'],
    [`day,query\n2026-11-02,"b\n${'2026-11-03,c\n'.repeat(100_000)}`, 'log:2: A quote opened here'],
  ])('%j is refused', async (bytes, says) => {
    await expect(rowsOf(bytes)).rejects.toThrow(says);
  });

  it('can have line separators of Unicode in a text', async () => {
    expect(await rowsOf('{"query":"two\u2028lines"}\n{"query":"one\u2029more"}\n')).toEqual([
      { line: 1, query: 'two\u2028lines' },
      { line: 2, query: 'one\u2029more' },
    ]);
  });

  it('is not read further if the import is stopped', async () => {
    const log = join(await makeFolder({ log: text }), 'log');
    await expect(readLog(log, AbortSignal.abort()).next()).rejects.toThrow('The import was interrupted.');
  });

  it('must exist', async () => {
    await expect(readLog(join(await makeFolder({}), 'log')).next()).rejects.toThrow("log: The file doesn't exist.");
  });
});
