import { escapeHtml } from '#kb/values/escape.ts';
import type { Analysis } from './analysis.ts';
import type { Page, Passage } from './search-index.ts';

/** The part of a page that answers. */
export interface Excerpt {
  /** As HTML, with the words of the question in `<mark>`. */
  html: string;
  heading?: string | undefined;
  anchor?: string | undefined;
}

const LONGEST = 32;
// A heading describes all the text under it.
const HEADING = 0.5;

/**
 * Finds the passage of a page that contains most of the question.
 *
 * @param worth of each key in the question
 */
export function bestPassage({ passages }: Page, analysis: Analysis, worth: ReadonlyMap<string, number>): Excerpt {
  const value = (keys: ReadonlySet<string>) => {
    let sum = 0;
    for (const key of keys) sum += worth.get(key) ?? 0;
    return sum;
  };
  let best = { passage: passages[0], text: passages[0]?.texts[0] ?? '', value: 0 };
  for (const passage of passages) {
    const { heading, texts } = readKeys(passage, analysis);
    const above = HEADING * value(heading);
    for (const [place, keys] of texts.entries()) {
      const here = above + value(keys);
      if (here > best.value) best = { passage, text: passage.texts[place] ?? '', value: here };
    }
  }
  const { heading, anchor } = best.passage ?? {};
  return { html: marked(best.text, analysis, worth), heading, anchor };
}

interface PassageKeys {
  heading: ReadonlySet<string>;
  texts: readonly ReadonlySet<string>[];
}

// While someone types, the same pages are analyzed again and again.
const read = new WeakMap<Passage, PassageKeys>();

function readKeys(passage: Passage, analysis: Analysis): PassageKeys {
  const before = read.get(passage);
  if (before) return before;
  const keysOf = (text: string) => new Set(analysis.terms(text).flatMap(({ key, parts }) => [key, ...parts]));
  const keys = { heading: keysOf(passage.heading ?? ''), texts: passage.texts.map(keysOf) };
  read.set(passage, keys);
  return keys;
}

/** About thirty words of a text around the words of the question, which are marked. */
function marked(text: string, analysis: Analysis, worth: ReadonlyMap<string, number>): string {
  const words = wordsOf(text, analysis.locale);
  const values = words.map(({ word }) =>
    analysis.terms(word).reduce((sum, { key, parts }) => {
      return sum + Math.max(0, ...[key, ...parts].map((one) => worth.get(one) ?? 0));
    }, 0),
  );
  const start = bestWindow(values, LONGEST);
  const shown = words
    .slice(start, start + LONGEST)
    .map(({ word, gap }, place) => gap + ((values[start + place] ?? 0) > 0 ? markWord(word) : escapeHtml(word)));
  return `${start > 0 ? '… ' : ''}${shown.join('').trimStart()}${start + LONGEST < words.length ? ' …' : ''}`;
}

// Scripts without spaces between words.
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** The words of a text with their punctuation, each with the gap before it. */
function wordsOf(text: string, locale: string): { word: string; gap: string }[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word) =>
      unspaced.test(word)
        ? [...segmenter.segment(word)].map(({ segment, index }) => ({ word: segment, gap: index > 0 ? '' : ' ' }))
        : { word, gap: ' ' },
    );
}

function markWord(word: string): string {
  const [, before = '', own = '', after = ''] =
    /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{M}\p{N}]*)$/su.exec(word)?.map(escapeHtml) ?? [];
  return `${before}<mark>${own}</mark>${after}`;
}

/** The start of the run of `length` numbers with the greatest sum; the first one if there are several. */
function bestWindow(values: readonly number[], length: number): number {
  let sum = values.slice(0, length).reduce((all, one) => all + one, 0);
  let best = { start: 0, sum };
  for (let start = 1; start + length <= values.length; start++) {
    sum += (values[start + length - 1] ?? 0) - (values[start - 1] ?? 0);
    if (sum > best.sum) best = { start, sum };
  }
  return best.start;
}
