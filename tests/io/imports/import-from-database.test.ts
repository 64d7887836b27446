import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '#io/content/read-content.ts';
import { importFromDatabase } from '#io/imports/database/import-from-database.ts';
import { type Server, startPostgres } from '../../postgres.ts';
import { desk } from './desk.ts';

let server: Server;
beforeAll(async () => {
  server = await startPostgres();
  process.env.PGPASSWORD = 'owner-secret';
});
afterAll(async () => {
  delete process.env.PGPASSWORD;
  await server?.stop();
});

interface Row {
  id: string | null;
  created_at: string;
  updated_at: string | null;
  requester_id: string | null;
  category: string | null;
  locale: string | null;
}

/** Numbers that look random and are the same in every run. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const words = [
  ...['lost_card', 'Lost_Card ', ' stolen card', 'card_late', 'CARD_LATE'],
  ...['atm', 'ATM', 'Ätm', 'ätm', 'roof "red"', "o'clock", '-', '', '\t', '(other)', '(none)', '\u00a0fee\u00a0'],
  // Each pair is one word in other letters.
  ...[
    'Re\u0301clamation',
    'R\u00e9CLAMATION',
    '\uff23ard\u3000fee',
    'card fee',
    '\u06a9\u0627\u0631\u062a',
    '\u0643\u0627\u0631\u062a',
  ],
  ...['STRASSE', 'stra\u1e9ee', 'login\u200b', 'LOGIN', 'KAPATILDI', 'kapat\u0131ld\u0131', '\u200b'],
  ...['canary@mail.example', '+358 40 123 4567', 'x'.repeat(61), 'ref 12345'],
];

/** Versions of tickets, in every spelling of words and languages, with ties, gaps and slips. */
function invent(count: number): Row[] {
  const roll = dice(7);
  const pick = <T>(list: readonly T[]) => list[roll(list.length)] as T;
  const two = (n: number) => String(n).padStart(2, '0');
  return Array.from({ length: count }, () => ({
    id: roll(30) === 0 ? null : String(roll(count / 2)),
    created_at: pick([
      `2026-11-${two(1 + roll(12))} ${two(roll(24))}:${two(roll(60))}:00`,
      '2026-11-02 23:30:00',
      '1980-01-01 00:00:00',
    ]),
    updated_at: roll(3) === 0 ? null : `2026-11-20 10:00:${two(roll(3))}`,
    requester_id: roll(10) === 0 ? null : String(roll(60)),
    category: roll(20) === 0 ? `rare ${roll(40)}` : pick([...words, null]),
    locale: pick(['en', 'fi', 'FI_fi', 'suomi', 'English', 'de', '', null]),
  }));
}

const cell = (value: string | null) => (value === null ? '' : `"${value.replaceAll('"', '""')}"`);
const literal = (value: string | null) => (value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`);
const keys = ['id', 'created_at', 'updated_at', 'requester_id', 'category', 'locale'] as const;
const csv = (rows: readonly Row[]) =>
  `${keys.join(',')}\n${rows.map((row) => keys.map((key) => cell(row[key])).join(',')).join('\n')}\n`;

async function fill(table: string, rows: readonly Row[], types: Partial<Record<(typeof keys)[number], string>> = {}) {
  await server.run(`DROP TABLE IF EXISTS ${table}`);
  await server.run(`CREATE TABLE ${table} (${keys.map((key) => `${key} ${types[key] ?? 'text'}`).join(', ')})`);
  await server.run(
    `INSERT INTO ${table} VALUES ${rows.map((row) => `(${keys.map((key) => literal(row[key])).join(', ')})`).join(', ')}`,
  );
}

/** Counts a table with its lines of tickets.yaml. */
async function imported(lines: string, files: Record<string, string> = {}) {
  const made = await desk(files, `shop: { ${lines} }`);
  const { library } = await readContent(made.contentDir);
  if (!library) throw new Error('The content of the test is wrong.');
  const again = async (kind?: 'full' | 'changed') => {
    const result = await importFromDatabase(server.address(), { contentDir: made.contentDir, library, kind });
    if (!result.imported) throw new Error(JSON.stringify(result.findings));
    return result.imported;
  };
  return { ...made, imported: await again(), again };
}

const bytes = (contentDir: string, source: string) => readFile(join(contentDir, `tickets/${source}.csv`), 'utf8');

describe('a table gives the same counts as the same tickets in a file', () => {
  const settings =
    'timezone: Europe/Helsinki, times: Europe/Helsinki, category: "column:category", map: { ref 12345: lost_card }';
  const rows = invent(3000);

  it.each([
    ['texts', {}],
    [
      'times in no zone, and numbers',
      { created_at: 'timestamp', updated_at: 'timestamp', id: 'bigint', requester_id: 'int' },
    ],
    ['times in a zone', { created_at: 'timestamptz', updated_at: 'timestamptz' }],
  ])('%s', async (_, types) => {
    await server.run("SET TIME ZONE 'Europe/Helsinki'");
    await fill('shop_tickets', rows, types);
    const file = await desk({ 'export.csv': csv(rows) }, `csv: { ${settings} }`);
    const fromFile = await file.take('export.csv');
    const { contentDir, imported: fromTable } = await imported(`table: shop_tickets, ${settings}`);
    expect(await bytes(contentDir, 'shop')).toBe(await bytes(file.contentDir, 'csv'));
    for (const key of [
      'read',
      'duplicates',
      'noId',
      'noDate',
      'days',
      'claimed',
      'unclaimed',
      'other',
      'none',
      'requesters',
    ] as const)
      expect({ [key]: fromTable[key] }).toEqual({ [key]: fromFile[key] });
  });

  it('also without a requester, and without an id', async () => {
    const less = rows.map(({ category, created_at }) => ({ category, created_at }));
    await server.run('CREATE VIEW less AS SELECT category, created_at FROM shop_tickets');
    const text = `category,created_at\n${less.map(({ category, created_at }) => `${cell(category)},${created_at}`).join('\n')}\n`;
    const file = await desk({ 'export.csv': text }, `csv: { ${settings} }`);
    await file.take('export.csv');
    const { contentDir } = await imported(`table: less, ${settings}`);
    expect(await bytes(contentDir, 'shop')).toBe(await bytes(file.contentDir, 'csv'));
  });
});

describe('tickets that are not questions are left out', () => {
  it('as in a file, with the value that decided', async () => {
    const cells: [status: string, deleted: string | null, tags: string][] = [
      ['open', null, 'web'],
      ['open', null, 'web'],
      ['Gelöscht ', null, 'web'],
      ['gelöscht', null, ''],
      ['SPAM', null, 'web'],
      ['open', '2026-11-05', 'web'],
      ['closed', null, 'web, closed_by_merge'],
      ['Merged', null, 'web'],
      ['Merged', null, 'web'],
    ];
    const rows = cells.map((row, n) => [String(n), '2026-11-02', 'lost_card', ...row]);
    const names = ['id', 'created_at', 'category', 'status', 'deleted_at', 'tags'];
    const text = `${names.join(',')}\n${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`;
    await server.run(`DROP TABLE IF EXISTS states; CREATE TABLE states (id int, created_at date, category text, status text, deleted_at timestamp, tags text);
      INSERT INTO states VALUES ${rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ')}`);
    const settings = 'category: "column:category"';
    const file = await desk({ 'export.csv': text }, `csv: { ${settings} }`);
    const fromFile = await file.take('export.csv');
    const { counts, imported: table } = await imported(`table: states, ${settings}`);
    expect(await counts('shop')).toEqual(['2026-11-02,en,lost_card,2']);
    expect(table.leftOut).toEqual({ deleted: 3, spam: 1, merged: 3 });
    expect(table.leftOutBy).toEqual({
      deleted: { column: 'status', value: 'gelöscht', list: false },
      spam: { column: 'status', value: 'spam', list: false },
      merged: { column: 'status', value: 'merged', list: false },
    });
    for (const key of ['read', 'duplicates', 'leftOut', 'leftOutBy'] as const)
      expect({ [key]: table[key] }).toEqual({ [key]: fromFile[key] });
  });

  it('by the newest version of a ticket', async () => {
    await server.run(`DROP TABLE IF EXISTS versions; CREATE TABLE versions (id int, created_at date, updated_at date, category text, spam boolean);
      INSERT INTO versions VALUES (1, '2026-11-02', '2026-11-03', 'lost_card', true), (1, '2026-11-02', '2026-11-04', 'lost_card', false),
        (2, '2026-11-02', '2026-11-03', 'lost_card', false), (2, '2026-11-02', '2026-11-04', 'lost_card', true)`);
    const { counts, imported: table } = await imported('table: versions, category: "column:category"');
    expect(await counts('shop')).toEqual(['2026-11-02,en,lost_card,1']);
    expect(table).toMatchObject({ duplicates: 2, leftOut: { spam: 1 } });
  });
});

describe('a later import of a table', () => {
  const ticket = (n: number) =>
    `(${n}, '2026-11-${String(1 + (n % 10)).padStart(2, '0')}', '2026-11-${String(1 + (n % 10)).padStart(2, '0')}', 'lost_card')`;
  const all = Array.from({ length: 100 }, (_, n) => ticket(n));
  const table = 'CREATE TABLE later (id int, created_at date, updated_at date, category text)';
  const settings = 'table: later, category: "column:category"';
  const sumOf = (lines: readonly string[]) => lines.reduce((sum, line) => sum + Number(line.split(',')[3]), 0);

  it('with only the tickets that were changed replaces only the days it has in full', async () => {
    await server.run(`DROP TABLE IF EXISTS later; ${table}; INSERT INTO later VALUES ${all.join(', ')}`);
    const { again, counts } = await imported(settings);
    expect(sumOf(await counts('shop'))).toBe(100);
    await server.run(`DELETE FROM later WHERE created_at < '2026-11-09' AND id > 15; UPDATE later SET updated_at = '2026-11-10' WHERE id <= 15;
      UPDATE later SET updated_at = '2026-11-09' WHERE updated_at < '2026-11-09'; INSERT INTO later VALUES (500, '2026-11-10', '2026-11-10', 'lost_card')`);
    const { comparison } = await again();
    expect(comparison.kind).toBe('changed');
    expect(sumOf(await counts('shop'))).toBe(101);
  });

  it('asks what it is if it lacks more than were deleted', async () => {
    await server.run(`DROP TABLE IF EXISTS later; ${table}; INSERT INTO later VALUES ${all.join(', ')}`);
    const { again, counts } = await imported(settings);
    await server.run('DELETE FROM later WHERE id % 10 BETWEEN 1 AND 8 AND id < 20');
    await expect(again()).rejects.toThrow(/16 of them are missing here[\s\S]*--full[\s\S]*--changed/);
    expect(sumOf(await counts('shop'))).toBe(100);
    await again('full');
    expect(sumOf(await counts('shop'))).toBe(84);
  });
});

describe('the column of the category', () => {
  const rows = invent(400).map((row, n) => ({ ...row, id: String(n), category: n % 3 ? 'lost_card' : 'card_late' }));

  it('is found as in a file, with how often its values are known', async () => {
    await fill('found_tickets', rows);
    const { imported: table } = await imported('table: public.found_tickets');
    expect(table.category).toEqual({ kind: 'column', name: 'category' });
    expect(table.candidates).toEqual([
      { attribute: { kind: 'column', name: 'category' }, filled: 400, distinct: 2, claimed: 400, hinted: true },
    ]);
  });

  it.each([
    ['a list of tags', 'tag-prefix:topic_', "ARRAY['web', 'topic_lost_card', 'lang_fi']", 'text[]'],
    ['tags in a text', 'tag-prefix:topic_', "'web, Topic_Lost_Card, lang_fi'", 'text'],
    ['a tag of an array that a topic claims', 'tag', "ARRAY['web', 'lost_card', 'lang_fi']", 'text[]'],
    ['an array', 'column:tags', "ARRAY['web', 'lost_card', 'lang_fi']", 'varchar[]'],
    ['an array of a type of its own', 'column:tags', "ARRAY['web', 'lost_card', 'lang_fi']::tag[]", 'tag[]'],
    ['a JSON list', 'column:tags', `'["web", "lost_card", "lang_fi"]'`, 'json'],
    ['a JSON list of objects', 'tag', `'[{"name": "web"}, {"name": "lost_card"}, {"name": "lang_fi"}]'`, 'jsonb'],
    ['text with several choices', 'column:tags', "'web;Lost_Card;lang_fi'", 'text'],
    ['a field of an object', 'field:reason', `'{"reason": "lost_card"}'`, 'jsonb'],
    ['a field with several choices', 'field:reason', `'{"reason": ["vip", "lost_card"]}'`, 'jsonb'],
  ])('may be %s', async (_, category, value, type) => {
    const name = category.startsWith('field:') ? 'custom' : 'tags';
    await server.run(`DROP TABLE IF EXISTS tagged; DROP TYPE IF EXISTS tag; CREATE TYPE tag AS ENUM ('web', 'lost_card', 'lang_fi'); CREATE TABLE tagged (id int, created_at date, ${name} ${type});
      INSERT INTO tagged VALUES (1, '2026-11-02', ${value})`);
    const locale = name === 'tags' ? ', locale: "tag-prefix:lang_"' : '';
    const { counts } = await imported(`table: tagged, category: "${category}"${locale}`);
    expect(await counts('shop')).toEqual([`2026-11-02,${name === 'tags' ? 'fi' : 'en'},lost_card,1`]);
  });

  it('is an array, if a topic claims what is in it', async () => {
    await server.run(`DROP TABLE IF EXISTS listed; CREATE TABLE listed AS
      SELECT n AS id, date '2026-11-02' AS created_at, ARRAY['vip', 'lost_card'] AS topics, jsonb_build_object('a', n) AS extra FROM generate_series(1, 40) n`);
    const { counts, imported: table } = await imported('table: listed');
    expect(table.category).toEqual({ kind: 'column', name: 'topics' });
    expect(await counts('shop')).toEqual(['2026-11-02,en,lost_card,40']);
  });

  it('must be set if several columns are possible, or if none has that name', async () => {
    await server.run(`DROP TABLE IF EXISTS two; CREATE TABLE two AS
      SELECT n AS id, date '2026-11-02' AS created_at, 'area ' || n % 3 AS area, 'kind ' || n % 2 AS kind FROM generate_series(1, 40) n`);
    await expect(imported('table: two')).rejects.toMatchObject({ candidates: [{ distinct: 3 }, { distinct: 2 }] });
    await expect(imported('table: two, category: tag')).rejects.toThrow(
      /"category" to "tag", which isn't in the table\.\n.*view/,
    );
  });

  it('cannot be read without a table, so the tables are shown', async () => {
    await expect(imported('timezone: UTC')).rejects.toMatchObject({ source: 'postgres', told: undefined });
    await expect(imported('table: no.such')).rejects.toMatchObject({
      told: 'no.such',
      tables: expect.arrayContaining([expect.objectContaining({ name: 'public.found_tickets' })]),
    });
  });
});

describe('times', () => {
  it.each([
    ['Unix seconds', 'bigint', '1762128000'],
    ['Unix milliseconds', 'bigint', '1762128000000'],
    ['ISO 8601 in a text', 'text', "'2025-11-03T00:00:00Z'"],
    ['ISO 8601 without seconds', 'text', "'2025-11-03 02:00+02'"],
    ['a day', 'date', "'2025-11-03'"],
  ])('may be %s', async (_, type, value) => {
    await server.run(`DROP TABLE IF EXISTS timed; CREATE TABLE timed (id int, created_at ${type}, category text);
      INSERT INTO timed VALUES (1, ${value}, 'lost_card')`);
    const { counts } = await imported('table: timed, timezone: Europe/Helsinki');
    expect(await counts('shop')).toEqual(['2025-11-03,en,lost_card,1']);
  });

  it('that are invalid do not stop the statement, and are reported', async () => {
    await server.run(`DROP TABLE IF EXISTS timed; CREATE TABLE timed (id int, created_at text, category text);
      INSERT INTO timed VALUES (1, '2025-02-30', 'lost_card'), (2, '02/11/2025', 'lost_card'), (3, '2025-11-03', 'lost_card')`);
    await expect(imported('table: timed')).rejects.toThrow(/2 of 3 tickets have no valid date.*\n.*"created:"/);
  });
});
