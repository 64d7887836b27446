import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIndex } from 'pagefind';
import { Refusal } from '../shared/failures.ts';
import { type Visited, visit, withSite } from './browser-page.ts';
import { installPeers } from './install.ts';
import { readPages } from './pages.ts';
import { loadPeers, type Peer, peerVersions } from './peers.ts';
import { isSentence, type Question, spread } from './questions.ts';
import { searchBox, stockPagefind } from './search-drivers.ts';
import { type EngineResult, type LanguageResult, searchReport } from './search-report.ts';
import { readTestSet, runScript, type TestSet, type TestSetOptions } from './test-set.ts';

export type OnProgress = (doing: string, done: number) => void;

/** Questions per language that are asked in a browser to measure time, and to measure bytes. */
const TIMED = 100;
const WEIGHED = 12;

/** Asks Ohje and other search engines the same questions about the same articles. */
export async function benchSearch(options: TestSetOptions, onProgress: OnProgress): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ohje-bench-'));
  try {
    onProgress('Building the site', 0);
    const testSet = await readTestSet(options, folder);
    const languages = await layOut(testSet);
    onProgress('Installing the other engines', 0);
    await installPeers(folder, peerVersions);
    await measureOurs(testSet, languages, folder, onProgress);
    await measureStock(testSet, languages, join(folder, 'stock'), onProgress);
    for (const peer of loadPeers(folder)) await measurePeer(peer, testSet, languages, onProgress);
    return searchReport(languages);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function layOut({ questions, dist, library }: TestSet): Promise<LanguageResult[]> {
  const locales = [...new Set(questions.map(({ locale }) => locale))];
  return Promise.all(
    locales.map(async (locale) => {
      const articles = (await readPages(dist, locale, library)).length;
      if (articles === 0) throw new Refusal(`There are no articles in "${locale}" in ${dist}.`);
      const asked = questions.filter((question) => question.locale === locale);
      return { locale, articles, questions: asked, confident: [], engines: [] };
    }),
  );
}

async function measureOurs({ dist }: TestSet, languages: LanguageResult[], folder: string, onProgress: OnProgress) {
  await withSite(dist, async (browser, site) => {
    for (const [index, language] of languages.entries()) {
      onProgress('Asking Ohje', index / languages.length);
      const answers = await askAll(language.questions, dist, folder);
      language.confident.push(...answers.map(({ confident }) => confident));
      const found = answers.map(({ results }) => results.map(({ id }) => id));
      language.engines.push({
        name: 'Ohje',
        found,
        ...(await timeAndWeigh(visit(browser, site, searchBox), language)),
      });
    }
  });
}

interface Answered {
  confident: boolean;
  results: { id: string }[];
}

/** What the search box would find, as printed by `npm run ask`. */
async function askAll(questions: readonly Question[], dist: string, folder: string): Promise<Answered[]> {
  const file = join(folder, 'questions.jsonl');
  await writeFile(file, questions.map(({ query, locale }) => `${JSON.stringify({ query, locale })}\n`).join(''));
  const printed = await runScript('ask', ['--batch', file, '--dist', dist, '--k', '10']);
  return printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answered);
}

async function measureStock({ dist }: TestSet, languages: LanguageResult[], folder: string, onProgress: OnProgress) {
  onProgress('Asking Pagefind', 0);
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
    for (const [index, language] of languages.entries()) {
      onProgress('Asking Pagefind', index / languages.length);
      const { locale, questions } = language;
      const visited = visit(browser, site, stockPagefind);
      const page = await browser.newPage();
      await page.goto(`${site.url}${locale}/`);
      await stockPagefind.ready(page);
      const found: string[][] = [];
      for (const { query } of questions)
        found.push((await stockPagefind.find(page, query)).map((url) => idOfAddress(url, locale)));
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

async function measurePeer(
  peer: Peer,
  { dist, library }: TestSet,
  languages: LanguageResult[],
  onProgress: OnProgress,
) {
  for (const [index, { locale, questions, engines }] of languages.entries()) {
    onProgress(`Asking ${peer.name}`, index / languages.length);
    const made = await peer.index(await readPages(dist, locale, library), locale);
    const measured: EngineResult = { name: peer.name, found: [], ms: [], bytes: made.bytes };
    for (const { query } of questions) measured.found.push(await made.search(query));
    for (const { query } of questions) {
      const started = performance.now();
      await made.search(query);
      measured.ms.push(performance.now() - started);
    }
    engines.push(measured);
  }
}
