import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createIndex } from 'pagefind';
import { type Visited, visitPage, withSite } from './browser-page.ts';
import type { LanguageResult } from './results/language-result.ts';
import { searchBox, stockPagefind } from './search-drivers.ts';
import { isSentence, spread } from './sets/questions.ts';

/** Reports progress. */
export type InBrowser = (doing: string, language: LanguageResult, done: number) => void;

/** Questions per language that are asked in a browser to measure time, and to measure bytes. */
const TIMED = 100;
const WEIGHED = 12;

/** Adds times and bytes of our own search box to its results. */
export async function measureInBrowser(
  dist: string,
  languages: readonly LanguageResult[],
  onProgress: InBrowser,
): Promise<void> {
  await withSite(dist, async (browser, site) => {
    for (const language of languages) {
      onProgress('Timing Ohje', language, 0);
      const measured = await timeAndWeigh(visitPage(browser, site, searchBox), language);
      const [ours] = language.engines;
      if (ours) Object.assign(ours, measured);
    }
  });
}

/** Asks Pagefind as it comes, in a browser. */
export async function measureStock(
  dist: string,
  languages: readonly LanguageResult[],
  folder: string,
  onProgress: InBrowser,
): Promise<void> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(errors.join('; '));
  await index.addDirectory({ path: dist });
  await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await index.deleteIndex();
  for (const locale of ['', ...languages.map(({ locale }) => locale)]) {
    await mkdir(join(folder, locale), { recursive: true });
    await writeFile(join(folder, locale, 'index.html'), `<!doctype html><html lang="${locale || 'en'}"></html>`);
  }
  await withSite(folder, async (browser, site) => {
    for (const language of languages) {
      const { locale, questions } = language;
      const visited = visitPage(browser, site, stockPagefind);
      const page = await browser.newPage();
      await page.goto(`${site.url}${locale}/`);
      await stockPagefind.ready(page);
      const found: string[][] = [];
      for (const { query } of questions) {
        onProgress('Asking Pagefind', language, found.length / questions.length);
        found.push((await stockPagefind.find(page, query)).map((url) => idOfAddress(url, locale)));
      }
      await page.close();
      language.engines.push({ name: 'Pagefind', found, ...(await timeAndWeigh(visited, language)) });
    }
  });
}

function idOfAddress(address: string, locale: string): string {
  const path = decodeURIComponent(address).replace(/^\/|(?:\/|\/index\.html)$/g, '');
  return path.startsWith(`${locale}/`) ? path.slice(locale.length + 1) : path;
}

async function timeAndWeigh(visited: Visited, { locale, questions }: LanguageResult) {
  const asked = questions.map(({ query }) => query);
  const sentences = asked.filter(isSentence);
  const cold = await Array.fromAsync(visited.cold(locale, spread(sentences.length > 0 ? sentences : asked, WEIGHED)));
  const warm = await Array.fromAsync(visited.warm(locale, spread(asked, TIMED)));
  return { cold, first: warm.map(({ first }) => first), ms: warm.map(({ again }) => again) };
}
