import type { Analysis, Term } from '#search/analysis.ts';
import type { Hit, Index, Page } from '#search/search-index.ts';
import { remembered } from './remembered.ts';

// With these, the most that is kept of a large site is some hundred megabytes. Customers also write words that no page
// has, in any number: names, and mistakes of all kinds.
const MOST_KEYS = 20_000;
const MOST_PAGES = 3000;
const MOST_WORDS = 20_000;
/** A longer text is a question, and hardly ever asked again. */
const LONGEST_TITLE = 100;

/**
 * The same index for thousands of questions: it remembers what it looked up, loaded and guessed. Its results are the
 * same, because a built index never changes.
 */
export function rememberingIndex(index: Index): Index {
  const { analysis, vocabulary } = index;
  const pages = new Map<string, Promise<Page>>();
  const loadOf = (hit: Hit) => () => remembered(pages, hit.page, MOST_PAGES, () => hit.load());
  const hits = new Map<string, ReturnType<Index['find']>>();
  const near = new Map<string, ReturnType<typeof vocabulary.near>>();
  const beginning = new Map<string, string[]>();
  const ending = new Map<string, string[]>();
  return {
    analysis: rememberingAnalysis(analysis),
    vocabulary: {
      ...vocabulary,
      near: (key, limit) => remembered(near, `${limit} ${key}`, MOST_WORDS, () => vocabulary.near(key, limit)),
      beginning: (start, limit) =>
        remembered(beginning, `${limit} ${start}`, MOST_WORDS, () => vocabulary.beginning(start, limit)),
      ending: (end, limit) => remembered(ending, `${limit} ${end}`, MOST_WORDS, () => vocabulary.ending(end, limit)),
    },
    find: (key) =>
      remembered(hits, key, MOST_KEYS, async () =>
        (await index.find(key)).map((hit) => ({ ...hit, load: loadOf(hit) })),
      ),
  };
}

function rememberingAnalysis(analysis: Analysis): Analysis {
  const terms = new Map<string, Term[]>();
  const letters = new Map<string, string>();
  return {
    ...analysis,
    terms: (text) =>
      text.length > LONGEST_TITLE
        ? analysis.terms(text)
        : remembered(terms, text, MOST_WORDS, () => analysis.terms(text)),
    lettersOf: (text) =>
      text.length > LONGEST_TITLE
        ? analysis.lettersOf(text)
        : remembered(letters, text, MOST_WORDS, () => analysis.lettersOf(text)),
  };
}
