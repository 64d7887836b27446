import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { desk } from './desk.ts';

const rows = [
  { number: 1, opened: '2026-11-02', reason: 'lost_card', tags: ['web', 'my card'] },
  { number: 1, opened: '2026-11-02', reason: 'lost_card', tags: ['web'] },
  { number: 2, opened: '2026-11-03', reason: 'card_late', tags: [] },
];
const counted = ['2026-11-02,en,lost_card,1', '2026-11-03,en,card_late,1'];
const ndjson = rows.map((row) => JSON.stringify(row)).join('\n');

async function parquet(path: string, query: string) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (${query}) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
}

describe('tickets of an unknown system are read by the names of columns or keys', () => {
  it.each([
    ['a list', JSON.stringify(rows)],
    ['a line each', `${ndjson}\n`],
    ['a page', JSON.stringify({ total: 3, items: rows })],
    ['lines in UTF-16', Buffer.from(`\uFEFF${ndjson}`, 'utf16le')],
  ])('JSON: %s', async (_, data) => {
    const { take, counts } = await desk({ export: data });
    expect(await take('export')).toMatchObject({ source: 'json', read: 3, duplicates: 1 });
    expect(await counts('json')).toEqual(counted);
  });

  it('JSON with names that tickets.yaml gives, in keys that only later tickets have', async () => {
    const data = rows.map(({ number, opened, reason }) => ({
      nr: number,
      eröffnet: opened,
      ...(number === 2 && { grund: reason }),
    }));
    const { take, counts } = await desk(
      { export: JSON.stringify(data) },
      'json: { id: nr, created: eröffnet, category: "column:grund" }',
    );
    await take('export');
    expect(await counts('json')).toEqual(['2026-11-02,en,(none),1', '2026-11-03,en,card_late,1']);
  });

  it('JSON that shares a key or two with a help desk', async () => {
    const data = rows.map(({ number, opened, reason }) => ({
      id: number,
      created_at: opened,
      requester_id: number,
      source: 'web',
      category: reason,
      locale: 'fi',
    }));
    const { take, counts } = await desk({ export: JSON.stringify(data) });
    const { source, category } = await take('export');
    expect(category).toEqual({ kind: 'column', name: 'category' });
    expect(await counts(source)).toEqual(['2026-11-02,fi,lost_card,1', '2026-11-03,fi,card_late,1']);
  });

  it('JSON with keys that many desks have', async () => {
    const data = rows.map(({ number, opened, reason }) => ({
      id: number,
      created_at: opened,
      number,
      custom_fields: [],
      tags: [{ id: 7, name: reason }],
    }));
    const { take, counts } = await desk({ export: JSON.stringify(data) });
    expect(await take('export')).toMatchObject({ source: 'json', category: { kind: 'tag' } });
    expect(await counts('json')).toEqual(['2026-11-02,en,lost_card,1', '2026-11-03,en,card_late,1']);
  });

  it('the id of a ticket, and not the number of the row', async () => {
    const text = `Number,Ticket#,Created,Category\n1,2026117,2026-11-02,lost_card\n2,2026117,2026-11-02,lost_card\n`;
    const { take } = await desk({ export: text });
    expect(await take('export')).toMatchObject({ read: 2, duplicates: 1, readFrom: { id: 'Ticket#' } });
  });

  it('no column that the export lacks', async () => {
    const data = rows.map(({ number, opened, reason }) => ({
      id: number,
      created_at: opened,
      requester_id: 1,
      tags: [reason],
    }));
    const { take } = await desk({ export: JSON.stringify(data) });
    expect((await take('export')).readFrom).toMatchObject({ updated: undefined, requester: 'requester_id' });
  });

  it('Parquet, with times and lists in their own types', async () => {
    const { root, take, counts } = await desk({}, 'parquet: { category: tag }');
    await parquet(
      join(root, 'export'),
      `SELECT 1 AS id, TIMESTAMP '2026-11-02 10:00:00' AS created_at, ['web', 'stolen card'] AS tags
       UNION ALL SELECT 2, TIMESTAMP '2026-11-03 10:00:00', ['card_late']`,
    );
    expect(await take('export')).toMatchObject({ source: 'parquet', read: 2 });
    expect(await counts('parquet')).toEqual(['2026-11-02,en,Stolen Card,1', '2026-11-03,en,card_late,1']);
  });

  it.each(['Tickets', 'COUNT(Tickets)', '# of cases', 'Anzahl', 'Number of tickets'])(
    'is refused if its rows are sums: %s',
    async (column) => {
      const { take } = await desk({
        export: `Date,Category,${column}\n2026-11-02,lost_card,3\n2026-11-03,lost_card,"1,200"\n`,
      });
      await expect(take('export')).rejects.toThrow(
        `The rows are sums: "${column}" has the number of tickets of each. One row per ticket is expected.`,
      );
    },
  );

  it.each([
    ['with an id', 'ID,Date,Category,Tickets\n7,2026-11-02,lost_card,3\n'],
    ['with numbers that are ids', '#,Date,Category\n7,2026-11-02,lost_card\n'],
    ['with one ticket per row', 'Date,Category,Tickets\n2026-11-02,lost_card,1\n'],
    ['with the number of something else', 'Date,Category,Reopens count\n2026-11-02,lost_card,3\n'],
  ])('is counted %s', async (_, text) => {
    const { take } = await desk({ export: text });
    expect(await take('export')).toMatchObject({ read: 1 });
  });

  it('is refused if no column says when a ticket was opened', async () => {
    const { take } = await desk({ export: '[{"id":1,"user":"canary"}]' });
    await expect(take('export')).rejects.toThrow(/No column has the date.*\n.*"created:" in tickets.yaml/);
  });
});

describe('a cell, or several columns of one name', () => {
  it.each([
    ['spaces', 'id,created,Tags\n1,2026-11-02,web lost_card\n'],
    ['commas', 'id;created;Tags\n1;2026-11-02;web, stolen card\n'],
    ['columns', 'id,created,Labels,Labels,Labels\n1,2026-11-02,web,,lost_card\n'],
    ['a list', 'id;created;Tags\n1;2026-11-02;["web", "lost_card"]\n'],
  ])('has tags, separated by %s', async (_, data) => {
    const { take, counts } = await desk({ export: data }, 'csv: { category: tag }');
    await take('export');
    expect((await counts('csv'))[0]).toMatch(/2026-11-02,en,(?:lost_card|Stolen Card),1/);
  });

  it('gives the first that is not empty', async () => {
    const { take, counts } = await desk({ export: 'id,created,Reason,Reason\n1,2026-11-02,,lost_card\n' });
    await take('export');
    expect(await counts('csv')).toEqual(['2026-11-02,en,lost_card,1']);
  });
});
