import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleDesk } from '#intake/articles/desks/desk.ts';
import type { DownloadedDesk } from '#intake/articles/desks/read-dump.ts';
import type { ImportedSite } from '#intake/articles/imported-site.ts';
import { downloadDesk } from '#io/articles/download-desk.ts';
import { listFiles } from '#io/machine/files.ts';
import { importDump } from '../../intake/articles/desks/import-dump.ts';

/** Downloads a desk without long waits. */
export async function downloadInto(
  folder: string,
  desk: ArticleDesk,
  address: string,
  env: Record<string, string> = {},
): Promise<DownloadedDesk> {
  const options = { address: new URL(address), folder, env, now: Date.now(), show: () => {} };
  await downloadDesk(desk, { ...options, pause: 0, retry: 5, timeout: 2000 });
  return JSON.parse(await readFile(join(folder, 'downloaded.json'), 'utf8'));
}

/** What a download becomes. */
export async function importDownload(folder: string, desk: ArticleDesk): Promise<ImportedSite> {
  const paths = await listFiles(folder);
  const text = await readFile(join(folder, 'downloaded.json'), 'utf8');
  return importDump(desk, { 'downloaded.json': text }, paths);
}
