import { distance } from 'fastest-levenshtein';
import { compareText } from '#kb/values/text.ts';

/** The keys of an index, and how many pages have each. */
export interface Vocabulary {
  pages: number;
  /** Every listed key that finds pages. */
  keys(): string[];
  /** 0 for a key the index does not have, and for one that isn't listed. */
  holding(key: string): number;
  /** Whether a key isn't listed and can be in the index all the same: only looking it up shows that. */
  isUnlisted(key: string): boolean;
  /** How many pages a key finds that only customers use and no text has. */
  learned(key: string): number;
  /** Whether the word says little in any text of its language. */
  isStopWord(key: string): boolean;
  /** How common the word is in its language, in general texts that count as if they had it: 0 for most words. */
  common(key: string): number;
  /** How many general texts there are; 0 for a language without a list. */
  generalTexts: number;
  /** The keys of other words for the same thing, for a key or a phrase, closest first: only those that pages have. */
  synonyms(key: string): readonly string[];
  /** Longer keys with this start, most common first. */
  beginning(start: string, limit: number): string[];
  /** Longer keys with this end, most common first. */
  ending(end: string, limit: number): string[];
  /** Keys within a typing error, nearest and most common first. */
  near(key: string, limit: number): { key: string; edits: number }[];
}

/** How many pages have a key, where it is known which ones aren't listed: hardly any page has those. */
export function pagesWith({ holding, isUnlisted }: Vocabulary, key: string): number {
  return holding(key) || (isUnlisted(key) ? 1 : 0);
}

/** How many texts of the language are mixed into the help center's own, so a word such as "two" says little in it. */
export const GENERAL_TEXTS = 300;

export function makeVocabulary(
  counts: ReadonlyMap<string, number>,
  stopWords: ReadonlySet<string>,
  pages: number,
  learned: ReadonlyMap<string, number> = new Map(),
  common: ReadonlyMap<string, number> = new Map(),
  synonyms: ReadonlyMap<string, readonly string[]> = new Map(),
  isWhole = true,
): Vocabulary {
  const keys = [...counts.keys()].filter((key) => (counts.get(key) ?? 0) > 0).sort(compareText);
  const holding = (key: string) => counts.get(key) ?? 0;
  const mostCommon = (found: string[], limit: number) =>
    found.sort((a, b) => holding(b) - holding(a) || compareText(a, b)).slice(0, limit);
  return {
    pages,
    keys: () => [...keys, ...learned.keys()],
    holding,
    isUnlisted: (key) => !isWhole && !counts.has(key) && !learned.has(key),
    learned: (key) => learned.get(key) ?? 0,
    isStopWord: (key) => stopWords.has(key),
    common: (key) => common.get(key) ?? 0,
    generalTexts: common.size > 0 ? GENERAL_TEXTS : 0,
    synonyms: (key) => synonyms.get(key) ?? [],
    beginning: (start, limit) => {
      const found: string[] = [];
      for (let at = placeOf(start, keys); keys[at]?.startsWith(start); at++)
        if (keys[at] !== start) found.push(keys[at] ?? '');
      return mostCommon(found, limit);
    },
    ending: (end, limit) =>
      mostCommon(
        keys.filter((key) => key.endsWith(end) && key !== end),
        limit,
      ),
    near: (key, limit) => {
      const allowed = allowedEdits(key);
      if (allowed === 0) return [];
      return keys
        .flatMap((other) => {
          const edits = editsBetween(key, other);
          return edits > 0 && edits <= allowed ? [{ key: other, edits }] : [];
        })
        .sort((a, b) => a.edits - b.edits || holding(b.key) - holding(a.key) || compareText(a.key, b.key))
        .slice(0, limit);
    },
  };
}

/** The index of a text in a sorted list, or where it would be inserted. */
function placeOf(text: string, sorted: readonly string[]): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

// In a short word, every typing error makes another word.
function allowedEdits(key: string): number {
  if (/\d/.test(key) || key.length < 4) return 0;
  return key.length < 8 ? 1 : 2;
}

/** Letters added, left out or wrong, and two adjacent letters swapped (Damerau 1964), as one each. */
function editsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY;
  const edits = distance(a, b);
  return edits === 2 && haveChangedPlaces(a, b) ? 1 : edits;
}

function haveChangedPlaces(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2) === b;
}

// The number of pages, with a mark if keys are left out, then one line per key: how many letters it shares with the one
// before, the rest of it, how many pages have it, a mark if it is a stop word or in no text, and how many general texts
// have it. After them, a line for each word with synonyms.
const line = /^([0-9a-z])(.*) ([0-9a-z]+)([!+]?)(?:~([0-9a-z]+))?$/;
const MAX_SHARED = 35;
const SYNONYMS = '=';
const LEFT_OUT = '+';

/** In a larger index, words that hardly any page has are most of the list that every reader fetches. */
const MOST_WHOLE = 1000;
/** A word is left out if no more than one page in so many has it. */
const ONE_IN = 4000;

/**
 * Of the keys that pages have, those that are left out of the list of a large index: only one page has them, or a few
 * of very many, in its text, and no other list needs them. Nothing shorter or misspelled finds them then, but the word
 * itself does.
 */
export function leftOut(
  counts: ReadonlyMap<string, number>,
  pages: number,
  needed: (key: string) => boolean,
): ReadonlySet<string> {
  if (pages <= MOST_WHOLE) return new Set();
  const few = Math.max(1, Math.floor(pages / ONE_IN));
  return new Set([...counts].flatMap(([key, times]) => (times <= few && !needed(key) ? key : [])));
}

/** The vocabulary as a file that compresses well. */
export function printVocabulary(
  counts: ReadonlyMap<string, number>,
  stopWords: ReadonlySet<string>,
  pages: number,
  learned: ReadonlyMap<string, number> = new Map(),
  common: ReadonlyMap<string, number> = new Map(),
  synonyms: ReadonlyMap<string, readonly string[]> = new Map(),
  isWhole = true,
): string {
  let before = '';
  // Stop words and common words that no page has are listed too, so they are not mistaken for unknown words.
  const keys = new Set([...counts.keys(), ...learned.keys(), ...stopWords, ...common.keys()]);
  const lines = [...keys].sort(compareText).map((key) => {
    let shared = 0;
    while (shared < MAX_SHARED && shared < key.length && key[shared] === before[shared]) shared++;
    // A surrogate pair must not be split.
    if (/[\uD800-\uDBFF]/.test(key.charAt(shared - 1))) shared--;
    before = key;
    const holding = (learned.get(key) ?? counts.get(key) ?? 0).toString(36);
    const mark = learned.has(key) ? '+' : stopWords.has(key) ? '!' : '';
    const texts = common.get(key);
    const general = texts === undefined ? '' : `~${texts.toString(36)}`;
    return `${shared.toString(36)}${key.slice(shared)} ${holding}${mark}${general}`;
  });
  const others = [...synonyms].flatMap(([key, words]) => {
    const known = words.filter((word) => (counts.get(word) ?? 0) > 0);
    return known.length === 0 ? [] : SYNONYMS + [key, ...known].join(' ');
  });
  return [`${pages}${isWhole ? '' : LEFT_OUT}`, ...lines, ...others.sort(compareText)].join('\n');
}

/** @throws {SyntaxError} if it is not what {@link printVocabulary} wrote */
export function readVocabulary(text: string): Vocabulary {
  const [first = '', ...lines] = text.split('\n');
  const isWhole = !first.endsWith(LEFT_OUT);
  const pages = isWhole ? first : first.slice(0, -LEFT_OUT.length);
  if (!/^\d+$/.test(pages)) throw new SyntaxError(`"${first}" is not a number of pages.`);
  const counts = new Map<string, number>();
  const stopWords = new Set<string>();
  const learned = new Map<string, number>();
  const common = new Map<string, number>();
  const synonyms = new Map<string, readonly string[]>();
  let before = '';
  for (const entry of lines) {
    if (entry.startsWith(SYNONYMS)) {
      const [key = '', ...others] = entry.slice(SYNONYMS.length).split(' ');
      synonyms.set(key, others);
      continue;
    }
    const [, shared, rest, count, mark, general] = line.exec(entry) ?? [];
    if (shared === undefined || rest === undefined || count === undefined)
      throw new SyntaxError(`"${entry}" is not an entry of a vocabulary.`);
    before = before.slice(0, Number.parseInt(shared, 36)) + rest;
    (mark === '+' ? learned : counts).set(before, Number.parseInt(count, 36));
    if (mark === '!') stopWords.add(before);
    if (general !== undefined) common.set(before, Number.parseInt(general, 36));
  }
  return makeVocabulary(counts, stopWords, Number(pages), learned, common, synonyms, isWhole);
}
