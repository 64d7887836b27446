import { existsSync, type FSWatcher, watch } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Finding } from '#kb/findings/finding.ts';
import { VERSION } from '#ui/client/preview/page-state.ts';
import type { Checked } from './check-thread.ts';
import { findingsPage } from './findings-page.ts';
import { shownFinding } from './page-state.ts';

const MOST = 200;
const PAUSE = 200;

/**
 * Shows the findings instead of the site until the site can be shown.
 *
 * @param isReady whether pages can be made of what was checked
 * @param check the same as `npm run check`
 * @param opened is called with the port that the findings are shown on
 * @param signal ends the wait
 */
export async function waitForSite(
  first: Checked,
  isReady: (checked: Checked) => boolean,
  check: () => Promise<Checked>,
  { contentDir, port, host }: { contentDir: string; port: number; host: boolean },
  opened: (port: number) => void,
  signal: AbortSignal,
): Promise<Checked> {
  // A file can have been saved since the first check, before anything was watched.
  let [checked, version, isChanged] = [first, Date.now(), true];
  const server = createServer((request, response) => {
    const isPage = request.url !== VERSION;
    response.writeHead(isPage ? 503 : 200, {
      'Content-Type': isPage ? 'text/html; charset=utf-8' : 'text/plain',
      'Cache-Control': 'no-store',
    });
    response.end(isPage ? pageOf(checked.findings, version) : String(version));
  });
  opened(await listen(server, port, host));
  const themes = join(dirname(contentDir), 'themes');
  const changed = () => {
    isChanged = true;
  };
  const watchers = [contentDir, ...(existsSync(themes) ? [themes] : [])].map((folder) => watchAll(folder, changed));
  try {
    while (!isReady(checked) && !signal.aborted) {
      await setTimeout(PAUSE);
      if (!isChanged) continue;
      isChanged = false;
      checked = await check().catch(() => checked);
      version += 1;
    }
    return checked;
  } finally {
    for (const watcher of watchers) watcher.close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

function watchAll(folder: string, changed: () => void): FSWatcher {
  // The folder itself can be removed; whoever did that starts again.
  return watch(folder, { recursive: true }, changed).on('error', () => {});
}

async function listen(server: Server, port: number, host: boolean): Promise<number> {
  const listening = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen(port, host ? undefined : 'localhost', () => resolve(true));
  });
  // As the site itself does.
  if (!listening) return listen(server, port + 1, host);
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

function pageOf(findings: readonly Finding[], version: number): string {
  const shown = findings.map((found) => shownFinding(found, undefined, '/'));
  const lists = [
    { heading: 'In files that all pages depend on', findings: shown.filter(({ href }) => href === undefined) },
    { heading: 'In articles', findings: shown.filter(({ href }) => href !== undefined).slice(0, MOST) },
  ];
  return findingsPage(
    "Your help center can't be shown yet",
    'Every page depends on site.yaml and the theme. The pages are shown as soon as you save them without the errors.',
    lists,
    version,
  );
}
