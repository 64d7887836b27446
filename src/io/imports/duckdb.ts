import { type DuckDBConnection, DuckDBInstance, DuckDBScalarFunction, VARCHAR } from '@duckdb/node-api';
import { personKey } from '#intake/tickets/person.ts';
import { fileLiteral, literal, PERSON_KEY, type Sql } from '#intake/tickets/sql.ts';
import { makeTemporaryFolder } from '../machine/temporary-folder.ts';

/** An in-memory database for one count. */
export interface Database {
  run(sql: string): Promise<void>;
  rows<Row>(sql: string): Promise<Row[]>;
  /** The rows of a query in parts, as they are read: never all at once in memory. Nothing else can run meanwhile. */
  parts<Row>(sql: string): AsyncIterable<Row[]>;
  /** Queries while another statement runs, without seeing its changes. */
  beside<Row>(sql: string): Promise<Row[]>;
  /** Makes a function that SQL can call: of a text, a text or nothing. It never leaves this process. */
  define(name: string, of: (text: string) => string | undefined): void;
  interrupt(): void;
  close(): Promise<void>;
}

/** Above this, tables of tickets are spilled to disk: only hashes, days, and categories. */
const MEMORY = '560MB';
/**
 * Lowers the limit if millions of tickets occur twice: comparing them takes half as much memory again, which the database
 * doesn't count and releases late.
 */
export const spareMemory: Sql = "SET memory_limit = '400MB'";

/**
 * Files of fewer bytes are read by one thread, and what is freed meanwhile is kept: starting others and releasing memory
 * would take longer than reading.
 */
const SMALL = 4 * 2 ** 20;

/**
 * Opens a database that reads local files and nothing from the network.
 *
 * @param timezone in which moments become days
 * @param bytes the size of all that it reads, unpacked
 */
export async function openDatabase(timezone: string, bytes: number): Promise<Database> {
  const spill = await makeTemporaryFolder();
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    memory_limit: MEMORY,
    preserve_insertion_order: 'false',
    temp_directory: spill.path,
    ...(bytes < SMALL
      ? { threads: '1' }
      : // Freed memory is released at once; otherwise half as much again is kept.
        { allocator_bulk_deallocation_flush_threshold: '16MB', allocator_flush_threshold: '16MB' }),
  });
  const connection: DuckDBConnection = await instance.connect();
  const watch = await instance.connect();
  await connection.run(`SET TimeZone = ${literal(timezone)}`);
  const define = (name: string, of: (text: string) => string | undefined) =>
    connection.registerScalarFunction(textFunction(name, of));
  // What it is given is not kept.
  define(PERSON_KEY, personKey);
  return {
    async run(sql) {
      await connection.run(sql);
    },
    async rows<Row>(sql: string) {
      return (await connection.runAndReadAll(sql)).getRowObjectsJS() as Row[];
    },
    async *parts<Row>(sql: string) {
      for await (const rows of (await connection.stream(sql)).yieldRowObjectJs()) yield rows as Row[];
    },
    async beside<Row>(sql: string) {
      return (await watch.runAndReadAll(sql)).getRowObjectsJS() as Row[];
    },
    define,
    interrupt: () => connection.interrupt(),
    async close() {
      connection.closeSync();
      watch.closeSync();
      instance.closeSync();
      await spill.remove();
    },
  };
}

function textFunction(name: string, of: (text: string) => string | undefined): DuckDBScalarFunction {
  return DuckDBScalarFunction.create({
    name,
    parameterTypes: [VARCHAR],
    returnType: VARCHAR,
    mainFunction(_info, input, output) {
      const texts = input.getColumnVector(0);
      for (let row = 0; row < input.rowCount; row++) {
        const text = texts.getItem(row);
        output.setItem(row, typeof text === 'string' ? (of(text) ?? null) : null);
      }
      output.flush();
    },
  });
}

/** The columns of a Parquet file, and which of them contain lists or objects. */
export async function parquetColumns(file: string): Promise<{ name: string; nested: boolean }[]> {
  const database = await openDatabase('UTC', 0);
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
