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

/**
 * Answers a question in a customer's own words, in the same way in the browser and on the command line.
 *
 * @param limit the maximum number of results
 */
export async function ask(index: Index, question: string, limit: number): Promise<Answer> {
  const { analysis, vocabulary } = index;
  const { terms, wanted, whole, ranked, candidates } = await findCandidates(index, question.slice(0, LONGEST), limit);
  const best = candidates.slice(0, limit);
  const worth = new Map(
    wanted.flatMap(({ keys, holding, weight }) =>
      (weight < 1 ? [] : keys).map(({ key, worth }) => [key, worth * rarity(holding, vocabulary.pages)] as const),
    ),
  );
  const [first] = best;
  const confidence = first
    ? confidenceOf({ best: first, ranked, pages: vocabulary.pages, whole, length: terms.length })
    : 0;
  return {
    ...{ confidence, confident: confidence >= SURE },
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
