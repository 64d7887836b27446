import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import JSZip from 'jszip';
import { classicScript, offlineSearchModule } from '#build/classic-script.ts';
import { localCss, type OfflineSite, offlinePage } from '#export/offline/offline-page.ts';
import { replaceBytes } from '#io/machine/atomic-write.ts';
import { listFiles } from '#io/machine/files.ts';
import { readServedAddress, readServedSite } from '#io/machine/served-site.ts';
import { type BuiltIndex, openBuiltIndex, unlistedWords } from '#io/search/open-index.ts';
import { compareText } from '#kb/values/text.ts';
import { VOCABULARY, vocabularyIn } from '#search/pagefind-index.ts';
import type { Page } from '#search/search-index.ts';
import type { OfflineHit, OfflineSearch } from '#ui/client/offline/offline-index.ts';
import { NOTHING, Refusal } from '../shared/failures.ts';
import { restoreOut } from '../shared/out-folder.ts';
import { showProgress } from '../shared/progress.ts';
import { offlineFonts } from './offline-fonts.ts';
import { replaceFolder } from './replace-folder.ts';

type Files = Map<string, string | Uint8Array>;

/** For servers, programs and other sites. */
const NOT_OFFLINE =
  /^(?:_headers|_redirects|robots\.txt|sitemap.*\.xml|widget\.js|404\.html|articles-schema\.json|pagefind\/.*)$|\.(?:md|txt|xml|json)$/;
const SEARCH = 'offline-search.js';
const FONTS = 'offline-fonts.css';
/** The first time that a zip file can name. */
const OLDEST = new Date('1980-01-01T00:00:00Z');
/** Scripts of the site that need a server. */
const ONLINE_ONLY = /^_astro\/(?:SearchBox|NotFound|search)\./;

/** @returns what was done, as text */
export async function exportOffline(dist: string, out: string): Promise<string> {
  await restoreOut(dist);
  const folder = resolve(dist);
  const built = (await stat(join(folder, 'index.html')).catch(() => undefined)) && (await openBuiltIndex(folder));
  if (!built) throw new Refusal(`There is no built site in ${dist}. Run \`npm run build\` first. ${NOTHING}`);
  const progress = showProgress();
  try {
    const files = await offlineFiles(folder, built, progress.show);
    if (out.endsWith('.zip')) {
      const zip = new JSZip();
      for (const [path, content] of files) zip.file(path, content, { date: OLDEST, createFolders: false });
      await replaceBytes(resolve(out), await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }));
    } else await replaceFolder(out, SEARCH, files);
  } finally {
    progress.clear();
  }
  return `Wrote the help center to ${out}. To read it, ${out.endsWith('.zip') ? 'unpack it and open' : 'open'} index.html.\n`;
}

async function offlineFiles(
  folder: string,
  built: BuiltIndex,
  show: (doing: string, done?: number) => void,
): Promise<Files> {
  const [{ base }, { origin }] = [await readServedSite(folder), await readServedAddress(folder)];
  const paths = (await listFiles(folder)).filter((path) => !NOT_OFFLINE.test(path));
  const site: OfflineSite = { base, origin, files: new Set([...paths, FONTS]) };
  const fonts = offlineFonts(base + FONTS);
  const files: Files = new Map();
  const scripts = new Map<string, string>();
  const modules = paths.filter((path) => /\.js$/.test(path));
  for (const path of await entryScripts(folder, paths, base)) {
    show('Preparing scripts');
    scripts.set(path, path);
    files.set(path, await classicScript(join(folder, path)));
  }
  files.set(SEARCH, await classicScript(offlineSearchModule));
  for (const locale of built.locales) {
    show('Preparing the search');
    files.set(
      `${locale}/stemmer.js`,
      await classicScript(join(folder, 'pagefind', locale, 'stemmer.js'), 'ohjeStemmer'),
    );
    files.set(`${locale}/offline-index.js`, await indexScript(folder, built, locale));
  }
  for (const [place, path] of paths.entries()) {
    if (modules.includes(path)) continue;
    show('Preparing pages', place / paths.length);
    const bytes = await readFile(join(folder, path));
    const up = '../'.repeat(path.split('/').length - 1);
    const locale = /^([^/]+)\/search\/index\.html$/.exec(path)?.[1];
    const more = locale === undefined ? [] : [`${locale}/stemmer.js`, `${locale}/offline-index.js`, SEARCH];
    if (path.endsWith('.html'))
      files.set(path, offlinePage(fonts.takeFrom(searchForm(bytes.toString(), base)), path, site, scripts, more));
    else files.set(path, path.endsWith('.css') ? localCss(bytes.toString(), up, site) : bytes);
  }
  const inStyles = new Set<string>();
  const styles = fonts.styleSheet((address) => {
    const file = address.slice(base.length);
    const bytes = address.startsWith(base) ? files.get(file) : undefined;
    if (!(bytes instanceof Uint8Array)) return undefined;
    inStyles.add(file);
    return bytes;
  });
  if (styles !== '') files.set(FONTS, styles);
  for (const file of inStyles) files.delete(file);
  return files;
}

/** A form leads to the results page, which answers; the list of all articles is for browsers without scripts. */
function searchForm(html: string, base: string): string {
  return html.replaceAll(/(<form action=")([^"]*)all\/(" method="get">)/g, (whole, start, page: string, end) =>
    page.startsWith(base) ? `${start}${page}search/${end}` : whole,
  );
}

/** The scripts that pages start. */
async function entryScripts(folder: string, paths: readonly string[], base: string): Promise<Set<string>> {
  const found = new Set<string>();
  for (const path of paths.filter((one) => one.endsWith('.html')))
    for (const [, src = ''] of (await readFile(join(folder, path), 'utf8')).matchAll(
      /<script type="module" src="([^"]+)"/g,
    ))
      if (src.startsWith(base) && !ONLINE_ONLY.test(src.slice(base.length))) found.add(src.slice(base.length));
  return found;
}

async function indexScript(folder: string, built: BuiltIndex, locale: string): Promise<string> {
  const index = await built.open(locale);
  const packed = await readFile(join(folder, 'pagefind', locale, VOCABULARY));
  const vocabulary = vocabularyIn(gunzipSync(packed).toString());
  const rare = await unlistedWords(join(folder, 'pagefind', locale));
  const setup = JSON.parse(await readFile(join(folder, locale, 'search.json'), 'utf8'));
  const places = new Map<string, number>();
  const pages: Page[] = [];
  const hits: Record<string, OfflineHit[]> = {};
  for (const key of [...(index?.vocabulary.keys() ?? []), ...rare]) {
    hits[key] = [];
    // Pagefind gives pages with the same score in any order, and fields too.
    const found = [...((await index?.find(key)) ?? [])].sort(
      (a, b) => b.score - a.score || compareText(a.page, b.page),
    );
    for (const { page, score, places: at, fields, load } of found) {
      if (!places.has(page)) {
        const { url, id, title, section, type, lang, aliases, passages } = await load();
        places.set(
          page,
          pages.push({ url: `${url}index.html`, id, title, section, type, lang, aliases, passages }) - 1,
        );
      }
      hits[key].push([places.get(page) ?? 0, score, at, [...fields].sort(compareText)]);
    }
  }
  const search: OfflineSearch = { vocabulary, pages, hits };
  const up = '../../';
  const shown = {
    ...setup,
    base: up,
    log: undefined,
    contactOptions: setup.contactOptions.map((option: { href: string }) => ({
      ...option,
      href: option.href.startsWith(setup.base) ? `${up}${option.href.slice(setup.base.length)}index.html` : option.href,
    })),
  };
  // A line separator ends a string in old browsers.
  const json = JSON.stringify({ setup: shown, search })
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return `window.ohjeOffline=${json};\n`;
}
