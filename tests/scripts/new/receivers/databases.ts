import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';

/** What D1 gives a Worker (https://developers.cloudflare.com/d1/worker-api/), with SQLite in memory. */
export function openD1() {
  const database = new DatabaseSync(':memory:');
  const statement = (sql: string, values: (string | number)[] = []) => ({
    bind: (...bound: (string | number)[]) => statement(sql, bound),
    all: async () => ({ results: database.prepare(sql).all(...values), success: true, meta: {} }),
  });
  return {
    prepare: (sql: string) => statement(sql),
    batch: async (statements: ReturnType<typeof statement>[]) => Promise.all(statements.map((one) => one.all())),
    /** Everything that is stored, as text. */
    dump: () => JSON.stringify(['events', 'hits'].map((table) => database.prepare(`SELECT * FROM ${table}`).all())),
  };
}

type Hash = Map<string, number>;

/** A Redis database over HTTP (https://upstash.com/docs/redis/features/restapi), as far as the receivers use it. */
export async function openRedis(token: string) {
  const keys = new Map<string, number | Hash>();
  const commands: Record<string, (key: string, ...more: string[]) => unknown> = {
    INCR: (key) => {
      const n = Number(keys.get(key) ?? 0) + 1;
      keys.set(key, n);
      return n;
    },
    PEXPIREAT: () => 1,
    EXPIRE: () => 1,
    HINCRBY: (key, field = '', by = '') => {
      const hash = (keys.get(key) as Hash | undefined) ?? new Map<string, number>();
      keys.set(key, hash.set(field, (hash.get(field) ?? 0) + Number(by)));
      return hash.get(field);
    },
    HGETALL: (key) => [...((keys.get(key) as Hash | undefined) ?? [])].flat().map(String),
  };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const isKnown = request.headers.authorization === `Bearer ${token}`;
    const list = JSON.parse(Buffer.concat(parts).toString()) as [string, string, ...string[]][];
    response.writeHead(isKnown ? 200 : 401, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(list.map(([name, key, ...more]) => ({ result: commands[name]?.(key, ...more) }))));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    dump: () => JSON.stringify([...keys].map(([key, value]) => [key, typeof value === 'number' ? value : [...value]])),
  };
}
