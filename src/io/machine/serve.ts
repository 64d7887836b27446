import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import compression from '@polka/compression';
import sirv from 'sirv';
import { follow } from '#kb/redirects/redirect-rule.ts';
import { contentType } from './content-type.ts';
import { headersFor, REVALIDATE } from './header-rules.ts';
import { readServedSite, type ServedSite } from './served-site.ts';

export interface OpenSite {
  /** The address of the site's root, ending in "/". */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a built site on this machine only, as a static host does that follows `_headers` and `_redirects`: below the
 * path that it was built for. After another build, the new site is served.
 *
 * @param port 0 for any that is free
 * @param beside pages that are not part of the site, by their paths below its root
 * @throws if there is no site in the folder, or the port is taken
 */
export async function openSite(
  folder: string,
  port: number,
  beside: Readonly<Record<string, string>> = {},
): Promise<OpenSite> {
  const siteNow = await rereading(folder);
  const { base } = await siteNow();
  const answer = answers(folder, siteNow, beside);
  const server = createServer((request, response) => {
    const respond = () => void answer(request, response).catch(() => response.destroy());
    if (request.headers.range !== undefined) return respond();
    compressed(request, response, respond);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${actual}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const HTML = contentType('404.html');
const PLAIN = contentType('robots.txt');

/** Hosts compress text, but not the part of a file that a browser asks for. */
const compressed = compression();

/** Hosts keep the files that set them up for themselves. */
const setupFiles = new Set(['/_headers', '/_redirects', '/.nojekyll']);

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function answers(folder: string, siteNow: () => Promise<Served>, beside: Readonly<Record<string, string>>): Answer {
  const files = sirv(folder, {
    // Finds files that a later build wrote.
    dev: true,
    etag: true,
    extensions: [],
    setHeaders: (response, path) => response.setHeader('Content-Type', contentType(path)),
  });
  return async (request, response) => {
    const { base, headers, redirects, rules } = await siteNow();
    const { pathname, search } = new URL(`http://localhost${request.url?.replace(/^\/+/, '/') ?? '/'}`);
    const path = decoded(pathname);
    const send = (status: number, more: Record<string, string>, body = '') =>
      void response.writeHead(status, more).end(request.method === 'HEAD' ? '' : body);
    const say = (status: number, text: string) => send(status, { 'Content-Type': PLAIN }, `${text}\n`);
    if (request.method !== 'GET' && request.method !== 'HEAD') return say(405, 'A static host only serves files.');
    if (path === undefined || path.split(/[\\/]/).includes('..')) return say(400, 'The address is invalid.');
    if (path === base.slice(0, -1)) return send(301, { Location: base + search });
    if (!path.startsWith(base)) {
      if (path === '/') return send(302, { Location: base });
      return say(404, `The site was built for the path ${base}. Nothing else is served here.`);
    }
    const own = beside[path.slice(base.length)];
    if (own !== undefined) return send(200, { 'Content-Type': HTML }, own);
    const moved = redirects.get(addressKey(path)) ?? firstOf(rules, path.normalize());
    if (moved !== undefined) return send(301, { Location: moved });
    const notFound = async () =>
      send(404, { 'Content-Type': HTML, ...headersFor(headers, base) }, await pageOf(folder));
    const inside = path.slice(base.length - 1);
    if (setupFiles.has(inside)) return notFound();
    if (!inside.endsWith('/') && (await isFile(join(folder, inside, 'index.html'))))
      return send(301, { Location: `${pathname}/${search}` });
    const twin = `${inside.slice(0, -1)}.md`;
    const asksTwin = inside.endsWith('/') && /text\/markdown/i.test(request.headers.accept ?? '');
    const served = asksTwin && (await isFile(join(folder, twin))) ? twin : inside;
    const sent = {
      'Cache-Control': REVALIDATE,
      Vary: 'Accept, Accept-Encoding',
      ...headersFor(headers, base.slice(0, -1) + served),
    };
    for (const [name, value] of Object.entries(sent)) response.setHeader(name, value);
    // Other ranges, such as the end of a file, can be answered with the whole file.
    if (!/^bytes=\d+-\d*$/.test(request.headers.range ?? '')) delete request.headers.range;
    request.url = encodeURI(served.endsWith('/') ? `${served}index.html` : served);
    files(request, response, () => {
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      notFound().catch(() => response.destroy());
    });
  };
}

/** Where the first rule that matches leads, encoded. */
function firstOf(rules: Served['rules'], path: string): string | undefined {
  for (const rule of rules) {
    const to = follow(rule, path);
    if (to !== undefined) return to.startsWith('/') ? encodeURI(decoded(to) ?? to) : to;
  }
  return undefined;
}

interface Served extends Omit<ServedSite, 'redirects'> {
  /** By `addressKey`. */
  redirects: ReadonlyMap<string, string>;
}

/** Reads what the site says about itself again when another build has written it. */
async function rereading(folder: string): Promise<() => Promise<Served>> {
  const read = async (): Promise<Served> => {
    const { redirects, ...site } = await readServedSite(folder);
    return { ...site, redirects: new Map(redirects.map(({ from, to }) => [addressKey(decoded(from) ?? from), to])) };
  };
  const written = () =>
    stat(join(folder, '_headers')).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
  let at = await written();
  let site = await read();
  return async () => {
    const now = await written();
    // While a build replaces the folder, there is no site for a moment.
    if (now !== at) site = await read().catch(() => site);
    at = now;
    return site;
  };
}

/** `/old` and `/old/` are the same old address, however their letters are put together. */
function addressKey(path: string): string {
  return path.replace(/\/$/, '').normalize();
}

function pageOf(folder: string): Promise<string> {
  return readFile(join(folder, '404.html'), 'utf8').catch(() => 'This page does not exist.\n');
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

function decoded(path: string): string | undefined {
  try {
    const text = decodeURIComponent(path);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
