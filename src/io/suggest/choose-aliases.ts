import type { WordOrigin } from '#kb/tickets/measures/suggestion.ts';
import { compareText } from '#kb/values/text.ts';
import { rarity } from '#search/rarity.ts';
import type { Index } from '#search/search-index.ts';
import type { KnownIndex } from './known-index.ts';
import { answer } from './measure.ts';
import type { JudgedQuestion } from './question.ts';
import { makeAliasTrials } from './with-aliases.ts';

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
  onProgress(share: number): void;
}

/** More names for one article are no longer names. */
export const MOST_ALIASES = 8;
/** How much more a name is preferred for each word after its first: a phrase means less besides than a word does. */
const PHRASE = 0.2;
/** A question that has less of a name, by the rarity of its words, isn't changed by it. */
const LEAST_SHARED = 0.35;
/** What a name must gain over all questions: less can be chance. */
const LEAST_GAIN = 3;
/** Of what a name gains for its article, this much may be lost elsewhere. */
const MOST_LOST = 0.25;
/** A topic may lose this much through names of other articles: a question or two. */
const NOISE = 3;

/**
 * Chooses from candidates those that help, the best first: each is measured on top of those chosen before it.
 *
 * A name must help the questions that words were taken from, and as well those that were held out. No guarded question
 * may be answered worse, and no other topic by more than noise.
 *
 * @param candidates at most a few dozen for each article
 */
export async function chooseAliases(
  candidates: readonly AliasCandidate[],
  { index, questions, values, onProgress }: ChooseOptions,
): Promise<ChosenAlias[]> {
  const attempt = makeAliasTrials(index);
  const touches = makeTouches(index, questions);
  const now = [...values];
  const drift = new Map<string, number>();
  const added = new Map<string, string[]>();
  const chosen: ChosenAlias[] = [];
  const indexWith = ({ article, alias }: AliasCandidate) =>
    attempt(new Map([...added, [article, [...(added.get(article) ?? []), alias]]]));

  const changesOn = async (tried: Index, places: readonly number[]) => {
    const changes: { place: number; by: number }[] = [];
    for (const place of places) {
      const question = questions[place];
      if (!question) continue;
      const by = (await answer(tried, question)).value - (now[place] ?? 0);
      if (by !== 0) changes.push({ place, by });
    }
    return changes;
  };
  const isOwn = (place: number, article: string) => questions[place]?.right.has(article) ?? false;
  /** What it gains for the questions that words were taken from, which are few. */
  const promiseOf = async (candidate: AliasCandidate): Promise<number> => {
    const own = touches(candidate.alias).filter((place) => isOwn(place, candidate.article));
    const sources = own.filter((place) => questions[place]?.isSource);
    const places = (sources.length > 0 ? sources : own).filter((place) => (now[place] ?? 0) < 2);
    if (places.length === 0) return 0;
    const words = candidate.alias.split(' ').length;
    return sumOf(await changesOn(await indexWith(candidate), places)) * (1 + PHRASE * Math.min(2, words - 1));
  };
  const accept = async (candidate: AliasCandidate): Promise<boolean> => {
    const changes = await changesOn(await indexWith(candidate), touches(candidate.alias));
    const own = changes.filter(({ place }) => isOwn(place, candidate.article));
    const others = changes.filter(({ place }) => !isOwn(place, candidate.article));
    const held = changes.filter(({ place }) => !questions[place]?.isSource);
    const gain = sumOf(own);
    if (gain < LEAST_GAIN || sumOf(own.filter(({ place }) => !questions[place]?.isSource)) < 1) return false;
    const isLost = ({ place, by }: { place: number; by: number }) =>
      questions[place]?.set === 'guarded' && by < 0 && (now[place] ?? 0) + by === 0;
    if (changes.some(isLost)) return false;
    if (-sumOf(others) > MOST_LOST * gain) return false;
    const drifted = new Map(drift);
    for (const { place, by } of changes) {
      const group = questions[place]?.group ?? '';
      drifted.set(group, (drifted.get(group) ?? 0) + by);
    }
    const falls = others.some(({ place, by }) => by < 0 && (drifted.get(questions[place]?.group ?? '') ?? 0) < -NOISE);
    if (falls) return false;
    for (const [group, by] of drifted) drift.set(group, by);
    for (const { place, by } of changes) now[place] = (now[place] ?? 0) + by;
    added.set(candidate.article, [...(added.get(candidate.article) ?? []), candidate.alias]);
    chosen.push({
      ...candidate,
      gained: held.filter(({ by }) => by > 0).length,
      lost: held.filter(({ by }) => by < 0).length,
    });
    return true;
  };

  const queue: { candidate: AliasCandidate; promise: number; asOf: number }[] = [];
  for (const [place, candidate] of candidates.entries()) {
    onProgress((place / candidates.length) * 0.6);
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
    onProgress(0.6 + 0.4 * (1 - queue.length / Math.max(1, whole)));
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

function sumOf(changes: readonly { by: number }[]): number {
  return changes.reduce((sum, { by }) => sum + by, 0);
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
      const weight = rarity(vocabulary.holding(key), vocabulary.pages);
      whole += weight;
      for (const place of asking.get(key) ?? []) shared.set(place, (shared.get(place) ?? 0) + weight);
    }
    const places = [...shared].filter(([, weight]) => weight >= LEAST_SHARED * whole).map(([place]) => place);
    known.set(alias, places);
    return places;
  };
}
