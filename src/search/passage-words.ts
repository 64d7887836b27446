import { type Analysis, areQuantity } from './analysis.ts';
import type { Passage } from './search-index.ts';

/** A word of a text with its punctuation. */
export interface PassageWord {
  word: string;
  /** Whether there is a space before it. */
  spaced: boolean;
  /** Its keys in the index. */
  keys: readonly string[];
  /** What starts with it: a sentence, or a whole paragraph, list item or table cell. */
  starts?: 'text' | 'sentence';
}

export interface ReadPassage {
  /** The keys of its heading, and of its text. */
  heading: ReadonlySet<string>;
  keys: ReadonlySet<string>;
  /** All its words, in order. */
  words(): readonly PassageWord[];
}

// While someone types, the same pages are analyzed again and again.
const read = new WeakMap<Passage, ReadPassage>();

/** A passage as it is compared with questions. */
export function readPassage(passage: Passage, analysis: Analysis): ReadPassage {
  const before = read.get(passage);
  if (before) return before;
  const keysOf = (text: string) => analysis.terms(text).flatMap(({ key, parts }) => [key, ...parts]);
  let words: readonly PassageWord[] | undefined;
  const made = {
    heading: new Set(keysOf(passage.heading ?? '')),
    keys: new Set(passage.texts.flatMap(keysOf)),
    words() {
      words ??= passage.texts.flatMap((text) =>
        wordsOf(text, analysis.locale).map((one) => ({ ...one, keys: keysOf(one.word) })),
      );
      return words;
    },
  };
  read.set(passage, made);
  return made;
}

// Scripts without spaces between words.
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

function wordsOf(text: string, locale: string): Omit<PassageWord, 'keys'>[] {
  const sentences = new Intl.Segmenter(locale, { granularity: 'sentence' });
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  const words: Omit<PassageWord, 'keys'>[] = [];
  let spaced = false;
  for (const { segment: sentence } of sentences.segment(text)) {
    const own = withQuantities(sentence.split(/\s+/).filter((word) => word !== '')).flatMap((word, place) => {
      const first = place > 0 || spaced;
      if (!unspaced.test(word)) return [{ word, spaced: first }];
      return [...segmenter.segment(word)].map(({ segment, index }) => ({
        word: segment,
        spaced: first && index === 0,
      }));
    });
    const [first, ...rest] = own;
    if (first) words.push({ ...first, starts: words.length === 0 ? 'text' : 'sentence' }, ...rest);
    spaced = /\s$/.test(sentence);
  }
  return words;
}

/** A number and its unit are one word, which also keeps them in one line. */
function withQuantities(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (before !== undefined && /\p{N}$/u.test(before) && areQuantity(before, word))
      joined.push(`${joined.pop()}\u00A0${word}`);
    else joined.push(word);
  }
  return joined;
}
