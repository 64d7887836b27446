import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export const serverNames = ['nginx', 'apache', 'caddy'] as const;
export type ServerName = (typeof serverNames)[number];

const programs: Readonly<Record<ServerName, string>> = { nginx: 'nginx', apache: 'apache2', caddy: 'caddy' };
// Debian has servers where only administrators look.
const PATH = `${process.env.PATH}:/usr/local/sbin:/usr/sbin:/sbin`;

/** What the configurations of the tests include, where Debian has it. */
const parts: Readonly<Record<ServerName, readonly string[]>> = {
  nginx: ['/etc/nginx/mime.types'],
  apache: ['/usr/lib/apache2/modules', '/etc/mime.types'],
  caddy: [],
};

/** Whether a server is installed on this machine, as Debian does it. */
export function isInstalled(name: ServerName): boolean {
  const isThere = PATH.split(':').some((folder) => existsSync(join(folder, programs[name])));
  return isThere && parts[name].every((path) => existsSync(path));
}

export interface Answer {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  text: string;
}

export interface RunningServer {
  /** The port that it listens on. */
  port: number;
  stop(): Promise<void>;
}

// An administrator who tests gives the servers none of their rights.
const unprivileged = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/**
 * Starts a server with a configuration of ours, without any privilege, in a folder of its own.
 *
 * @param site the built site
 * @param base its path
 * @param configure writes the configuration into a folder, for the folder of the site and a port
 */
export async function startServer(
  name: ServerName,
  site: string,
  base: string,
  configure: (project: string, root: string, port: number) => Promise<void>,
): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'ohje-server-'));
  const root = join(folder, 'www');
  const own = join(folder, 'own');
  await mkdir(own);
  await chmod(folder, 0o755);
  if (unprivileged.uid !== undefined) await chown(own, unprivileged.uid, unprivileged.gid);
  await cp(site, join(root, base), { recursive: true });
  const port = await freePort();
  await configure(folder, root, port);
  const { words, config } = setups[name](folder, own);
  const main = join(folder, folders[name], 'main.conf');
  await writeFile(main, config);
  const log: string[] = [];
  const child = spawn(programs[name], words(main), {
    ...unprivileged,
    cwd: own,
    env: { PATH, HOME: own, XDG_DATA_HOME: own, XDG_CONFIG_HOME: own },
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => log.push(String(data)));
  const stop = async () => {
    await end(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(child, port);
  } catch (error) {
    const errors = await readFile(join(own, 'error.log'), 'utf8').catch(() => '');
    await stop();
    throw new Error(`${name} did not start: ${(error as Error).message}\n${log.join('')}${errors}`);
  }
  return { port, stop };
}

/** The folders of the project with the configuration of a server, as it is in /etc. */
const folders: Readonly<Record<ServerName, string>> = { nginx: 'nginx', apache: 'apache2', caddy: '' };

const setups: Record<ServerName, (folder: string, own: string) => { words(main: string): string[]; config: string }> = {
  nginx: (_, own) => ({
    words: (main) => ['-p', own, '-e', join(own, 'error.log'), '-c', main],
    config: `daemon off;
pid ${own}/nginx.pid;
error_log ${own}/error.log;
worker_processes 1;
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `  ${one}_temp_path ${own}/${one};\n`).join('')}  include conf.d/*.conf;
}
`,
  }),
  apache: (folder, own) => ({
    words: (main) => ['-d', join(folder, 'apache2'), '-f', main, '-D', 'FOREGROUND'],
    config: `ServerRoot ${folder}/apache2
DefaultRuntimeDir ${own}
PidFile ${own}/apache.pid
ErrorLog ${own}/error.log
ServerName localhost
${[
  'mpm_event',
  'authz_core',
  'dir',
  'mime',
  'alias',
  'headers',
  'filter',
  'deflate',
  'autoindex',
  'negotiation',
  'rewrite',
]
  .map((one) => `LoadModule ${one}_module /usr/lib/apache2/modules/mod_${one}.so\n`)
  .join('')}TypesConfig /etc/mime.types
Include sites-available/*.conf
`,
  }),
  caddy: (folder) => ({
    words: (main) => ['run', '--config', main, '--adapter', 'caddyfile'],
    config: `{\n\tadmin off\n\tauto_https off\n}\nimport ${folder}/Caddyfile\n`,
  }),
};

/** Asks a server on this machine as a client of a host does; a compressed text is unpacked. */
export function ask(
  port: number,
  path: string,
  { host = 'help.pilvi.example', ...headers }: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers: { ...headers, host }, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const body = Buffer.concat(parts);
        const isPacked = response.headers['content-encoding'] === 'gzip';
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
          text: (isPacked ? gunzipSync(body) : body).toString('utf8'),
        });
      });
    })
      .on('error', reject)
      .end();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function untilReady(child: ChildProcess, port: number): Promise<void> {
  for (let left = 300; left > 0; left -= 1) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    if (
      await ask(port, '/').then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('it does not answer');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}
