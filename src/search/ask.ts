import type { Analysis } from './analysis.ts';
import { isConfident } from './confidence.ts';
import { bestPassage } from './passage.ts';
import { planQuery, type QueryTerm } from './plan.ts';
import { withinBudget } from './query-budget.ts';
import { rank, type TermHits } from './rank.ts';
import { rarity } from './rarity.ts';
import type { Index, Page } from './search-index.ts';

export interface Result extends Omit<Page, 'passages'> {
  score: number;
  /** The passage that answers, as HTML, the words of the question in `<mark>`. */
  excerpt: string;
  /** The headings above it. */
  headings: readonly { title: string; url: string }[];
}

export interface Answer {
  /** Whether the best result fits the question well enough to be called an answer. */
  confident: boolean;
  results: Result[];
}

// How many results are compared by title.
const LOOKED_AT = 8;
const LIKE_TITLE = 0.15;
// Learned words are good for the order of pages, but weaker evidence that a page answers the question.
const LEARNED_SURE = 0.25;

// In characters. A longer text is a message, and its start says what it is about.
const LONGEST = 1000;

/**
 * Answers a question in a customer's own words, in the same way in the browser and on the command line.
 *
 * @param limit the maximum number of results
 */
export async function ask(index: Index, question: string, limit: number): Promise<Answer> {
  const { analysis, vocabulary } = index;
  const asked = question.slice(0, LONGEST);
  const unfinished = /[\p{L}\p{M}\p{N}]$/u.test(asked);
  const terms = analysis.terms(asked);
  const wanted = withinBudget(planQuery(terms, analysis, vocabulary, unfinished), vocabulary.pages);
  const found = await Promise.all(wanted.map((one) => find(index, one)));
  const ranked = rank(found, vocabulary.pages);
  const loaded = await Promise.all(
    ranked.slice(0, Math.max(limit, LOOKED_AT)).map(async (one) => ({ ...one, page: await one.hit.load() })),
  );
  const best = byTitle(
    loaded,
    { keys: terms.map(({ key }) => key), letters: analysis.lettersOf(asked) },
    analysis,
  ).slice(0, limit);
  const worth = new Map(
    wanted.flatMap(({ keys, holding, weight }) =>
      (weight < 1 ? [] : keys).map(({ key, worth }) => [key, worth * rarity(holding, vocabulary.pages)] as const),
    ),
  );
  return {
    confident: isConfident(
      {
        question: terms,
        wanted,
        scores: ranked.map(({ score, learned }) => score - learned + LEARNED_SURE * learned),
        title: best[0]?.title ?? [],
      },
      vocabulary,
    ),
    results: best.map(({ page, score }) => {
      const { url, id, title, section, type, lang } = page;
      const { html, heading, anchor } = bestPassage(page, analysis, worth);
      return {
        ...{ url, id, title, section, type, lang },
        score,
        excerpt: html,
        headings: heading && anchor ? [{ title: heading, url: `${url}#${anchor}` }] : [],
      };
    }),
  };
}

/** Of pages that fit about equally well, puts those first whose title is similar to the question or equal to it. */
function byTitle<T extends { page: Page; score: number; learned: number }>(
  pages: readonly T[],
  { keys, letters }: { keys: readonly string[]; letters: string },
  analysis: Analysis,
): (T & { title: readonly string[] })[] {
  const best = Math.max(0, ...pages.map(({ score, learned }) => score - learned));
  return pages
    .map((one) => {
      const title = analysis.terms(one.page.title).map(({ key }) => key);
      const exact = analysis.lettersOf(one.page.title) === letters ? 1 : 0;
      return { ...one, title, score: one.score + best * (exact + LIKE_TITLE * similarity(keys, title)) };
    })
    .sort((a, b) => b.score - a.score);
}

/** The share of words that two texts have in common (Ochiai 1957). */
function similarity(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [new Set(a), new Set(b)];
  const shared = [...one].filter((key) => other.has(key)).length;
  return shared / (Math.sqrt(one.size * other.size) || 1);
}

async function find(index: Index, { place, weight, keys }: QueryTerm): Promise<TermHits> {
  return {
    place,
    weight,
    keys: await Promise.all(keys.map(async ({ key, worth }) => ({ worth, hits: await index.find(key) }))),
  };
}
