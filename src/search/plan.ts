import type { Analysis, Term } from './analysis.ts';
import { phraseKey } from './index-token.ts';
import { baseLanguage } from './language/stemmers.ts';
import { rarity } from './rarity.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is looked up in the index for one word of a question. */
export interface QueryTerm {
  /** Which word of the question, from 0. */
  place: number;
  /** How much the word matters besides its rarity: 1, or less. */
  weight: number;
  /** The keys that represent the word, and how well each does so: at most 1. */
  keys: readonly WantedKey[];
  /** How many pages have them, at most. Pages that only have a synonym don't make a word less rare. */
  holding: number;
  /** How common the word is in its language, in general texts: see `Vocabulary`. */
  common: number;
}

export interface WantedKey {
  key: string;
  worth: number;
  /** Whether it is another word for the same thing, from the language's general synonyms. */
  synonym?: true;
}

/** Words such as "how" and "the" say little, even if articles rarely use them. */
const STOP_WORD = 0.3;

// What another word is worth instead of the one that was typed.
const ONE_EDIT = 0.8;
const TWO_EDITS = 0.5;
const UNFINISHED = 0.7;
const PART = 0.6;
/** A part of a compound, and a compound with the word as its last part, if articles have the word itself. */
const PART_TOO = 0.2;
const IN_COMPOUND = 0.4;
/** A longer word with the same start, worth less with each extra letter: `printer` for `print`. */
const LONGER = 0.7;
const LONGER_FADES = 0.1;

/** Another word for the same thing: `refund` for `money back`. */
const SYNONYM = 0.3;
/** The same, for a phrase or if no article has the word that was typed. */
const ONLY_SYNONYM = 0.5;

const MOST_OTHERS = 4;
const LONGEST_PHRASE = 3;
const MOST_LONGER = 10;
const SHORTEST_START = 3;
const SHORTEST_PART = 4;
const LONGEST_COMPOUND = 60;

const hasDigit = /\d/;

// Languages that write several nouns as one word.
const compounding = new Set(['da', 'de', 'et', 'fi', 'hu', 'is', 'nb', 'nl', 'nn', 'no', 'sv']);

/**
 * The keys to look up in the index for a question: its words if the index has them, or the closest words it has.
 *
 * @param unfinished whether the last word may not be typed completely yet
 */
export function planQuery(
  question: readonly Term[],
  analysis: Analysis,
  vocabulary: Vocabulary,
  unfinished: boolean,
): QueryTerm[] {
  const known = (key: string) => vocabulary.holding(key) > 0;
  const compounds = compounding.has(baseLanguage(analysis.locale));
  const wanted: QueryTerm[] = [];
  const want = (place: number, keys: QueryTerm['keys']) => {
    const [first] = keys;
    if (!first) return;
    const named = keys.filter(({ synonym }) => !synonym);
    const holding = (named.length > 0 ? named : keys).reduce(
      (sum, { key }) => sum + vocabulary.holding(key) + vocabulary.learned(key),
      0,
    );
    const { key } = first;
    wanted.push({ place, weight: wordWeight(key, vocabulary), keys, holding, common: vocabulary.common(key) });
  };
  const seen = new Set<string>();
  for (const [place, { word, key, parts }] of question.entries()) {
    const next = question[place + 1];
    if (next && known(key + next.key)) want(place, [{ key: key + next.key, worth: 1 }]);
    const pair = next && phraseKey([key, next.key]);
    if (pair && vocabulary.learned(pair) > 0 && !seen.has(pair)) want(place, [{ key: pair, worth: 1 }]);
    if (pair) seen.add(pair);
    want(place, synonymsOfPhrase(question.slice(place, place + LONGEST_PHRASE), vocabulary));
    if (seen.has(key)) continue;
    seen.add(key);
    if (known(key)) {
      const others = compounds ? inCompounds({ word, key }, vocabulary, analysis) : [];
      want(place, withSynonyms(key, [{ key, worth: 1 }, ...longer(key, vocabulary), ...others], vocabulary));
      const parts = compounds ? split(word, vocabulary, analysis) : [];
      for (const part of parts) if (part !== key) want(place, [{ key: part, worth: PART_TOO }]);
    } else if (parts.some(known)) {
      for (const part of parts.filter(known)) want(place, [{ key: part, worth: 1 }]);
    } else {
      const learned = vocabulary.learned(key) > 0 ? [{ key, worth: 1 }] : [];
      // What this company's customers mean by a word is known better from their tickets.
      const synonyms = learned.length > 0 ? [] : synonymsOf(key, ONLY_SYNONYM, vocabulary);
      const isLast = unfinished && place === question.length - 1;
      const others =
        synonyms.length > 0 ? synonyms : guesses({ word, key }, vocabulary, isLast, compounds ? analysis : undefined);
      want(place, [...learned, ...others]);
    }
  }
  return wanted;
}

/** How much a word of any text says. */
export function weightOf(key: string, vocabulary: Vocabulary): number {
  const { pages, generalTexts } = vocabulary;
  return wordWeight(key, vocabulary) * rarity(vocabulary.holding(key) + vocabulary.common(key), pages + generalTexts);
}

/** How much a word matters besides its rarity: 1, or less. */
export function wordWeight(key: string, vocabulary: Vocabulary): number {
  return vocabulary.isStopWord(key) ? STOP_WORD : 1;
}

// Stemmers shorten long words more: `Zahlung` stays, `Kartenzahlung` is `kartenzahl`. Any first part shows it.
const FIRST_PART = 'karten';

/** The compounds that a noun is the last part of: `Kreditkarte` for `Karte`. */
function inCompounds({ word, key }: Wanted, vocabulary: Vocabulary, { keyOf }: Analysis): QueryTerm['keys'] {
  if (key.length < SHORTEST_PART || hasDigit.test(key) || vocabulary.isStopWord(key)) return [];
  const end = keyOf(FIRST_PART + word).slice(FIRST_PART.length);
  return [...new Set([key, end])]
    .filter((one) => one.length >= SHORTEST_PART)
    .flatMap((one) =>
      vocabulary.ending(one, MOST_OTHERS).filter((whole) => whole.length - one.length >= SHORTEST_START),
    )
    .slice(0, MOST_OTHERS)
    .map((one) => ({ key: one, worth: IN_COMPOUND }));
}

function longer(key: string, vocabulary: Vocabulary): QueryTerm['keys'] {
  if (key.length < SHORTEST_START || hasDigit.test(key) || vocabulary.isStopWord(key)) return [];
  return vocabulary
    .beginning(key, MOST_LONGER)
    .map((one) => ({ key: one, worth: LONGER * Math.exp(-LONGER_FADES * (one.length - key.length)) }));
}

function synonymsOf(key: string, worth: number, vocabulary: Vocabulary): QueryTerm['keys'] {
  return vocabulary
    .synonyms(key)
    .slice(0, MOST_OTHERS)
    .map((one) => ({ key: one, worth, synonym: true }));
}

function withSynonyms(key: string, own: QueryTerm['keys'], vocabulary: Vocabulary): QueryTerm['keys'] {
  const keys = new Set(own.map(({ key }) => key));
  return [...own, ...synonymsOf(key, SYNONYM, vocabulary).filter((one) => !keys.has(one.key))];
}

/** The synonyms of the longest phrase that these words start with. */
function synonymsOfPhrase(words: readonly Term[], vocabulary: Vocabulary): QueryTerm['keys'] {
  const keys = words.map(({ key }) => key);
  for (let length = keys.length; length > 1; length--) {
    const synonyms = synonymsOf(phraseKey(keys.slice(0, length)), ONLY_SYNONYM, vocabulary);
    if (synonyms.length > 0) return synonyms;
  }
  return [];
}

type Wanted = Pick<Term, 'word' | 'key'>;

/** The words that an unknown word can mean. */
function guesses(
  { word, key }: Wanted,
  vocabulary: Vocabulary,
  unfinished: boolean,
  compounds: Analysis | undefined,
): QueryTerm['keys'] {
  // A code such as `E104` is another one with more digits.
  if (unfinished || (key.length >= SHORTEST_START && !hasDigit.test(key))) {
    const longer = vocabulary.beginning(key, MOST_OTHERS);
    if (longer.length > 0) return longer.map((one) => ({ key: one, worth: UNFINISHED }));
  }
  const parts = compounds ? split(word, vocabulary, compounds) : [];
  if (parts.length > 0) return parts.map((part) => ({ key: part, worth: PART }));
  const wholes = compounds ? inCompounds({ word, key }, vocabulary, compounds) : [];
  if (wholes.length > 0) return wholes;
  return vocabulary
    .near(key, MOST_OTHERS)
    .map(({ key: one, edits }) => ({ key: one, worth: edits === 1 ? ONE_EDIT : TWO_EDITS }));
}

/** The two known words in a compound, whatever joins them. Endings of the whole are not always those of its last word. */
function split(word: string, { holding }: Vocabulary, { keyOf, lettersOf }: Analysis): string[] {
  const letters = lettersOf(word).slice(0, LONGEST_COMPOUND);
  const known = (part: string) => (part.length < SHORTEST_PART ? undefined : [part, keyOf(part)].find(isKnown));
  const isKnown = (key: string) => holding(key) > 0;
  for (let end = SHORTEST_PART; end <= letters.length - SHORTEST_PART; end++) {
    const last = known(letters.slice(end));
    if (last === undefined) continue;
    for (const joint of [0, 1, 2]) {
      const first = known(letters.slice(0, end - joint));
      if (first !== undefined) return [first, last];
    }
  }
  return [];
}
