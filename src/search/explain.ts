import { type Candidate, type Found, findCandidates, type Points } from './candidates.ts';
import { weightOf } from './plan.ts';
import type { Index } from './search-index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a word of a question did. */
export interface ExplainedWord {
  word: string;
  /** How much of the question it is, from 0 to 1. */
  share: number;
  /**
   * `found` as it is; `guessed`: no article has it, so the closest words were searched; `unknown`: no article has it or
   * anything close; `customers`: only customers use it; `left out`: too common to search for in so many articles.
   */
  state: 'found' | 'guessed' | 'unknown' | 'customers' | 'left out';
  /** The words that were searched instead, by their keys, which lack endings. Only for a guess. */
  instead?: readonly string[];
  /** Other words for the same thing that were searched too, by their keys. */
  synonyms?: readonly string[];
}

export interface ExplainedResult {
  id: string;
  title: string;
  score: number;
  points: Points;
  /** The title, alias or heading that is most like the question, and how much, from 0 to 1. */
  like: { text: string; share: number };
  /** How much of the question it says in one place, from 0 to 1. */
  near: number;
  /** The words of the question that it has, and those that it lacks, each with the ones that count most first. */
  has: readonly string[];
  lacks: readonly string[];
}

export interface Explanation {
  words: readonly ExplainedWord[];
  results: readonly ExplainedResult[];
  /** By which points the first result is most ahead of the second. */
  ahead: keyof Points | undefined;
  /** The article that was asked about, with its place, from 1. Without a place, it has none of the words. */
  article?: { id: string; place: number | undefined; lacks: readonly string[] };
}

/**
 * Says why a question finds what it finds, for writers who want to change it.
 *
 * @param top how many results are explained
 * @param article the id of an article that should be found
 */
export async function explain(index: Index, question: string, top: number, article?: string): Promise<Explanation> {
  const found = await findCandidates(index, question, top);
  const pagesOf = await pagesByWord(index, found);
  const words = explainWords(found);
  const heaviest = [...words].filter(({ state }) => state !== 'left out').sort((a, b) => b.share - a.share);
  const split = (page: string | undefined) => {
    const isOn = ({ word }: ExplainedWord) => page !== undefined && (pagesOf.get(word)?.has(page) ?? false);
    return {
      has: heaviest.filter(isOn).map(({ word }) => word),
      lacks: heaviest.filter((one) => !isOn(one)).map(({ word }) => word),
    };
  };
  const shown = found.candidates.slice(0, top);
  const results = shown.map(
    ({ page, name, score, points, near, likeness }): ExplainedResult => ({
      ...{ id: page.id, title: page.title, score, points, near },
      like: { text: likeness.text, share: likeness.unit },
      ...split(name),
    }),
  );
  const explanation = { words, results, ahead: greatestLead(shown) };
  if (article === undefined) return explanation;
  const { place, name } = await placeOf(article, found);
  return { ...explanation, article: { id: article, place, lacks: split(name).lacks } };
}

/** The place of an article, from 1, and the index's name for it. */
async function placeOf(article: string, { candidates, ranked }: Found) {
  const among = candidates.findIndex(({ page }) => page.id === article);
  if (among >= 0) return { place: among + 1, name: candidates[among]?.name };
  for (const [place, { hit }] of [...ranked.entries()].slice(candidates.length))
    if ((await hit.load()).id === article) return { place: place + 1, name: hit.page };
  return { place: undefined, name: undefined };
}

/** By word of the question, the pages that have it. */
async function pagesByWord(index: Index, { terms, wanted }: Found): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const pages = new Map<string, Set<string>>();
  for (const { place, keys } of wanted) {
    const word = terms[place]?.word ?? '';
    const on = pages.get(word) ?? new Set();
    pages.set(word, on);
    for (const { key } of keys) for (const { page } of await index.find(key)) on.add(page);
  }
  return pages;
}

function explainWords({ terms, vocabulary, wanted }: Found): ExplainedWord[] {
  const looked = new Set(wanted.flatMap(({ keys }) => keys.map(({ key }) => key)));
  const places = new Set(wanted.map(({ place }) => place));
  const seen = new Set<string>();
  const words: (ExplainedWord & { weight: number })[] = [];
  for (const [place, { word, key }] of terms.entries()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const state = stateOf(key, vocabulary, looked.has(key), places.has(place));
    const weight = state === 'left out' || state === 'customers' ? 0 : weightOf(key, vocabulary);
    const keys = wanted.filter((one) => one.place === place).flatMap(({ keys }) => keys);
    const instead = keys.map(({ key }) => key);
    const synonyms = keys.filter(({ synonym }) => synonym).map(({ key }) => key);
    const searched = state === 'guessed' ? { instead } : synonyms.length > 0 ? { synonyms } : {};
    words.push({ word, state, share: 0, ...searched, weight });
  }
  const whole = words.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return words.map(({ weight, ...word }) => ({ ...word, share: weight / whole }));
}

function stateOf(
  key: string,
  vocabulary: Vocabulary,
  isSearched: boolean,
  isReplaced: boolean,
): ExplainedWord['state'] {
  if (vocabulary.holding(key) > 0) return isSearched ? 'found' : 'left out';
  if (vocabulary.learned(key) > 0) return 'customers';
  return isReplaced ? 'guessed' : 'unknown';
}

function greatestLead([first, second]: readonly Candidate[]): keyof Points | undefined {
  if (!first || !second) return undefined;
  const names = Object.keys(first.points) as (keyof Points)[];
  const [most] = names.sort((a, b) => first.points[b] - second.points[b] - (first.points[a] - second.points[a]));
  return most;
}
