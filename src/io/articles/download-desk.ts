import type { ArticleDesk } from '#intake/articles/desks/desk.ts';
import { wantedFiles } from '#intake/articles/desks/desk-files.ts';
import { DOWNLOADED, type DownloadedDesk } from '#intake/articles/desks/read-dump.ts';
import { DeskRecords } from '#intake/articles/records/desk-records.ts';
import { deskApi } from './desk-api.ts';
import { downloadFiles } from './download-files.ts';
import { openDownload } from './download-folder.ts';
import { KeptAnswers } from './kept-answers.ts';
import { patientFetch } from './patient-fetch.ts';

export interface DownloadOptions {
  /** As someone typed it. */
  address: URL;
  /** Where everything is kept. */
  folder: string;
  env: Readonly<Record<string, string | undefined>>;
  /** In milliseconds. */
  now: number;
  show(doing: string, done?: number): void;
  /** Milliseconds; shorter in tests. */
  pause?: number;
  retry?: number;
  timeout?: number;
}

/**
 * Downloads the articles of a help desk with their pictures and files. Afterwards the folder is a dump of the desk.
 *
 * @throws DownloadError if it can't be finished; the next call continues where this one stopped
 */
export async function downloadDesk(desk: ArticleDesk, options: DownloadOptions): Promise<void> {
  const { address, folder, env, show, pause = 100, retry = 1000, timeout = 60_000 } = options;
  const base = desk.apiOf(address);
  const download = await openDownload(folder, options.now);
  const headers = desk.authorize(env);
  const fetch = patientFetch({ origin: base.origin, pause, retry, timeout, ...(headers && { headers }) });
  const records = new DeskRecords();
  const losses: string[] = [];
  const api = deskApi({
    desk,
    base,
    fetch,
    kept: new KeptAnswers(download.answers),
    headers,
    report: (what) => losses.push(what),
    show: (requests) => show(`Reading ${base.host}, request ${requests}`),
  });
  await desk.download(api, address, records);
  const wanted = wantedFiles(desk.read(records, new Date(options.now).toISOString().slice(0, 10)));
  const { files, losses: lost } = await downloadFiles(wanted, {
    folder,
    base: new URL('/', address),
    fetch,
    show: (done, of) => show(`Downloading ${of} pictures and files`, done / of),
  });
  const kinds = Object.fromEntries(records.kinds().map((kind) => [kind, records.all(kind)]));
  const kept: DownloadedDesk = { records: kinds, files: Object.fromEntries(files), losses: [...losses, ...lost] };
  await download.finish(DOWNLOADED, kept);
}
