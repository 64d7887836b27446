import pg from 'pg';
import type { ColumnKind, DatabaseColumn } from '#intake/tickets/database/database-table.ts';
import type { Sql } from '#intake/tickets/sql.ts';

/** A database that is only read, in one transaction, so all statements see the same tickets. */
export interface Postgres {
  rows<Row>(sql: Sql): Promise<Row[]>;
  /** Whether there is such a table or view, as SQL names it. */
  has(table: Sql): Promise<boolean>;
  columns(table: Sql): Promise<DatabaseColumn[]>;
  /** Whether the database can run a query of one row with `works`, and it is true. */
  works(sql: Sql): Promise<boolean>;
  /** Ends the running statement in the database itself, and the connection with it. */
  interrupt(): void;
  close(): Promise<void>;
}

const { types } = pg;
const kinds = new Map<number, ColumnKind>([
  ...[types.builtins.TEXT, types.builtins.VARCHAR, types.builtins.BPCHAR].map((id) => [id, 'text'] as const),
  ...[types.builtins.INT2, types.builtins.INT4, types.builtins.INT8].map((id) => [id, 'number'] as const),
  ...[types.builtins.FLOAT4, types.builtins.FLOAT8, types.builtins.NUMERIC].map((id) => [id, 'number'] as const),
  [types.builtins.TIMESTAMPTZ, 'zoned'],
  [types.builtins.TIMESTAMP, 'unzoned'],
  [types.builtins.DATE, 'day'],
  [types.builtins.JSON, 'json'],
  [types.builtins.JSONB, 'json'],
  // Lists of texts, which have no names in the client.
  [1009, 'list'],
  [1015, 'list'],
]);

const BEGIN = 'BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY';

/** SQLSTATE: undefined table, invalid schema name. */
const missing = new Set(['42P01', '3F000']);

/** Results are only numbers, days and categories. */
const parsers: pg.CustomTypesConfig = {
  getTypeParser: (id: number) => {
    const kind = kinds.get(id);
    return kind === 'number' ? Number : types.builtins.BOOL === id ? (text: string) => text === 't' : String;
  },
} as pg.CustomTypesConfig;

/**
 * Connects as PostgreSQL's own programs do: what the address leaves out comes from PGPASSWORD, PGSSLMODE and similar
 * variables, and from ~/.pgpass.
 *
 * @param timezone in which times without a zone are meant
 * @throws the client's errors
 */
export async function openPostgres(address: string, timezone: string): Promise<Postgres> {
  const config: pg.ClientConfig = {
    connectionString: address,
    application_name: 'ohje',
    connectionTimeoutMillis: 30_000,
    types: parsers,
  };
  const client = new pg.Client(config);
  // A broken connection also fails its statement, which reports it.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`SET TIME ZONE ${client.escapeLiteral(timezone)}`);
    await client.query("SET DateStyle = 'ISO'");
    await client.query(BEGIN);
  } catch (error) {
    await client.end();
    throw error;
  }
  /** Ends a transaction in which a statement failed, because not every database of the family has savepoints. */
  const restart = async () => {
    await client.query('ROLLBACK');
    await client.query(BEGIN);
  };
  return {
    rows: async <Row>(sql: Sql) => (await client.query(sql)).rows as Row[],
    async has(table) {
      try {
        await client.query(`SELECT * FROM ${table} LIMIT 0`);
        return true;
      } catch (error) {
        if (!missing.has((error as { code?: string }).code ?? '')) throw error;
        await restart();
        return false;
      }
    },
    async works(sql) {
      try {
        return (await client.query<{ works: boolean }>(sql)).rows[0]?.works === true;
      } catch (error) {
        // A broken connection or an interruption is no answer.
        if (!/^(?:0A|22|42)/.test((error as { code?: string }).code ?? '')) throw error;
        await restart();
        return false;
      }
    },
    async columns(table) {
      const { fields } = await client.query(`SELECT * FROM ${table} LIMIT 0`);
      const unknown = [...new Set(fields.map(({ dataTypeID }) => dataTypeID))].filter((id) => !kinds.has(id));
      const arrays = await arraysAmong(client, unknown);
      return fields.map(({ name, dataTypeID }) => ({
        name,
        kind: kinds.get(dataTypeID) ?? (arrays.has(dataTypeID) ? 'list' : 'other'),
      }));
    },
    interrupt() {
      void cancel(config, (client as unknown as { processID: number }).processID).finally(() => client.end());
    },
    close: () => client.end(),
  };
}

/** Which types are arrays, also of enumerations of the database's own. */
async function arraysAmong(client: pg.Client, types: readonly number[]): Promise<Set<number>> {
  if (types.length === 0) return new Set();
  const { rows } = await client.query<{ id: string }>(
    `SELECT CAST(oid AS text) AS id FROM pg_catalog.pg_type WHERE typcategory = 'A' AND oid IN (${types.map(Number).join(', ')})`,
  );
  return new Set(rows.map(({ id }) => Number(id)));
}

/** If this fails, the database continues until it notices that the connection is closed. */
async function cancel(config: pg.ClientConfig, process: number): Promise<void> {
  const other = new pg.Client({ ...config, connectionTimeoutMillis: 3000 });
  other.on('error', () => {});
  try {
    await other.connect();
    await other.query(`SELECT pg_cancel_backend(${process})`);
  } catch {
    // The connection is closed either way.
  } finally {
    await other.end();
  }
}
