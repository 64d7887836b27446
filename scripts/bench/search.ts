import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIndex } from 'pagefind';
import { Refusal } from '../shared/command.ts';
import { searchBox, stockPagefind } from './asking.ts';
import { type Visited, visit, withSite } from './browser-page.ts';
import { installPeers } from './install.ts';
import { readPages } from './pages.ts';
import { loadPeers, type Peer, peerVersions } from './peers.ts';
import { isSentence, type Question, spread } from './questions.ts';
import { type EngineMeasured, type LanguageMeasured, searchReport } from './search-report.ts';
import { readSubject, runScript, type Subject, type SubjectOptions } from './subject.ts';

export type Progress = (doing: string, done: number) => void;

/** So many questions of a language are asked in a browser for their time, and so many for their bytes. */
const TIMED = 100;
const WEIGHED = 12;

/** Asks our search and its peers the same questions about the same articles. */
export async function benchSearch(options: SubjectOptions, progress: Progress): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ohje-bench-'));
  try {
    progress('Building the site', 0);
    const subject = await readSubject(options, folder);
    const languages = await layOut(subject);
    progress('Fetching the peers', 0);
    await installPeers(folder, peerVersions);
    await measureOurs(subject, languages, folder, progress);
    await measureStock(subject, languages, join(folder, 'stock'), progress);
    for (const peer of loadPeers(folder)) await measurePeer(peer, subject, languages, progress);
    return searchReport(languages);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function layOut({ questions, dist, library }: Subject): Promise<LanguageMeasured[]> {
  const locales = [...new Set(questions.map(({ locale }) => locale))];
  return Promise.all(
    locales.map(async (locale) => {
      const articles = (await readPages(dist, locale, library)).length;
      if (articles === 0) throw new Refusal(`There is no article for readers of "${locale}" in ${dist}.`);
      const asked = questions.filter((question) => question.locale === locale);
      return { locale, articles, questions: asked, confident: [], engines: [] };
    }),
  );
}

async function measureOurs({ dist }: Subject, languages: LanguageMeasured[], folder: string, progress: Progress) {
  await withSite(dist, async (browser, site) => {
    for (const [index, language] of languages.entries()) {
      progress('Asking Ohje', index / languages.length);
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

/** What the search box would find, in the words of `npm run ask`. */
async function askAll(questions: readonly Question[], dist: string, folder: string): Promise<Answered[]> {
  const file = join(folder, 'questions.jsonl');
  await writeFile(file, questions.map(({ query, locale }) => `${JSON.stringify({ query, locale })}\n`).join(''));
  const printed = await runScript('ask', ['--batch', file, '--dist', dist, '--k', '10']);
  return printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answered);
}

async function measureStock({ dist }: Subject, languages: LanguageMeasured[], folder: string, progress: Progress) {
  progress('Asking Pagefind', 0);
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
      progress('Asking Pagefind', index / languages.length);
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

async function timeAndWeigh(visited: Visited, { locale, questions }: LanguageMeasured) {
  const asked = questions.map(({ query }) => query);
  const sentences = asked.filter(isSentence);
  const cold = await Array.fromAsync(visited.cold(locale, spread(sentences.length > 0 ? sentences : asked, WEIGHED)));
  const warm = await Array.fromAsync(visited.warm(locale, spread(asked, TIMED)));
  return { cold, first: warm.map(({ first }) => first), ms: warm.map(({ again }) => again) };
}

async function measurePeer(peer: Peer, { dist, library }: Subject, languages: LanguageMeasured[], progress: Progress) {
  for (const [index, { locale, questions, engines }] of languages.entries()) {
    progress(`Asking ${peer.name}`, index / languages.length);
    const made = await peer.index(await readPages(dist, locale, library), locale);
    const measured: EngineMeasured = { name: peer.name, found: [], ms: [], bytes: made.bytes };
    for (const { query } of questions) measured.found.push(await made.search(query));
    for (const { query } of questions) {
      const began = performance.now();
      await made.search(query);
      measured.ms.push(performance.now() - began);
    }
    engines.push(measured);
  }
}
