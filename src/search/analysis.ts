import { westernDigits } from '#kb/values/digits.ts';
import { persianText } from './language/persian.ts';
import { baseLanguage, type Stem, stemmerFor } from './language/stemmers.ts';

/** A word of a text, and its key in the index. */
export interface Term {
  /** As it was written, in lowercase. */
  word: string;
  /** The same for all its forms and spellings: without diacritics and endings. */
  key: string;
  /** The keys of its parts, if it contains a joiner, or is joined without one: `e-mail`, `1.8.19`, `readTimeout`, `5 GB`. */
  parts: readonly string[];
}

/** Turns text in a language into terms. Indexing and searching use the same analysis. */
export interface Analysis {
  locale: string;
  terms(text: string): Term[];
  keyOf(word: string): string;
  /** Only the letters and digits of a text, so it does not matter how its words are joined. */
  lettersOf(text: string): string;
}

// Between letters, these characters join words: hyphens, dots, underscores and the Persian joiner.
const joiners = /^[-‐‑_.:\u200C]$/u;
// Written inside a word, it separates parts and is not seen.
const seam = '\u200C';
/** A name in code, such as `readTimeout`. Names of products are one word: parts are longer if the first has a capital. */
const camelCase =
  /(?<!\p{L})(?:\p{Ll}{3,}(?:\p{Lu}\p{Ll}{2,})+|\p{Lu}\p{Ll}{3,}(?:\p{Lu}\p{Ll}{3,})+)(?![\p{L}\p{M}])/gu;
const hump = /(?<=\p{Ll})(?=\p{Lu})/gu;
// Units that are written after a number, in any language.
const units =
  'bit|kbit|mbit|gbit|kb|mb|gb|tb|kib|mib|gib|tib|kbps|mbps|gbps|hz|khz|mhz|ghz|v|mv|kv|ma|mah|ah|w|mw|kw|kwh|wh|mm|cm|km|m|mg|g|kg|ml|l|ms|min|h|px|dpi|fps|db|°c|°f';
const quantity = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(\\p{N}+(?:[.,]\\p{N}+)?)\\s?(${units})(?![\\p{L}\\p{M}\\p{N}])`,
  'giu',
);
// What is one word in any language; it takes longer to segment it. Most words between spaces are.
const letters = /^[\da-zß-öø-ÿ]+$/;
const alone = /^["(]*([\da-zß-öø-ÿ]+)[,.;:!?")]*$/;
const insideWords = /[^\p{L}\p{M}\p{N}]+/u;
const apostrophes = /['’ʼ`´]/gu;
// In these languages, `l'abonnement` is two words; elsewhere, `don't` and `card's` are one.
const elides = new Set(['ca', 'fr', 'it']);
// English writes `hasn't` and types `hasnt` for `has not`; one of the three must find the others.
const contractions =
  /(?<![\p{L}\p{M}\p{N}])(ai|are|ca|could|did|does|do|had|has|have|is|must|need|should|was|were|wo|would)n['’ʼ`´]?t(?![\p{L}\p{M}\p{N}])/gu;
const contracted: Readonly<Record<string, string>> = { ai: 'is', ca: 'can', wo: 'will' };
// Soft hyphens, direction marks and similar, except the zero-width space and the joiner, which separate words.
const invisible = /(?![\u200B\u200C])[\p{Cf}\p{Me}\p{Variation_Selector}]/gu;
// Cyrillic ё is е with a mark, and stress marks are only for learners; й and ї are separate letters.
const marks =
  /(?<=[\p{sc=Latin}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}])\p{M}+|(?<=е)\u0308|(?<=\p{sc=Cyrillic})\u0301/gu;
// Letters that Unicode does not split into a letter and a mark, although people type them without it.
const plainLetters: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
};
const writesDj = new Set(['hr', 'sr', 'bs']);
// German without its keyboard: `aendern` for `ändern`, as in Snowball's German stemmer, but not in `neue`.
const spelledUmlaut = /(?:(?<=a|o)|(?<=(?<![aeq])u))e/g;

/** @param locale a language tag; languages without a stemmer use whole words as keys */
export async function analysisFor(locale: string): Promise<Analysis> {
  return analysisWith(locale, await stemmerFor(locale));
}

/** The analysis of a language whose stemmer is loaded already. */
export function analysisWith(locale: string, stem: Stem): Analysis {
  const language = baseLanguage(locale);
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  const known = new Map<string, string>();

  const keyOf = (word: string): string => {
    const before = known.get(word);
    if (before !== undefined) return before;
    let plain = withoutMarks(word);
    if (writesDj.has(language)) plain = plain.replace(/dj/g, 'd');
    if (language === 'de') plain = plain.replace(spelledUmlaut, '');
    const key = withoutMarks(stem(plain)) || plain;
    known.set(word, key);
    return key;
  };

  const terms = (text: string): Term[] => {
    const found: Term[] = [];
    for (const chain of chains(segmenter, withSeams(text, language, locale))) {
      if (letters.test(chain)) {
        found.push({ word: chain, key: keyOf(chain), parts: [] });
        continue;
      }
      const parts = chain.split(insideWords).filter((part) => part !== '');
      const word = parts.join('');
      if (word === '') continue;
      const seen = language === 'fa' ? chain : chain.replaceAll(seam, '');
      found.push({ word: seen, key: keyOf(word), parts: parts.length > 1 ? parts.map(keyOf) : [] });
    }
    return found;
  };
  const lettersOf = (text: string) => withoutMarks(spelled(text, language, locale).replace(/[^\p{L}\p{M}\p{N}]/gu, ''));
  return { locale, terms, keyOf, lettersOf };
}

/** A text as {@link spelled}, with a seam between the parts of words that are joined without any sign. */
function withSeams(text: string, language: string, locale: string): string {
  const names = text.replace(camelCase, (name) => name.replace(hump, seam));
  return joinQuantities(spelled(names, language, locale), seam);
}

function spelled(text: string, language: string, locale: string): string {
  const lower = text.normalize('NFKC').toLocaleLowerCase(locale).replace(invisible, '');
  const plain = westernDigits(
    (language === 'en'
      ? lower.replace(contractions, (_, verb: string) => `${contracted[verb] ?? verb} not`)
      : lower
    ).replace(apostrophes, elides.has(language) ? ' ' : ''),
  );
  return language === 'fa' ? persianText(plain) : plain;
}

/** The words of a text; words with a joiner between them count as one. */
function* chains(segmenter: Intl.Segmenter, text: string): Generator<string> {
  let others = '';
  for (const between of text.split(' ')) {
    const word = alone.exec(between)?.[1];
    if (word === undefined) others += ` ${between}`;
    else {
      if (others) yield* segmented(segmenter, others);
      others = '';
      yield word;
    }
  }
  if (others) yield* segmented(segmenter, others);
}

function* segmented(segmenter: Intl.Segmenter, text: string): Generator<string> {
  let chain = '';
  let joiner = '';
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike && chain && !joiner && joiners.test(segment)) {
      joiner = segment;
      continue;
    }
    if (isWordLike && joiner) chain += joiner + segment;
    else {
      if (chain) yield chain;
      chain = isWordLike ? segment : '';
    }
    joiner = '';
  }
  if (chain) yield chain;
}

function withoutMarks(word: string): string {
  return word
    .normalize('NFD')
    .replace(marks, '')
    .normalize('NFC')
    .replace(/[đðłøæœßı]/g, (letter) => plainLetters[letter] ?? letter);
}

/** A text with `joint` between each number and its unit, whether there was a space or not: `5GB`, `5 GB`. */
function joinQuantities(text: string, joint: string): string {
  return text.replace(quantity, (_, number: string, unit: string) => number + joint + unit);
}

/** Whether two words in a row are a number and its unit. */
export function areQuantity(first: string, second: string): boolean {
  const joint = '\u0000';
  return joinQuantities(`${first} ${second}`, joint).startsWith(first + joint);
}
