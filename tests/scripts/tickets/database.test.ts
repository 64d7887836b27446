import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { listFiles } from '#io/machine/files.ts';
import { makeFolder } from '../../folder.ts';
import { type Server, startPostgres } from '../../postgres.ts';
import { run, start } from '../../run.ts';
import { content } from '../../tickets.ts';

let server: Server;
beforeAll(async () => {
  server = await startPostgres();
  process.env.PGPASSWORD = 'owner-secret';
  await server.run(`CREATE SCHEMA support; CREATE TABLE support.tickets AS
    SELECT n AS id, timestamptz '2026-11-02 22:30:00Z' AS created_at, n % 9 AS requester_id,
      (ARRAY['lost_card', 'card_late', 'atm', 'canary ' || n])[1 + n % 4] AS category FROM generate_series(1, 80) n`);
  await server.run(
    "CREATE ROLE stranger LOGIN PASSWORD 'owner-secret'; CREATE ROLE hurried LOGIN PASSWORD 'owner-secret'",
  );
  await server.run('GRANT USAGE ON SCHEMA support TO hurried; GRANT SELECT ON ALL TABLES IN SCHEMA support TO hurried');
});
afterAll(async () => {
  delete process.env.PGPASSWORD;
  await server?.stop();
});

const sources = (lines: string) =>
  `sources: { desk: { table: support.tickets, timezone: Europe/Helsinki, ${lines} } }\n`;
const folder = (lines = 'requester: requester_id, category: "column:category"') =>
  makeFolder({ ...content, 'content/tickets.yaml': sources(lines) });
const tell = (cwd: string, ...words: string[]) => run('tickets', words, cwd);
const counted = `2026-11-03,en,(other),20
2026-11-03,en,atm,20
2026-11-03,en,card_late,20
2026-11-03,en,lost_card,20
`;

describe('tickets import --from postgres://…', () => {
  it('writes the counts of the table that tickets.yaml names, and says what they are', async () => {
    const root = await folder();
    const { code, stdout, stderr } = await tell(root, 'import', '--from', server.address());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Read 80 tickets from support.tickets (in postgres on 127.0.0.1).');
    expect(stdout).toContain('Wrote content/tickets/desk.csv.');
    expect(await readFile(join(root, 'content/tickets/desk.csv'), 'utf8')).toBe(
      `day,locale,category,tickets\n${counted}`,
    );
    expect(await listFiles(join(root, 'content/tickets'))).toEqual(['desk.csv']);
  });

  it('shows the tables it found, and the line to write, if no table is named', async () => {
    const root = await makeFolder(content);
    const { code, stderr } = await tell(root, 'import', '--from', server.address());
    expect(code).toBe(1);
    expect(stderr).toBe(`tickets.yaml doesn't say which table contains the tickets.
  table            possible category columns
  support.tickets  created_at, id, category, requester_id
To choose a table, add it to tickets.yaml:
  sources:
    postgres:
      table: support.tickets

Nothing was written.
`);
  });

  it.each([
    ['host', 'postgres://u@no-such-host.invalid/db', "no-such-host.invalid: The host can't be found."],
    ['port', 'postgres://u@127.0.0.1:1/db', '127.0.0.1: The connection was refused.'],
    ['password', () => server.address('postgres:wrong-secret'), 'The password of "postgres" is wrong or missing.'],
    ['database', () => server.address('postgres', 'nowhere'), 'There is no database "nowhere".'],
    ['permission', () => server.address('stranger'), 'User "stranger" isn\'t allowed to read support.tickets.'],
    ['encryption', () => `${server.address()}?sslmode=verify-full`, "The database doesn't support encryption."],
    ['address', 'postgres://u@[', "The address isn't valid."],
  ])('explains in plain words what is wrong with the %s', async (_, address, says) => {
    const root = await folder();
    const { code, stdout, stderr } = await tell(
      root,
      'import',
      '--from',
      typeof address === 'string' ? address : address(),
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/\n {2}[A-Z].+\n\nNothing was written\.\n$/);
    expect(stderr).not.toMatch(/secret|\n\s+at /);
    expect(await listFiles(join(root, 'content/tickets'))).toEqual([]);
  });

  it('reports a timeout that the database sets too low', async () => {
    await server.run("ALTER ROLE hurried SET statement_timeout = '300ms'");
    await server.run('CREATE VIEW support.slow AS SELECT *, pg_sleep(1)::text AS slept FROM support.tickets');
    await server.run('GRANT SELECT ON support.slow TO hurried');
    const root = await folder('category: "column:slept"');
    await makeSlow(root);
    const { stderr } = await tell(root, 'import', '--from', server.address('hurried'));
    expect(stderr).toContain('statement_timeout');
  });

  it('cancels the statement in the database if it is interrupted, and writes nothing', async () => {
    const root = await folder('category: "column:slept"');
    await makeSlow(root);
    const running = async () =>
      (
        await server.run(
          "SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'ohje' AND state = 'active'",
        )
      ).rows[0].n as number;
    const child = start('tickets', ['import', '--from', server.address()], root);
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    const ended = new Promise<number | null>((done) => child.on('close', done));
    await vi.waitUntil(async () => (await running()) > 0, { interval: 20, timeout: 30_000 });
    child.kill('SIGINT');
    expect(await ended).toBe(1);
    expect(stderr).toBe('The import was interrupted, and so was its query in the database.\n\nNothing was written.\n');
    expect(await running()).toBe(0);
    expect(await listFiles(join(root, 'content/tickets'))).toEqual([]);
  });
});

async function makeSlow(root: string) {
  const text = sources('category: "column:slept"').replace('support.tickets', 'support.slow');
  await writeFile(join(root, 'content/tickets.yaml'), text);
}

describe('tickets sql', () => {
  it('prints a statement that PostgreSQL answers with the counts file', async () => {
    const { code, stdout } = await tell(await folder(), 'sql', '--dialect', 'postgres');
    expect(code).toBe(0);
    const { rows } = await server.run(
      `SELECT day::text || ',' || locale || ',' || category || ',' || tickets AS line FROM (${withoutEnd(stdout)}) s`,
    );
    expect(`${rows.map(({ line }) => line).join('\n')}\n`).toBe(counted);
  });

  it('prints one that DuckDB answers in the same way', async () => {
    const { stdout } = await tell(await folder(), 'sql', '--dialect', 'duckdb', '--source', 'desk');
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`CREATE SCHEMA support; CREATE TABLE support.tickets AS SELECT n AS id,
      TIMESTAMPTZ '2026-11-02 22:30:00+00' AS created_at, n % 9 AS requester_id,
      ['lost_card', 'card_late', 'atm', 'canary ' || n][1 + n % 4] AS category FROM range(1, 81) t(n)`);
    const rows = (await connection.runAndReadAll(withoutEnd(stdout))).getRows();
    connection.closeSync();
    instance.closeSync();
    expect(`${rows.map((row) => row.join(',')).join('\n')}\n`).toBe(counted);
  });

  it.each(['redshift', 'bigquery', 'snowflake', 'databricks', 'trino', 'clickhouse'])(
    'prints one for %s',
    async (dialect) => {
      const { code, stdout } = await tell(
        await folder('category: "column:it\'s", map: { "a\\\\b": lost_card }'),
        'sql',
        '--dialect',
        dialect,
      );
      expect(code).toBe(0);
      expect(stdout).toMatch(/content\/tickets\/desk\.csv\n(?:-- .*\n)+WITH words AS \(/);
    },
  );

  it('says what must be set in tickets.yaml', async () => {
    const { code, stderr } = await tell(await makeFolder(content), 'sql', '--dialect', 'trino');
    expect(code).toBe(1);
    expect(stderr).toContain('    postgres:\n      table: support.tickets\n      category: column:category\n');
  });
});

function withoutEnd(sql: string): string {
  return sql
    .trimEnd()
    .replace(/;$/, '')
    .replace(/^--.*\n/gm, '');
}

describe('wrong usage', () => {
  it.each([
    [['import', '--from', 'mysql://u@h/d'], 'must start with postgres://'],
    [
      ['import', '--from', 'postgres://u@h/d', 'a.csv'],
      'Unexpected argument "a.csv". Import files and a database separately.',
    ],
    [['import', 'a.csv', '--source', 'desk'], 'Option --source can\'t be used with "import FILE…".'],
    [['sql'], 'Option --dialect is required.'],
    [['sql', '--dialect', 'oracle'], '--dialect is "oracle". Use postgres,'],
    [['report', '--dialect', 'trino'], 'Unknown option --dialect. It belongs to "npm run tickets -- sql".'],
  ])('%j is explained', async (words, message) => {
    const { code, stdout, stderr } = await tell(await makeFolder(content), ...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
