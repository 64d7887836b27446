import type { AnswerPart } from './answer-parts.ts';
import { type Found, findCandidates } from './candidates.ts';
import { type AnswerState, confidenceOf, stateOf } from './confidence.ts';
import { bestPassage, LONG, SHORT, type Sought } from './passage.ts';
import type { Index, Page } from './search-index.ts';

export interface Result extends Omit<Page, 'passages' | 'aliases'> {
  score: number;
  /** The passage that answers, as HTML, the words of the question in `<mark>`. It is longer for an answer. */
  excerpt: string;
  /** The same as the article has it, if this is the answer. */
  answer?: readonly AnswerPart[];
  /** The headings above it. */
  headings: readonly { title: string; url: string }[];
}

export interface Answer {
  /** How sure it is that the first result answers the question, from 0 to 1. */
  confidence: number;
  state: AnswerState;
  /** Whether the state is `answer`. */
  confident: boolean;
  results: Result[];
}

// In characters. A longer text is a message, and its start says what it is about.
const LONGEST = 1000;

/** The pages that answer a question, without their passages. */
export interface RankedPages
  extends Pick<Answer, 'confidence' | 'state'>,
    Pick<Found, 'vocabulary' | 'wanted' | 'weights'> {
  /** The best first. */
  best: Found['candidates'];
}

/**
 * Answers a question as {@link ask} does, but doesn't look for passages, which takes a quarter of the time.
 *
 * @param limit the maximum number of pages
 */
export async function rankPages(index: Index, question: string, limit: number): Promise<RankedPages> {
  const found = await findCandidates(index, question.slice(0, LONGEST), limit);
  const { terms, vocabulary, wanted, weights, whole, ranked, together, candidates } = found;
  const { pages, isStopWord } = vocabulary;
  const best = candidates.slice(0, limit);
  const [first, ...others] = candidates;
  const telling = new Set(terms.map(({ key }) => key).filter((key) => !isStopWord(key))).size;
  const evidence = { ranked, together, pages, whole, telling };
  const confidence = first ? confidenceOf({ ...evidence, candidates: [first, ...others] }) : 0;
  const state = first ? stateOf(confidence, terms.length) : 'nothing';
  return { confidence, state, best, vocabulary, wanted, weights };
}

/**
 * Answers a question in a customer's own words, in the same way in the browser and on the command line.
 *
 * @param limit the maximum number of results
 */
export async function ask(index: Index, question: string, limit: number): Promise<Answer> {
  const { analysis } = index;
  const { confidence, state, best, vocabulary, wanted, weights } = await rankPages(index, question, limit);
  const sought = wanted.flatMap(({ keys, weight }, place): Sought[] => {
    const own = keys.filter(({ key }) => vocabulary.holding(key) > 0);
    return weight < 1 ? [] : [{ weight: weights[place] ?? 0, keys: own }];
  });
  return {
    ...{ confidence, state, confident: state === 'answer' },
    results: best.map(({ page, score }, place) => {
      const { url, id, title, section, type, lang } = page;
      const isAnswer = state === 'answer' && place === 0;
      const { html, heading, anchor, parts } = bestPassage(page, analysis, sought, isAnswer ? LONG : SHORT);
      return {
        ...{ url, id, title, section, type, lang },
        score,
        excerpt: html,
        ...(isAnswer && { answer: parts() }),
        headings: heading && anchor ? [{ title: heading, url: `${url}#${anchor}` }] : [],
      };
    }),
  };
}
