import { join } from 'node:path';
import type { Library, ShownArticle } from '#kb/content/library.ts';
import type { ArticleSuggestion, MeasuredSet, SuggestedSynonym, Suggestions } from '#kb/tickets/measures/suggestion.ts';
import type { SearchedQuestion } from '#kb/tickets/records/search-log.ts';
import type { VoteCount } from '#kb/tickets/records/votes.ts';
import { makeLocale } from '#kb/values/locale.ts';
import type { Index } from '#search/search-index.ts';
import { readArticleHtml } from '../content/article-html.ts';
import { ExportError } from '../imports/export-error.ts';
import type { ProgressOptions } from '../imports/progress.ts';
import type { MakeIndex } from '../imports/try-words.ts';
import { makeTemporaryFolder } from '../machine/temporary-folder.ts';
import { openBuiltIndex } from '../search/open-index.ts';
import { type ChosenAlias, chooseAliases } from './choose-aliases.ts';
import { collectCandidates } from './collect-candidates.ts';
import { type CollectedQuestion, collectQuestions, type QuestionSources } from './collect-questions.ts';
import { findHarm } from './find-harm.ts';
import { findSynonyms, withSynonyms } from './find-synonyms.ts';
import { knowPages } from './known-index.ts';
import { answer, foundShare } from './measure.ts';

export interface SuggestOptions extends ProgressOptions {
  contentDir: string;
  /** What is published. */
  library: Library;
  makeIndex: MakeIndex;
  sources: QuestionSources;
  /** Searches without a result. */
  missed: readonly SearchedQuestion[];
  votes: readonly VoteCount[];
  locales: readonly string[];
  /** The ids of the articles that get words; `undefined` for all. */
  only: ReadonlySet<string> | undefined;
}

/** How often the whole is made anew without what does harm. */
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
    const all: Suggestions[] = [];
    for (const locale of locales) all.push(await suggestFor(locale, folder, html, options));
    return {
      articles: all.flatMap(({ articles }) => articles),
      synonyms: all.flatMap(({ synonyms }) => synonyms),
      measured: all.flatMap(({ measured }) => measured),
      tried: all.reduce((sum, { tried }) => sum + tried, 0),
    };
  } finally {
    await remove();
  }
}

async function suggestFor(
  locale: string,
  folder: string,
  html: ReadonlyMap<string, string>,
  { library, makeIndex, sources, missed, votes, only, onProgress, signal }: SuggestOptions,
): Promise<Suggestions> {
  const step = (doing: string, done?: number) => {
    if (signal?.aborted) throw new ExportError('The command was interrupted.');
    onProgress?.(`${doing} (${locale})`, done);
  };
  const nothing = { articles: [], synonyms: [], measured: [], tried: 0 };
  const questions = collectQuestions(locale, library, sources);
  if (!questions.some(({ isSource, set }) => !isSource && set !== 'guarded')) return nothing;
  let built = 0;
  const open = async (chosen: readonly ChosenAlias[], added: readonly SuggestedSynonym[]) => {
    step('Making the index');
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
      if (place % 50 === 0) step('Asking', place / questions.length);
      answers.push(await answer(index, question));
    }
    return answers;
  };
  const opened = await open([], []);
  if (!opened) return nothing;
  const shown = library.shown(locale);
  const index = await knowPages(
    opened,
    shown.map(({ article: { id, title } }) => [id, title]),
  );
  const before = await measure(index);
  const values = before.map(({ value }) => value);
  const candidates = collectCandidates(questions, values, {
    ...{ locale, library, index, missed: missed.filter((one) => one.locale === locale) },
    named: sources.tickets?.named ?? true,
    published: publishedKeys(shown, html, index),
  }).filter(({ article }) => only?.has(article) ?? true);
  let chosen = await chooseAliases(candidates, {
    ...{ index, questions, values },
    onProgress: (share) => step('Trying words', share),
  });
  let after = before;
  for (let round = 0; chosen.length > 0; round++) {
    const made = await open(chosen, []);
    if (!made) break;
    after = await measure(made);
    const harm = findHarm(questions, before, after, chosen, made);
    if (harm.size === 0) break;
    // If it doesn't get better, nothing is better than harm.
    chosen = round === MOST_ROUNDS ? [] : chosen.filter((one) => !harm.has(one));
    if (chosen.length === 0) after = before;
  }
  const synonyms: SuggestedSynonym[] = [];
  for (const { synonym, replaces } of findSynonyms(chosen, library, locale, index)) {
    const fewer = chosen.filter((one) => !replaces.includes(one));
    const made = await open(fewer, [...synonyms, synonym]);
    const answers = made ? await measure(made) : before;
    if (!made || sumOf(answers) < sumOf(after) || findHarm(questions, before, answers, chosen, made).size > 0) continue;
    synonyms.push(synonym);
    chosen = fewer;
    after = answers;
  }
  return {
    articles: grouped(chosen, locale, library, votes),
    synonyms,
    measured: measuredSets(locale, questions, before, after),
    tried: candidates.length,
  };
}

function sumOf(answers: readonly { value: number }[]): number {
  return answers.reduce((sum, { value }) => sum + value, 0);
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

function grouped(
  chosen: readonly ChosenAlias[],
  locale: string,
  library: Library,
  votes: readonly VoteCount[],
): ArticleSuggestion[] {
  const ids = [...new Set(chosen.map(({ article }) => article))].sort();
  return ids.flatMap((id): ArticleSuggestion[] => {
    const article = library.exact(locale, id);
    if (!article) return [];
    const own = votes.filter((vote) => vote.article === id && vote.locale === locale);
    const sum = (key: 'helpful' | 'unhelpful') => own.reduce((all, vote) => all + vote[key], 0);
    return [
      {
        ...{ article: id, locale, title: article.title, path: article.path },
        ...(own.length > 0 && { votes: { helpful: sum('helpful'), unhelpful: sum('unhelpful') } }),
        aliases: chosen
          .filter((one) => one.article === id)
          .map(({ alias, from, people, failing, gained, lost }) => ({ alias, from, people, failing, gained, lost })),
      },
    ];
  });
}

function measuredSets(
  locale: string,
  questions: readonly CollectedQuestion[],
  before: readonly { value: number }[],
  after: readonly { value: number }[],
): MeasuredSet[] {
  const names = ['tickets', 'searches', 'generated', 'given', 'guarded'] as const;
  return names.flatMap((name): MeasuredSet[] => {
    const places = questions.flatMap(({ set, isSource }, place) => (set === name && !isSource ? [place] : []));
    if (places.length === 0) return [];
    const share = (answers: readonly { value: number }[]) =>
      foundShare(places.map((place) => answers[place]?.value ?? 0));
    return [{ locale, name, before: share(before), after: share(after) }];
  });
}
