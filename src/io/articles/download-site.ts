import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { wantedFiles } from '#intake/articles/desks/desk-files.ts';
import { DOWNLOADED_SITE, type DownloadedSite } from '#intake/articles/importers/web-importers.ts';
import { webContent } from '#intake/articles/web/web-content.ts';
import { downloadFiles } from './download-files.ts';
import { openDownload } from './download-folder.ts';
import { KeptAnswers } from './kept-answers.ts';
import { patientFetch } from './patient-fetch.ts';
import { readSitePages } from './site-pages.ts';

export interface SiteDownloadOptions {
  /** As someone typed it; pages at it and below it are read. */
  address: URL;
  /** Where everything is kept. */
  folder: string;
  /** The language of pages that don't say theirs. */
  locale?: string | undefined;
  /** In milliseconds. */
  now: number;
  show(doing: string, done?: number): void;
  /** Milliseconds; shorter in tests. */
  pause?: number;
  retry?: number;
  timeout?: number;
}

/** In seconds. With a longer delay, a help center would take days. */
const LONGEST_DELAY = 10;

/**
 * Downloads the pages of a website with the pictures and files of their articles.
 *
 * @throws DownloadError if it can't be finished; the next call continues where this one stopped
 */
export async function downloadSite(options: SiteDownloadOptions): Promise<void> {
  const { address, folder, show, pause = 300, retry = 1000, timeout = 60_000 } = options;
  const download = await openDownload(folder, options.now);
  const pace = { origin: address.origin, pause, retry, timeout };
  const fetch = patientFetch(pace);
  const losses: string[] = [];
  const pages = await readSitePages({
    address,
    fetch,
    kept: new KeptAnswers(download.answers),
    report: (what) => losses.push(what),
    slowDown: (seconds) => {
      pace.pause = Math.max(pace.pause, Math.min(seconds, LONGEST_DELAY) * 1000);
    },
    show: (done, open) => show(`Reading ${address.host}: ${done} pages read, ${open} known`),
  });
  const content = webContent(pages, options.locale, new Date(options.now).toISOString().slice(0, 10));
  const { files, losses: lost } = await downloadFiles(wantedFiles(content), {
    folder,
    base: address,
    fetch,
    show: (done, of) => show(`Downloading ${of} pictures and files`, done / of),
  });
  await rm(join(folder, 'pages'), { recursive: true, force: true });
  await mkdir(join(folder, 'pages'), { mode: 0o700 });
  const site: DownloadedSite = { pages: {}, files: Object.fromEntries(files), losses: [...losses, ...lost] };
  for (const { url, html } of pages) {
    const path = `pages/${createHash('sha256').update(url).digest('hex').slice(0, 16)}.html`;
    site.pages[path] = url;
    // The page can name another encoding than the UTF-8 it is kept in; a byte order mark overrides that.
    await writeFile(join(folder, path), `\uFEFF${html}`, { mode: 0o600 });
  }
  await download.finish(DOWNLOADED_SITE, site);
}
