import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { close, createIndex } from 'pagefind';
import { DownloadError, patientFetch } from '#io/articles/patient-fetch.ts';
import { makeTemporaryFolder } from '#io/machine/temporary-folder.ts';
import { bringWhenRead } from '#io/search/open-index.ts';
import type { ArticlesFile } from '#kb/content/articles-file.ts';
import { stemmerPackage } from '#search/language/stemmers.ts';
import { STEMMER, VOCABULARY } from '#search/pagefind-index.ts';

const LARGEST = 256 * 1024 * 1024;

/** A copy of what programs read of a published site. Other files are fetched when they are read. */
export interface PublishedCopy {
  folder: string;
  /** Fetches a file into the folder; its path is relative to the root of the site. */
  bring(path: string): Promise<void>;
  /** Whether the site is still the one that was copied. */
  isCurrent(): Promise<boolean>;
  remove(): Promise<void>;
}

/**
 * Copies a published site into a temporary folder. No code of the site runs here: Pagefind's script and the stemmers are
 * those of this version.
 *
 * @param address of the root of the site
 * @throws DownloadError if it can't be reached, or isn't a site of this version
 */
export async function copyPublished(address: URL): Promise<PublishedCopy> {
  const root = new URL(address);
  if (!root.pathname.endsWith('/')) root.pathname += '/';
  const fetchFrom = patientFetch({ origin: root.origin, pause: 0, retry: 500, timeout: 20_000 });
  const read = async (path: string) => {
    const url = new URL(encodeURI(path), root);
    const { status, body } = await fetchFrom(url, { accept: '*/*', limit: LARGEST, tries: 3 });
    return status === 200 ? body : undefined;
  };
  const needed = async (path: string) => {
    const body = await read(path);
    if (body) return Buffer.from(body);
    throw new DownloadError(
      `${root.href}${path} isn't there. Name the address of the help center's first page, without a language. The site must be public, and built with this version.`,
    );
  };
  const home = await needed('');
  const main = /<html lang="([A-Za-z0-9-]+)"/.exec(home.toString())?.[1] ?? '';
  const list = await needed(`${main}/articles.json`);
  const { languages, entries } = await readLanguages(main, list, needed);
  const { pagefind, version } = await ownPagefind();
  for (const { version: theirs } of entries.values())
    if (theirs !== version)
      throw new DownloadError(
        `The search of ${root.href} was built with Pagefind ${theirs}, and this version has ${version}. Use the version of Ohje that the site was built with.`,
      );
  const { path: folder, remove } = await makeTemporaryFolder();
  const write = async (path: string, text: Uint8Array) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  const bring = async (path: string) => {
    if (await stat(join(folder, path)).catch(() => undefined)) return;
    await write(path, await needed(path));
  };
  await write('index.html', home);
  for (const [locale, articles] of languages) {
    await write(`${locale}/articles.json`, articles);
    await write(`pagefind/${locale}/pagefind.js`, pagefind);
    const stemmer = stemmerPackage(locale);
    const script =
      stemmer === undefined
        ? 'export const stemmer = (word) => word;\n'
        : `export { stemmer } from ${JSON.stringify(import.meta.resolve(stemmer))};\n`;
    await write(`pagefind/${locale}/${STEMMER}`, Buffer.from(script));
    await bring(`pagefind/${locale}/${VOCABULARY}`);
  }
  bringWhenRead(folder + sep, (path) => bring(relative(folder, path).split(sep).join('/')));
  return {
    folder,
    bring,
    remove,
    isCurrent: async () => list.equals((await read(`${main}/articles.json`)) ?? Buffer.from('')),
  };
}

async function readLanguages(main: string, list: Buffer, needed: (path: string) => Promise<Buffer>) {
  const { articles } = readList(list);
  const locales = new Set([main, ...articles.flatMap(({ languages }) => languages)]);
  const languages = new Map<string, Buffer>([[main, list]]);
  const entries = new Map<string, { version: string }>();
  for (const locale of locales) {
    languages.set(locale, locale === main ? list : await needed(`${locale}/articles.json`));
    entries.set(locale, JSON.parse((await needed(`pagefind/${locale}/pagefind-entry.json`)).toString()));
  }
  return { languages, entries };
}

function readList(text: Buffer): ArticlesFile {
  try {
    const list = JSON.parse(text.toString()) as ArticlesFile;
    if (list.articles.every(({ id, languages }) => isPlain(id) && languages.every(isPlain))) return list;
  } catch {
    // Another page is sent instead of the file.
  }
  throw new DownloadError('articles.json has another form than this version reads. Build the site with this version.');
}

/** Whether a path of a site stays in its folder. */
function isPlain(path: string): boolean {
  return (
    path !== '' && !path.split('/').some((part) => part === '' || part === '.' || part === '..' || /[\\\0]/.test(part))
  );
}

/** Pagefind's own script and its version. */
async function ownPagefind(): Promise<{ pagefind: Uint8Array; version: string }> {
  const { index } = await createIndex({});
  const files = (await index?.getFiles())?.files ?? [];
  await close();
  const textOf = (name: string) => files.find(({ path }) => path === name)?.content ?? new Uint8Array();
  const { version } = JSON.parse(Buffer.from(textOf('pagefind-entry.json')).toString()) as { version: string };
  return { pagefind: textOf('pagefind.js'), version };
}
