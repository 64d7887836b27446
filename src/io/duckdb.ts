import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { fileLiteral, literal } from '#intake/tickets/sql.ts';

/** A database in memory for the length of one count. */
export interface Database {
  run(sql: string): Promise<void>;
  rows<Row>(sql: string): Promise<Row[]>;
  /** Share of the running statement that is done, 0 to 1, as far as the database knows. */
  progress(): number;
  interrupt(): void;
  close(): Promise<void>;
}

/** Beyond this, tables of tickets are spilled to disk (hashes, days and categories, nothing else). */
const MEMORY = '560MB';

/**
 * Opens a database that reads local files and nothing from the network.
 *
 * @param timezone in which moments become days
 */
export async function openDatabase(timezone: string): Promise<Database> {
  const spill = await mkdtemp(join(tmpdir(), 'ohje-'));
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    memory_limit: MEMORY,
    preserve_insertion_order: 'false',
    temp_directory: spill,
  });
  const connection: DuckDBConnection = await instance.connect();
  await connection.run('SET enable_progress_bar = true; SET enable_progress_bar_print = false');
  await connection.run(`SET TimeZone = ${literal(timezone)}`);
  return {
    async run(sql) {
      await connection.run(sql);
    },
    async rows<Row>(sql: string) {
      return (await connection.runAndReadAll(sql)).getRowObjectsJS() as Row[];
    },
    progress: () => Math.max(0, connection.progress.percentage) / 100,
    interrupt: () => connection.interrupt(),
    async close() {
      connection.closeSync();
      instance.closeSync();
      await rm(spill, { recursive: true, force: true });
    },
  };
}

/** The columns of a Parquet file, and which of them hold lists or objects. */
export async function parquetColumns(file: string): Promise<{ name: string; nested: boolean }[]> {
  const database = await openDatabase('UTC');
  try {
    const rows = await database.rows<{ column_name: string; column_type: string }>(
      `DESCRIBE FROM read_parquet(${fileLiteral(file)})`,
    );
    return rows.map(({ column_name: name, column_type: type }) => ({
      name,
      nested: /[([]/.test(type) && !/^DECIMAL/.test(type),
    }));
  } finally {
    await database.close();
  }
}
