import type { Question } from '../sets/questions.ts';
import type { Sureness } from './confidence.ts';

/** The first answer of a visit, with an empty cache. */
export interface ColdAnswer {
  /** Compressed, as a host sends text, and as stored on disk. */
  bytes: { packed: number; plain: number };
  /** From focusing the search to its answer; `undefined` if none came. */
  ms: number | undefined;
}

/** What an engine did with the questions of a language. */
export interface EngineResult {
  name: string;
  /** Ids of articles for each question, best first. */
  found: string[][];
  /** Milliseconds to the answer of a question asked before; `undefined` if none came. Empty if not measured. */
  ms: (number | undefined)[];
  /** The same for the first time, in a browser, which may have to load index files. */
  first?: (number | undefined)[] | undefined;
  /** The first answer of each visit. */
  cold?: ColdAnswer[] | undefined;
  /** The size of an index that has to be loaded as a whole. */
  bytes?: number | undefined;
  /** What the report should say about how it was configured. */
  note?: string | undefined;
}

/** The questions of one set in one language, and what all engines did with them. */
export interface LanguageResult {
  /** Empty for the company's own content. */
  set: string;
  locale: string;
  articles: number;
  /** How many of the articles were added from other collections. */
  distractors: number;
  questions: readonly Question[];
  /** What was left out, as sentences. */
  notes: readonly string[];
  /** How sure Ohje was of its answers. */
  sureness: Sureness[];
  /** Ohje first. */
  engines: EngineResult[];
}

/** `en`, `wixqa en`, `wixqa en + 5,000`. */
export function labelOf({ set, locale, distractors }: Pick<LanguageResult, 'set' | 'locale' | 'distractors'>): string {
  const more = distractors > 0 ? ` + ${distractors.toLocaleString('en')}` : '';
  return `${set} ${locale}${more}`.trim();
}
