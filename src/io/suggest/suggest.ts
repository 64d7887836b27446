import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Library, ShownArticle } from '#kb/content/library.ts';
import type { SuggestedSynonym, Suggestions } from '#kb/tickets/measures/suggestion.ts';
import type { SearchedQuestion } from '#kb/tickets/records/search-log.ts';
import type { VoteCount } from '#kb/tickets/records/votes.ts';
import { makeLocale } from '#kb/values/locale.ts';
import type { Analysis } from '#search/analysis.ts';
import type { Index } from '#search/search-index.ts';
import { pagesWith } from '#search/vocabulary.ts';
import { readArticleHtml } from '../content/article-html.ts';
import { ExportError } from '../imports/export-error.ts';
import type { ProgressOptions } from '../imports/progress.ts';
import { makeTemporaryFolder } from '../machine/temporary-folder.ts';
import { openBuiltIndex } from '../search/open-index.ts';
import type { MakeIndex } from '../words/try-words.ts';
import { type ChosenAlias, chooseAliases } from './choose-aliases.ts';
import { chooseSynonyms, type FoundSynonym, withSynonyms } from './choose-synonyms.ts';
import { collectCandidates, LEAST_SEARCHED, leastUse, writtenTexts } from './collect-candidates.ts';
import { type CollectedQuestion, collectQuestions, type QuestionSources } from './collect-questions.ts';
import { findHarm } from './find-harm.ts';
import { findSynonyms } from './find-synonyms.ts';
import { type GeneralSynonyms, knowPages } from './known-index.ts';
import { answer } from './measure.ts';
import { groupAliases, measureSets } from './summarize.ts';

export interface SuggestOptions extends ProgressOptions {
  contentDir: string;
  /** What is published. */
  library: Library;
  makeIndex: MakeIndex;
  /** What a language calls the same thing, as the index has it. */
  generalSynonyms: (analysis: Analysis) => GeneralSynonyms;
  sources: QuestionSources;
  /** Searches without a result. */
  missed: readonly SearchedQuestion[];
  votes: readonly VoteCount[];
  locales: readonly string[];
  /** The ids of the articles that get words; `undefined` for all. */
  only: ReadonlySet<string> | undefined;
}

/** How many times the index is made again without the words that do harm. */
const MOST_ROUNDS = 8;

/**
 * Finds the names that customers use for articles, and measures what each would change.
 *
 * They are chosen one after the other. In the end an index is made with all of them, and every question is asked again.
 */
export async function suggestWords(options: SuggestOptions): Promise<Suggestions> {
  const { contentDir, library, locales } = options;
  const html = await readArticleHtml(contentDir, [...new Set([...locales, library.site.defaultLocale])]);
  const { path: folder, remove } = await makeTemporaryFolder();
  try {
    const all: Omit<Suggestions, 'named'>[] = [];
    for (const locale of locales) all.push(await suggestFor(locale, folder, html, options));
    return {
      articles: all.flatMap(({ articles }) => articles),
      synonyms: all.flatMap(({ synonyms }) => synonyms),
      measured: all.flatMap(({ measured }) => measured),
      tried: all.reduce((sum, { tried }) => sum + tried, 0),
      named: options.sources.tickets?.named ?? true,
    };
  } finally {
    await remove();
  }
}

async function suggestFor(
  locale: string,
  folder: string,
  html: ReadonlyMap<string, string>,
  { library, makeIndex, generalSynonyms, sources, missed, votes, only, onProgress, signal }: SuggestOptions,
): Promise<Omit<Suggestions, 'named'>> {
  const step = async (doing: string, done?: number) => {
    // What is remembered is answered without any input or output, and a signal is only noticed between those.
    await setImmediate();
    if (signal?.aborted) throw new ExportError('The command was interrupted.');
    onProgress?.(`${doing} (${locale})`, done);
  };
  const nothing = { articles: [], synonyms: [], measured: [], tried: 0 };
  const questions = collectQuestions(locale, library, sources);
  if (!questions.some(({ isSource, set }) => !isSource && set !== 'guarded')) return nothing;
  let built = 0;
  const open = async (chosen: readonly ChosenAlias[], added: readonly SuggestedSynonym[]) => {
    await step('Making the index');
    const dist = join(folder, `${locale}-${built++}`);
    await makeIndex(
      withChosen({ ...library, locales: [makeLocale(locale)] }, locale, chosen, added),
      async ({ article }: ShownArticle) => html.get(article.path) ?? '',
      join(dist, 'pagefind'),
    );
    return (await openBuiltIndex(dist))?.open(locale);
  };
  const measure = async (index: Index) => {
    const answers = [];
    for (const [place, question] of questions.entries()) {
      if (place % 50 === 0) await step('Asking', place / questions.length);
      answers.push(await answer(index, question));
    }
    return answers;
  };
  const opened = await open([], []);
  if (!opened) return nothing;
  const shown = library.shown(locale);
  const titles = shown.map(({ article: { id, title } }) => [id, title] as const);
  const general = generalSynonyms(opened.analysis);
  const index = await knowPages(opened, titles, general);
  const named = sources.tickets?.named ?? true;
  const before = await measure(index);
  const values = before.map(({ value }) => value);
  // A synonym is about other articles as well.
  const candidates = only ? [] : synonymCandidates(questions, values, locale, library, index, named);
  let synonyms = await chooseSynonyms(candidates, {
    ...{ index, questions, values, locale, library },
    onProgress: (share) => step('Trying synonyms', share),
  });
  // Aliases are chosen on top of the synonyms.
  const taught = synonyms.length > 0 ? await open([], synonyms) : undefined;
  const known = taught ? await knowPages(taught, titles, general) : index;
  const now = taught ? (await measure(known)).map(({ value }) => value) : values;
  const names = collectCandidates(questions, now, {
    ...{ locale, library, index: known, named, missed: missed.filter((one) => one.locale === locale) },
    published: publishedKeys(shown, html, index),
  }).filter(({ article }) => only?.has(article) ?? true);
  let aliases = await chooseAliases(names, {
    ...{ index: known, questions, values: now },
    onProgress: (share) => step('Trying words', share),
  });
  let after = before;
  for (let round = 0; aliases.length + synonyms.length > 0; round++) {
    const made = await open(aliases, synonyms);
    if (!made) break;
    after = await measure(made);
    const harm = findHarm(questions, before, after, [...aliases, ...synonyms], made);
    if (harm.size === 0) break;
    // After so many rounds, suggesting nothing is better than doing harm.
    aliases = round === MOST_ROUNDS ? [] : aliases.filter((one) => !harm.has(one));
    synonyms = round === MOST_ROUNDS ? [] : synonyms.filter((one) => !harm.has(one));
    after = before;
  }
  return {
    articles: groupAliases(aliases, locale, library, votes),
    synonyms,
    measured: measureSets(locale, questions, before, after),
    tried: candidates.length + names.length,
  };
}

/** Words that could become synonyms, from tickets and from searches. */
function synonymCandidates(
  questions: readonly CollectedQuestion[],
  values: readonly number[],
  locale: string,
  library: Library,
  { analysis, vocabulary }: Index,
  named: boolean,
): FoundSynonym[] {
  const { tickets, searches } = writtenTexts(questions, values);
  const rightOf = new Map(questions.map(({ group, right }) => [group, right]));
  const namesOf = (group: string) =>
    [...(rightOf.get(group) ?? [])].flatMap((id) => {
      const { title, aliases = [] } = library.exact(locale, id) ?? {};
      return title === undefined ? [] : [title, ...aliases];
    });
  const options = {
    ...{ analysis, namesOf, isStopWord: vocabulary.isStopWord },
    isKnown: (key: string) => pagesWith(vocabulary, key) > 0,
    isCommon: (key: string) => vocabulary.common(key) > 0,
    groups: library.synonyms?.get(locale) ?? [],
  };
  const found = [
    ...findSynonyms(tickets, { ...options, ...leastUse(named) }).map((one) => ({ ...one, from: 'tickets' as const })),
    ...findSynonyms(searches, { ...options, ...LEAST_SEARCHED }).map((one) => ({ ...one, from: 'searches' as const })),
  ];
  return [...new Map(found.map((one) => [`${one.word}\n${one.own}`, one])).values()];
}

function withChosen(
  library: Library,
  locale: string,
  chosen: readonly ChosenAlias[],
  added: readonly SuggestedSynonym[],
): Library {
  const aliasesOf = (id: string) => chosen.flatMap(({ article, alias }) => (article === id ? [alias] : []));
  const shown = library.shown(locale).map((one) => ({
    ...one,
    article: { ...one.article, aliases: [...one.article.aliases, ...aliasesOf(one.article.id)] },
  }));
  const synonyms = new Map(library.synonyms).set(locale, withSynonyms(library.synonyms?.get(locale) ?? [], added));
  return { ...library, synonyms, shown: (of) => (of === locale ? shown : library.shown(of)) };
}

function publishedKeys(
  shown: readonly ShownArticle[],
  html: ReadonlyMap<string, string>,
  { analysis }: Index,
): Set<string> {
  const keys = new Set<string>();
  for (const { article } of shown) {
    const text = [article.title, article.summary, ...article.aliases, html.get(article.path)?.replace(/<[^>]*>/g, ' ')];
    for (const { key } of analysis.terms(text.join('\n'))) keys.add(key);
  }
  return keys;
}
