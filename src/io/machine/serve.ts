import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { contentType } from './content-type.ts';
import { readText } from './files.ts';
import { headersFor, readHeaderRules } from './header-rules.ts';

export interface OpenSite {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a built site on this machine only, like a static host that follows `_headers`.
 *
 * @param port 0 for any that is free
 * @param beside pages that are not part of the site, by their paths
 * @throws if there is no site in the folder, or the port is taken
 */
export async function openSite(
  folder: string,
  port: number,
  beside: Readonly<Record<string, string>> = {},
): Promise<OpenSite> {
  await stat(join(folder, 'index.html'));
  const rules = readHeaderRules((await readText(join(folder, '_headers'))) ?? '');
  const server = createServer(async (request, response) => {
    const path = pathOf(request.url ?? '/');
    const own = path === undefined ? undefined : beside[path];
    if (own !== undefined) {
      response.writeHead(200, { 'Content-Type': contentType('.html') }).end(own);
      return;
    }
    const file = path === undefined ? undefined : await fileFor(join(folder, normalize(path)));
    const found = file ?? join(folder, '404.html');
    response.writeHead(file ? 200 : 404, {
      'Content-Type': contentType(found),
      ...headersFor(rules, path ?? ''),
    });
    createReadStream(found)
      .on('error', () => response.end())
      .pipe(response);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${actual}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The path of an address, always below the root; `undefined` if the address is invalid. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

async function fileFor(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return path;
  const index = join(path, 'index.html');
  return found?.isDirectory() && (await stat(index).catch(() => undefined)) ? index : undefined;
}
