import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ExportError, openExport } from '#io/imports/export.ts';
import { makeFolder } from '../../folder.ts';
import { lines, many } from '../../tickets.ts';

const tickets = many(40);
const rows = 'id,created at,category\n1,2026-11-01,lost_card\n';

async function open(name: string, data: string | Uint8Array) {
  return openExport(join(await makeFolder({ [name]: data }), name));
}

describe('an export is recognized by its contents, whatever its name', () => {
  it.each([
    ['one ticket per line', lines(tickets), 'lines'],
    ['a list', JSON.stringify(tickets), 'array'],
    ['a list over many lines', JSON.stringify(tickets, null, 2), 'array'],
    ['a page of the API', JSON.stringify({ count: 40, next_page: null, meta: { more: [1] }, tickets }), 'envelope'],
    ['a page of search results', JSON.stringify({ results: tickets }), 'envelope'],
    ['pages, one per line', lines([{ tickets }, { tickets }]), 'envelope'],
    ['tickets over many lines', tickets.map((ticket) => JSON.stringify(ticket, null, 1)).join('\n'), 'objects'],
  ])('%s', async (_, text, kind) => {
    const plain = await open('export.csv', text);
    expect(plain).toMatchObject({
      gzip: false,
      format: { name: 'zendesk' },
      layout: { kind },
      bytes: Buffer.byteLength(text),
    });
    const packed = await open('export', gzipSync(text));
    expect(packed).toMatchObject({
      gzip: true,
      format: { name: 'zendesk' },
      layout: { kind },
      bytes: Buffer.byteLength(text),
    });
  });

  it.each([
    ['commas', rows, ','],
    ['semicolons', rows.replaceAll(',', ';'), ';'],
    ['tabs', rows.replaceAll(',', '\t'), '\t'],
    ['a byte order mark', `\uFEFF${rows}`, ','],
  ])('a table with %s', async (_, text, delimiter) => {
    const { format, layout, keys } = await open('export.json', text);
    expect(format.name).toBe('csv');
    expect(layout).toEqual({ kind: 'rows', delimiter, above: 0 });
    expect(keys).toEqual(['id', 'created at', 'category']);
  });
});

describe('a text in another encoding is read through a copy, which is deleted afterwards', () => {
  const table = (text: string) => Buffer.from(text, 'utf16le');
  it.each<[string, Uint8Array, string]>([
    ['UTF-16 with a mark', table(`\uFEFF${rows}`), 'rows'],
    ['UTF-16 without one', table(rows), 'rows'],
    ['UTF-16 with the large byte first', table(`\uFEFF${rows}`).swap16(), 'rows'],
    ['UTF-16, packed', gzipSync(table(`\uFEFF${rows}`)), 'rows'],
    ['JSON in UTF-16', table(`\uFEFF${lines(tickets)}`), 'lines'],
    ['JSON with a byte order mark', Buffer.from(`\uFEFF${lines(tickets)}`), 'lines'],
  ])('%s', async (_, data, kind) => {
    const { file, path, layout, close } = await open('export', data);
    expect(layout.kind).toBe(kind);
    expect(file).not.toBe(path);
    expect((await stat(file)).mode & 0o077).toBe(0);
    await close();
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });
});

describe('a file that is not a complete export is refused with a reason', () => {
  const text = lines(tickets);
  it.each([
    ['an empty file', '', 'empty'],
    ['blanks', ' \n\n', 'empty'],
    ['a login page', '<!DOCTYPE html><html><title>canary</title>', 'web page'],
    [
      'UTF-16 cut off within a sign',
      Buffer.from(`\uFEFF${rows}`, 'utf16le').subarray(0, -1),
      "UTF-16, but it's cut off",
    ],
    ['a login page in UTF-16', Buffer.from('\uFEFF<!DOCTYPE html><title>canary</title>', 'utf16le'), 'web page'],
    ['Latin-1', Buffer.from('id;created;category\n1;2026-11-01;käteinen\n', 'latin1'), "isn't UTF-8"],
    ['a workbook', Buffer.from('PK\x03\x04\0\0\0canary'), 'Excel'],
    ['bytes', Buffer.from([1, 2, 0, 3, 0, 0, 9]), "isn't text"],
    ['JSON of something else', '{"users":[{"id":1,"email":"canary@mail.example"}]}', 'no tickets in a format'],
    ['an answer that is a refusal', '{"error":"canary is not signed in"}', 'no tickets in a format'],
    ['a Parquet file cut off', Buffer.from('PAR1canary'), 'Parquet file is cut off'],
    ['a list of nothing', '[]', 'no ticket'],
    ['a page of nothing', '{"tickets":[],"count":0}', 'no ticket'],
    ['a list cut off', JSON.stringify(tickets).slice(0, 5000), 'cut off'],
    ['a page cut off', JSON.stringify({ tickets }).slice(0, 5000), 'cut off'],
    ['a packed file cut off', gzipSync(text).subarray(0, 300), 'cut off'],
    ['a table without names', '17,2026-11-01,canary\n18,2026-11-02,lost_card\n', 'first line contains values'],
    ['a letter', 'Dear canary', 'neither JSON nor CSV'],
  ])('%s', async (_, data, reason) => {
    const refused = open('export', data);
    await expect(refused).rejects.toThrow(ExportError);
    await expect(refused).rejects.toThrow(reason);
    await expect(refused).rejects.not.toThrow('canary');
  });

  it('half a line at the end is reported', async () => {
    await expect(open('export.json', text.slice(0, -20))).rejects.toThrow(/export\.json:40: The file is cut off/);
  });

  it('a missing file, and a folder', async () => {
    const folder = await makeFolder({});
    await expect(openExport(join(folder, 'nowhere.json'))).rejects.toThrow("doesn't exist");
    await expect(openExport(folder)).rejects.toThrow('folder');
  });
});
