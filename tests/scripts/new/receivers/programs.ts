import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { makeFolder, siteYaml } from '../../../folder.ts';
import { run } from '../../../run.ts';
import { openD1, openRedis } from './databases.ts';

export const token = 'a-token-that-only-tests-know';
export const origin = 'https://help.pilvi.example';

const article = (title: string) => `---\ntitle: ${title}\n---\n\n## Fees\n\nOpen **Cards**.\n`;

/** A receiver as it was written for a small site, running. */
export interface Receiver {
  /** The content of the site. */
  content: string;
  /** @param ip of the client, if it can have another one */
  send(init: RequestInit & { path?: string; ip?: string }): Promise<Response>;
  /** Everything that it has stored, as text. */
  stored(): Promise<string>;
}

type Handler = (request: Request, context?: unknown) => Promise<Response>;

/** Without PHP and its SQLite on this machine, the PHP file can't be tested. */
export const hasPhp = /pdo_sqlite/.test(spawnSync('php', ['-m'], { encoding: 'utf8' }).stdout ?? '');

async function write(name: string): Promise<{ root: string; content: string; folder: string }> {
  const root = await makeFolder({
    'content/site.yaml': `${siteYaml}url: ${origin}/\n`,
    'content/articles/en/cards/order.mdx': article('Order a card'),
    'content/articles/en/cards/freeze.mdx': article('Freeze a card'),
  });
  const folder = join(root, 'www');
  const content = join(root, 'content');
  const { code, stderr } = await run('new', ['receiver', name, '--write', folder, '--content', content]);
  if (code !== 0) throw new Error(stderr);
  return { root, content, folder };
}

const load = async (file: string) => (await import(pathToFileURL(file).href)) as Record<string, unknown>;
const address = (path = '') => `https://receiver.example/${path}`;
const withIp = (init: RequestInit, name: string, ip = '203.0.113.7') => {
  const headers = new Headers(init.headers);
  headers.set(name, ip);
  return { ...init, headers };
};

async function openCloudflare(): Promise<Receiver> {
  const { content, folder } = await write('cloudflare');
  const worker = (await load(join(folder, 'worker.mjs'))).default as { fetch: Handler };
  const DB = openD1();
  return {
    content,
    send: ({ path, ip, ...init }) =>
      worker.fetch(new Request(address(path), withIp(init, 'cf-connecting-ip', ip)), { DB, OHJE_EXPORT_TOKEN: token }),
    stored: async () => DB.dump(),
  };
}

/** For as long as the test runs. */
function setEnvironment(values: Record<string, string>): void {
  Object.assign(process.env, values);
  onTestFinished(() => {
    for (const name of Object.keys(values)) delete process.env[name];
  });
}

async function openNetlify(): Promise<Receiver> {
  const { content, folder } = await write('netlify');
  const redis = await openRedis('redis-token');
  setEnvironment({
    UPSTASH_REDIS_REST_URL: redis.address,
    UPSTASH_REDIS_REST_TOKEN: 'redis-token',
    OHJE_EXPORT_TOKEN: token,
  });
  const handler = (await load(join(folder, 'netlify/functions/ohje-receiver.mjs'))).default as Handler;
  return {
    content,
    send: ({ path, ip = '203.0.113.7', ...init }) => handler(new Request(address(path), init), { ip }),
    stored: async () => redis.dump(),
  };
}

async function openVercel(): Promise<Receiver> {
  const { content, folder } = await write('vercel');
  const redis = await openRedis('redis-token');
  setEnvironment({ KV_REST_API_URL: redis.address, KV_REST_API_TOKEN: 'redis-token', OHJE_EXPORT_TOKEN: token });
  const handlers = (await load(join(folder, 'api/ohje-receiver.mjs'))) as Record<string, Handler>;
  return {
    content,
    send: async ({ path, ip, ...init }) => {
      const handler = handlers[init.method ?? 'GET'];
      // Vercel answers so itself.
      if (handler === undefined) return new Response(null, { status: 405 });
      return handler(new Request(address(path), withIp(init, 'x-real-ip', ip)));
    },
    stored: async () => redis.dump(),
  };
}

function stopAfterTest(server: ChildProcess): void {
  onTestFinished(async () => {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill();
    await ended;
  });
}

async function openNode(): Promise<Receiver> {
  const { root, content, folder } = await write('node');
  const database = join(root, 'events.sqlite');
  const server = spawn(process.execPath, [join(folder, 'receiver.mjs')], {
    env: { ...process.env, PORT: '0', OHJE_DATABASE: database, OHJE_EXPORT_TOKEN: token, OHJE_PROXY: '1' },
  });
  stopAfterTest(server);
  const base = await new Promise<string>((done, failed) => {
    let said = '';
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (text) => {
        said += text;
        const found = /http:\S+/.exec(said)?.[0];
        if (found) done(found);
      });
    server.once('exit', () => failed(new Error(said)));
  });
  return {
    content,
    send: ({ path = '', ip, ...init }) =>
      fetch(`${base}/${path}`, withIp(init, 'x-forwarded-for', `198.51.100.9, ${ip ?? '203.0.113.7'}`)),
    stored: () => bytesOf(database),
  };
}

async function bytesOf(database: string): Promise<string> {
  const files = [database, `${database}-wal`];
  return (await Promise.all(files.map((file) => readFile(file, 'latin1').catch(() => '')))).join('');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function openPhp(): Promise<Receiver> {
  const { root, content, folder } = await write('php');
  await mkdir(join(root, 'data'));
  const database = join(root, 'data/events.sqlite');
  const base = `http://127.0.0.1:${await freePort()}`;
  const server = spawn('php', ['-S', new URL(base).host, '-t', folder], {
    env: { ...process.env, OHJE_DATABASE: database, OHJE_EXPORT_TOKEN: token },
    stdio: 'ignore',
  });
  stopAfterTest(server);
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(`${base}/README.md`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    content,
    send: ({ path = '', ip: _, ...init }) => fetch(`${base}/ohje-receiver.php${path}`, init),
    stored: () => bytesOf(database),
  };
}

export const receivers = {
  cloudflare: openCloudflare,
  netlify: openNetlify,
  vercel: openVercel,
  node: openNode,
  php: openPhp,
} satisfies Record<string, () => Promise<Receiver>>;
