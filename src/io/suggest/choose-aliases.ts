import type { WordOrigin } from '#kb/tickets/measures/suggestion.ts';
import { compareText } from '#kb/values/text.ts';
import { rarity } from '#search/rarity.ts';
import type { Index } from '#search/search-index.ts';
import { pagesWith } from '#search/vocabulary.ts';
import type { KnownIndex } from './known-index.ts';
import type { JudgedQuestion } from './question.ts';
import { netOf, openScoreboard } from './scoreboard.ts';
import { makeTrials } from './with-words.ts';

/** A name that an article could get. */
export interface AliasCandidate {
  article: string;
  alias: string;
  from: WordOrigin;
  people: number;
  failing: number;
}

export interface ChosenAlias extends AliasCandidate {
  /** In questions that no word was taken from: how many are answered better, and how many worse. */
  gained: number;
  lost: number;
}

export interface ChooseOptions {
  index: KnownIndex;
  questions: readonly JudgedQuestion[];
  /** What the search answers today, by the place of the question. */
  values: readonly number[];
  /** Throws if the command is interrupted. */
  onProgress(share: number): Promise<void>;
}

/** More names for one article are no longer names. */
export const MOST_ALIASES = 8;
/** How much more a name is preferred for each word after its first: a phrase means less besides than a word does. */
const PHRASE = 0.2;
/** A question that has less of a name, by the rarity of its words, isn't changed by it. */
const LEAST_SHARED = 0.35;

/**
 * Chooses from candidates those that help, the best first: each is measured on top of those chosen before it.
 *
 * @param candidates at most a few dozen for each article
 */
export async function chooseAliases(
  candidates: readonly AliasCandidate[],
  { index, questions, values, onProgress }: ChooseOptions,
): Promise<ChosenAlias[]> {
  const attempt = makeTrials(index, 'aliases');
  const touches = makeTouches(index, questions);
  const scores = openScoreboard(questions, values);
  const added = new Map<string, string[]>();
  const chosen: ChosenAlias[] = [];
  const indexWith = ({ article, alias }: AliasCandidate) =>
    attempt(new Map([...added, [article, [...(added.get(article) ?? []), alias]]]));

  const isOwn = (place: number, article: string) => questions[place]?.right.has(article) ?? false;
  /** What it gains for the questions that words were taken from, which are few. */
  const promiseOf = async (candidate: AliasCandidate): Promise<number> => {
    const own = touches(candidate.alias).filter((place) => isOwn(place, candidate.article));
    const sources = own.filter((place) => questions[place]?.isSource);
    const places = (sources.length > 0 ? sources : own).filter((place) => scores.valueAt(place) < 2);
    if (places.length === 0) return 0;
    const words = candidate.alias.split(' ').length;
    return netOf(await scores.changesWith(await indexWith(candidate), places)) * (1 + PHRASE * Math.min(2, words - 1));
  };
  const accept = async (candidate: AliasCandidate): Promise<void> => {
    const { article, alias } = candidate;
    const changes = await scores.changesWith(await indexWith(candidate), touches(alias));
    const kept = scores.keep(changes, (place) => isOwn(place, article));
    if (!kept) return;
    added.set(article, [...(added.get(article) ?? []), alias]);
    chosen.push({ ...candidate, ...kept });
  };

  const queue: { candidate: AliasCandidate; promise: number; asOf: number }[] = [];
  for (const [place, candidate] of candidates.entries()) {
    await onProgress((place / candidates.length) * 0.6);
    const promise = await promiseOf(candidate);
    if (promise > 0) queue.push({ candidate, promise, asOf: 0 });
  }
  const order = (a: (typeof queue)[number], b: (typeof queue)[number]) =>
    b.promise - a.promise || compareText(a.candidate.alias, b.candidate.alias);
  queue.sort(order);
  const whole = queue.length;
  while (queue.length > 0) {
    const next = queue.shift();
    if (!next) break;
    await onProgress(0.6 + 0.4 * (1 - queue.length / Math.max(1, whole)));
    const { candidate, asOf } = next;
    const before = added.get(candidate.article)?.length ?? 0;
    if (before >= MOST_ALIASES) continue;
    // Another name of the article may have answered the same questions already.
    if (asOf < before) {
      const promise = await promiseOf(candidate);
      if (promise <= 0) continue;
      if (promise < (queue[0]?.promise ?? 0)) {
        queue.push({ candidate, promise, asOf: before });
        queue.sort(order);
        continue;
      }
    }
    await accept(candidate);
  }
  return chosen;
}

/** Finds the questions that a name can change, by their places: those that have enough of its words. */
function makeTouches(
  { analysis, vocabulary }: Index,
  questions: readonly JudgedQuestion[],
): (alias: string) => number[] {
  const asking = new Map<string, number[]>();
  for (const [place, { text }] of questions.entries())
    for (const key of new Set(analysis.terms(text).flatMap(({ key, parts }) => [key, ...parts])))
      asking.set(key, [...(asking.get(key) ?? []), place]);
  const known = new Map<string, number[]>();
  return (alias) => {
    const before = known.get(alias);
    if (before) return before;
    const keys = new Set(analysis.terms(alias).map(({ key }) => key));
    const shared = new Map<number, number>();
    let whole = 0;
    for (const key of keys) {
      if (vocabulary.isStopWord(key)) continue;
      const weight = rarity(pagesWith(vocabulary, key), vocabulary.pages);
      whole += weight;
      for (const place of asking.get(key) ?? []) shared.set(place, (shared.get(place) ?? 0) + weight);
    }
    const places = [...shared].filter(([, weight]) => weight >= LEAST_SHARED * whole).map(([place]) => place);
    known.set(alias, places);
    return places;
  };
}
