import { findCandidates } from './candidates.ts';
import { confidenceOf, SURE } from './confidence.ts';
import { bestPassage } from './passage.ts';
import { rarity } from './rarity.ts';
import type { Index, Page } from './search-index.ts';

export interface Result extends Omit<Page, 'passages' | 'aliases'> {
  score: number;
  /** The passage that answers, as HTML, the words of the question in `<mark>`. */
  excerpt: string;
  /** The headings above it. */
  headings: readonly { title: string; url: string }[];
}

export interface Answer {
  /** How sure it is that the first result answers the question, from 0 to 1. */
  confidence: number;
  /** Whether that is enough to call it an answer. */
  confident: boolean;
  results: Result[];
}

// In characters. A longer text is a message, and its start says what it is about.
const LONGEST = 1000;

/** The pages that answer a question, without their passages. */
export interface RankedPages extends Pick<Answer, 'confidence' | 'confident'> {
  /** The best first. */
  best: Awaited<ReturnType<typeof findCandidates>>['candidates'];
  wanted: Awaited<ReturnType<typeof findCandidates>>['wanted'];
}

/**
 * Answers a question as {@link ask} does, but doesn't look for passages, which takes a quarter of the time.
 *
 * @param limit the maximum number of pages
 */
export async function rankPages(index: Index, question: string, limit: number): Promise<RankedPages> {
  const { pages } = index.vocabulary;
  const { terms, wanted, whole, ranked, candidates } = await findCandidates(index, question.slice(0, LONGEST), limit);
  const best = candidates.slice(0, limit);
  const [first] = best;
  const confidence = first ? confidenceOf({ best: first, ranked, pages, whole, length: terms.length }) : 0;
  return { confidence, confident: confidence >= SURE, best, wanted };
}

/**
 * Answers a question in a customer's own words, in the same way in the browser and on the command line.
 *
 * @param limit the maximum number of results
 */
export async function ask(index: Index, question: string, limit: number): Promise<Answer> {
  const { analysis, vocabulary } = index;
  const { confidence, confident, best, wanted } = await rankPages(index, question, limit);
  const worth = new Map(
    wanted.flatMap(({ keys, holding, weight }) =>
      (weight < 1 ? [] : keys).map(({ key, worth }) => [key, worth * rarity(holding, vocabulary.pages)] as const),
    ),
  );
  return {
    ...{ confidence, confident },
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
