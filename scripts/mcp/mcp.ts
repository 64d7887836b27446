import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { engineDir } from '#io/machine/engine.ts';
import { Refusal } from '../shared/failures.ts';
import { restoreOut } from '../shared/out-folder.ts';
import { gapLog } from './gap-log.ts';
import { type HelpCenter, openHelpCenter } from './help-center.ts';
import { openPublished } from './published-help-center.ts';

/** Folders and files as they were named. */
interface McpRequest {
  dist: string;
  gaps: string;
  /** Serves over HTTP on this port. */
  port: number | undefined;
}

/** Serves a built help center to assistants until they go or the user stops it. */
export async function serveMcp({ dist, gaps, port }: McpRequest): Promise<void> {
  const center = await openCenter(dist);
  const [{ makeServer }, { serveOverHttp, serveOverStdio }] = await loadServer();
  const { version } = JSON.parse(await readFile(join(engineDir, 'package.json'), 'utf8')) as { version: string };
  const reportGap = gapLog(resolve(gaps), () => new Date().toISOString().slice(0, 10));
  const make = () => makeServer(center, reportGap, version);
  if (port === undefined) return serveOverStdio(make);
  const served = await serveOverHttp(make, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new Refusal(`Port ${port} is in use. Name another one with --port.`);
    throw error;
  });
  process.stderr.write(`${center.name} (${dist}):  ${served.url}\nPress Ctrl + C to stop.\n`);
  await new Promise((done) => process.once('SIGINT', done).once('SIGTERM', done));
  await served.close();
}

async function openCenter(dist: string): Promise<HelpCenter> {
  if (/^https?:\/\//i.test(dist)) {
    if (!URL.canParse(dist))
      throw new Refusal(`--dist is "${dist}". Use a folder, or an address such as https://help.example.com/.`);
    return openPublished(new URL(dist), Date.now);
  }
  await restoreOut(dist);
  return openHelpCenter(resolve(dist), dist);
}

/** What the server is made with is installed only where it is used. */
async function loadServer() {
  try {
    return await Promise.all([import('./tools.ts'), import('./serve.ts')]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Refusal(
      'The server needs a package. To install it, run: npm install --save-dev @modelcontextprotocol/server',
    );
  }
}
