import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../../shared/failures.ts';
import { installPeers } from '../install.ts';
import { askOurs } from './ask-ours.ts';
import { type InBrowser, measureInBrowser, measureStock } from './measure-in-browser.ts';
import { loadPeers, peerVersions } from './peers/load-peers.ts';
import type { Peer } from './peers/peer.ts';
import { type EngineResult, type LanguageResult, labelOf } from './results/language-result.ts';
import { type BuiltSet, buildSet, type SetBuildOptions } from './sets/built-sets.ts';
import { type JudgedSetOptions, readJudgedSets } from './sets/judged-sets.ts';
import { offTopicQuestions, readOffTopic } from './sets/off-topic.ts';
import { readPages } from './sets/pages.ts';

export type OnProgress = (doing: string, done?: number) => void;

export interface BenchOptions extends JudgedSetOptions, SetBuildOptions {
  /** Files or folders with questions that nothing here answers. */
  offTopic: readonly string[];
  /** Whether times and bytes are measured in a browser, which Pagefind's own script needs too. */
  browser: boolean;
}

/** Asks Ohje and other search engines the same questions about the same articles. */
export async function benchSearch(options: BenchOptions, onProgress: OnProgress): Promise<LanguageResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ohje-bench-'));
  try {
    onProgress('Reading the questions');
    const sets = await readJudgedSets(options, folder);
    const strangers = await readOffTopic(options.offTopic, options.locale[0] ?? sets[0]?.locale ?? 'en');
    onProgress('Installing the other engines');
    await installPeers(folder, peerVersions);
    const peers = loadPeers(folder);
    const results: LanguageResult[] = [];
    for (const [number, set] of sets.entries()) {
      const own = join(folder, `built-${number}`);
      await mkdir(own, { recursive: true });
      onProgress(`Building the site ${set.name}`.trim());
      for await (const built of buildSet(set, options, own)) {
        const languages = await layOut(built);
        const added = built.distractors > 0 ? options.distractors : [];
        const offTopic = (locale: string) => offTopicQuestions(set, locale, sets, strangers, added);
        await measureOurs(built, languages, offTopic, onProgress);
        if (options.browser) await inBrowser(built, languages, join(own, 'stock'), onProgress);
        for (const peer of peers) await measurePeer(peer, built, languages, onProgress);
        results.push(...languages);
        onProgress('Building the site with other articles');
      }
      await rm(own, { recursive: true, force: true });
    }
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function layOut({ name, questions, dist, library, notes, distractors }: BuiltSet): Promise<LanguageResult[]> {
  const locales = [...new Set(questions.map(({ locale }) => locale))];
  return Promise.all(
    locales.map(async (locale) => {
      const articles = (await readPages(dist, locale, library)).length;
      if (articles === 0) throw new Refusal(`There are no articles in "${locale}" in ${dist}.`);
      const asked = questions.filter((question) => question.locale === locale);
      const result = { set: name, locale, articles, distractors, questions: asked, notes };
      return { ...result, sureness: [], engines: [] };
    }),
  );
}

async function measureOurs(
  { dist }: BuiltSet,
  languages: readonly LanguageResult[],
  offTopic: (locale: string) => string[],
  onProgress: OnProgress,
): Promise<void> {
  for (const language of languages) {
    const { found, sureness } = await askOurs(dist, language, offTopic(language.locale), (done) =>
      onProgress(`Asking Ohje (${labelOf(language)})`, done),
    );
    language.sureness.push(...sureness);
    language.engines.push({ name: 'Ohje', found, ms: [] });
  }
}

async function inBrowser(
  { dist }: BuiltSet,
  languages: readonly LanguageResult[],
  folder: string,
  onProgress: OnProgress,
): Promise<void> {
  const say: InBrowser = (doing, language, done) => onProgress(`${doing} (${labelOf(language)})`, done);
  await measureInBrowser(dist, languages, say);
  await measureStock(dist, languages, folder, say);
}

async function measurePeer(
  peer: Peer,
  { dist, library }: BuiltSet,
  languages: readonly LanguageResult[],
  onProgress: OnProgress,
): Promise<void> {
  for (const language of languages) {
    const { locale, questions, engines } = language;
    const doing = `Asking ${peer.name} (${labelOf(language)})`;
    onProgress(doing);
    const made = await peer.index(await readPages(dist, locale, library), locale, questions);
    const measured: EngineResult = { name: peer.name, found: [], ms: [], bytes: made.bytes, note: made.note };
    for (const [index, { query }] of questions.entries()) {
      measured.found.push(await made.search(query));
      onProgress(doing, index / questions.length);
    }
    for (const { query } of questions) {
      const started = performance.now();
      await made.search(query);
      measured.ms.push(performance.now() - started);
    }
    engines.push(measured);
  }
}
