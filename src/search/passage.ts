import type { Analysis } from './analysis.ts';
import { type AnswerPart, answerParts } from './answer-parts.ts';
import { markedText } from './marked-text.ts';
import { type PassageWord, readPassage } from './passage-words.ts';
import type { Page, Passage } from './search-index.ts';

/** The part of a page that answers. */
export interface Excerpt {
  /** As HTML, with the words of the question in `<mark>`; paragraphs, list items and table cells are lines. */
  html: string;
  heading?: string | undefined;
  anchor?: string | undefined;
  /** The same as the article has it, with whole steps, and a row of a table instead of cells. */
  parts(): AnswerPart[];
}

/** A word of a question as it is looked for on a page. */
export interface Sought {
  /** How much of the question it is, in any unit. */
  weight: number;
  /** What represents it on pages, and how well: at most 1. */
  keys: readonly { key: string; worth: number }[];
}

/** The length of a passage, in words: to tell articles apart, and to be read instead of the article. */
export const SHORT = 32;
export const LONG = 64;

// A heading describes all the text under it.
const HEADING = 0.7;
// What is said at the end of a passage counts this much less than at its start.
const FADE = 0.4;
// Steps and reasons are read from the start.
const FROM_START = 1.1;
// Writers answer first: another place has to say this much more of the question than the start of the page.
const FIRST = 0.12;
// All of a page is about the words of its title.
const IN_TITLE = 0.5;
// In words. Where a sentence is longer than a passage, this much of it before a word of the question.
const LEAD = 8;

/** Finds the passage of a page that says most of a question near together, from the start of a sentence. */
export function bestPassage(
  { title, passages }: Page,
  analysis: Analysis,
  asked: readonly Sought[],
  length: number = SHORT,
): Excerpt {
  const inTitle = new Set(analysis.terms(title).map(({ key }) => key));
  const sought = asked.map(({ weight, keys }) => {
    const isInTitle = keys.some(({ key, worth }) => worth === 1 && inTitle.has(key));
    return { weight: isInTitle ? IN_TITLE * weight : weight, keys };
  });
  const first = FIRST * sought.reduce((sum, { weight }) => sum + weight, 0);
  let best: { passage: Passage | undefined; start: number; value: number } = {
    ...{ passage: passages.find(({ texts }) => texts.length > 0) ?? passages[0], start: 0, value: 0 },
  };
  for (const [place, passage] of passages.entries()) {
    if (passage.texts.length === 0) continue;
    const { heading, keys, words } = readPassage(passage, analysis);
    const above = HEADING * worthOf(heading, sought);
    const atStart = place === 0 ? first : 0;
    if (above + atStart + FROM_START * worthOf(keys, sought) <= best.value) continue;
    const { start, value } = bestStart(words(), sought, length, atStart);
    if (above + value > best.value) best = { passage, start, value: above + value };
  }
  const { passage } = best;
  if (!passage) return { html: '', parts: () => [] };
  const { heading, anchor } = passage;
  const words = readPassage(passage, analysis).words();
  const start = fromEarlier(words, best.start, length);
  const end = endOf(words, start, length);
  const keys = markedKeys(sought);
  return {
    html: markedText(words, start, end, keys),
    ...{ heading, anchor },
    parts: () => answerParts(passage, words, start, end, keys),
  };
}

/** A word that pages have is marked as it is, not where it is only the start of another: "week", but not "weekend". */
function markedKeys(sought: readonly Sought[]): ReadonlySet<string> {
  return new Set(
    sought.flatMap(({ keys }) => {
      const own = keys.filter(({ worth }) => worth === 1);
      return (own.length > 0 ? own : keys).map(({ key }) => key);
    }),
  );
}

function worthOf(keys: ReadonlySet<string>, sought: readonly Sought[]): number {
  let sum = 0;
  for (const { weight, keys: own } of sought)
    sum += weight * Math.max(0, ...own.map(({ key, worth }) => (keys.has(key) ? worth : 0)));
  return sum;
}

/** @param atStart what the start is worth before any word is found */
function bestStart(words: readonly PassageWord[], sought: readonly Sought[], length: number, atStart: number) {
  const matches = matchesIn(words, sought);
  let best = { start: 0, value: 0 };
  for (const start of startsOf(words, matches, length)) {
    const said: number[] = [];
    for (const { at, term, worth } of matches)
      if (at >= start && at < start + length)
        said[term] = Math.max(said[term] ?? 0, worth * (1 - (FADE * (at - start)) / length));
    const sum = said.reduce((all, one, term) => all + one * (sought[term]?.weight ?? 0), 0);
    const value = start === 0 ? atStart + FROM_START * sum : sum;
    if (value > best.value) best = { start, value };
  }
  return best;
}

interface Match {
  /** The position in the passage, in words. */
  at: number;
  /** Which word of the question, and how well it is represented there. */
  term: number;
  worth: number;
}

function matchesIn(words: readonly PassageWord[], sought: readonly Sought[]): Match[] {
  const terms = new Map<string, { term: number; worth: number }[]>();
  for (const [term, { keys }] of sought.entries())
    for (const { key, worth } of keys) terms.set(key, [...(terms.get(key) ?? []), { term, worth }]);
  return words.flatMap(({ keys }, at) => keys.flatMap((key) => (terms.get(key) ?? []).map((one) => ({ at, ...one }))));
}

/** Where a passage can start: at sentences, and inside those that are too long. */
function startsOf(words: readonly PassageWord[], matches: readonly Match[], length: number): number[] {
  const sentences = words.flatMap(({ starts }, at) => (starts ? at : []));
  const inside = matches.flatMap(({ at }) => {
    const sentence = sentences.findLast((start) => start <= at) ?? 0;
    return at - sentence < length ? [] : at - LEAD;
  });
  return [...new Set([...sentences, ...inside])].sort((a, b) => a - b);
}

/** Whole paragraphs or steps before the start, as far as all that follows still fits. */
function fromEarlier(words: readonly PassageWord[], start: number, length: number): number {
  const earliest = words.length - length;
  if (start < earliest) return start;
  const before = words.findIndex(({ starts }, at) => starts === 'text' && at >= earliest);
  return before < 0 ? start : Math.min(before, start);
}

/** The end of the last sentence that fits, except if that leaves less than half. */
function endOf(words: readonly PassageWord[], start: number, length: number): number {
  const longest = start + length;
  if (longest >= words.length) return words.length;
  for (let end = longest; end > start + length / 2; end--) if (words[end]?.starts) return end;
  return longest;
}
