import { compareText } from '#kb/values/text.ts';
import type { Analysis } from '#search/analysis.ts';
import { makeNameTest, type TicketTerm, ticketTerms } from './ordinary-words.ts';

/** What someone wrote about a subject. */
export interface WrittenText {
  /** What it is about, such as a topic. */
  group: string;
  /** The author; `undefined` if unknown. */
  person: string | undefined;
  day: string;
  text: string;
  /** How many people typed it, if it is a question that many typed in the same words. */
  times?: number | undefined;
  /** Whether its question doesn't find its article today. */
  failing: boolean;
  /** Whether it's held out: it can show that more people use a phrase, but no phrase is chosen because of it. */
  isHeld: boolean;
}

/** A word or phrase that many people use for one subject. */
export interface Phrase {
  group: string;
  /** As most of them write it. */
  text: string;
  /** The keys of its words, in their order. */
  keys: readonly string[];
  people: number;
  /** Of those who aren't held out, the people whose question fails. */
  failing: number;
  /** Of all use of it, how much is about this subject if all subjects were equally common: from 0 to 1. */
  share: number;
}

export interface PhraseOptions {
  analysis: Analysis;
  isStopWord(key: string): boolean;
  /** The keys of all words of the articles: they are no secret, so they aren't taken for names. */
  published: ReadonlySet<string>;
  minPeople: number;
  /** On how many different days they must have used it. */
  minDays: number;
}

const MOST_WORDS = 5;
/** A text of this many letters says what it is about; what follows is history and signatures. */
const MOST_LETTERS = 1500;
/** A shorter word alone says too little. */
const SHORTEST = 3;
/** So many people whose texts aren't held out must use it. */
const LEAST_PEOPLE = 3;
/** Phrases that are less typical of a subject would find it for other questions. */
const LEAST_SHARE = 0.12;
const LONGEST = 60;

const quotes = /^\s*>.*$/gm;
// A phrase doesn't go on after these.
const pauses = /[.!?…;:,()"«»“”؟،]+(?=\s|$)/gu;

/**
 * The words and phrases of up to five words that enough people use for a subject, without function words at their ends.
 * Those with anything that may be a name, an address or a number are left out.
 *
 * @returns by group, the most promising first
 */
export function typicalPhrases(texts: readonly WrittenText[], options: PhraseOptions): Map<string, Phrase[]> {
  const short = texts.map(({ text }) => text.slice(0, MOST_LETTERS));
  const isName = makeNameTest(short, options.analysis, options.published);
  const runs = short.map((text) => runsOf(text, options.analysis, isName));
  const groups = new Map<string, number[]>();
  for (const [place, { group }] of texts.entries()) groups.set(group, [...(groups.get(group) ?? []), place]);
  const common = new Map<string, Map<string, Use>>();
  const wanted = new Set<string>();
  for (const [group, places] of groups) {
    const uses = usesIn(places, texts, runs, options);
    for (const [key, use] of uses) {
      const isCommon = use.people.size + use.times >= options.minPeople && use.days.size >= options.minDays;
      if (isCommon && use.chosenBy >= LEAST_PEOPLE) wanted.add(key);
      else uses.delete(key);
    }
    common.set(group, uses);
  }
  const shares = sharesOf(groups, texts, runs, wanted, options);
  return new Map(
    [...common].map(([group, uses]) => [
      group,
      [...uses]
        .flatMap(([key, use]): Phrase[] => {
          const share = shares.get(key)?.get(group) ?? 0;
          const text = mostUsed(use.forms);
          if (share < LEAST_SHARE || text.length > LONGEST) return [];
          const people = use.people.size + use.times;
          return [{ group, text, keys: key.split(' '), people, failing: use.failing.size + use.failingTimes, share }];
        })
        .sort((a, b) => promise(b) - promise(a) || compareText(a.text, b.text)),
    ]),
  );
}

function promise({ failing, share, keys }: Phrase): number {
  return (1 + failing) * share * Math.sqrt(keys.length);
}

interface Use {
  people: Set<string>;
  times: number;
  /** How many texts that aren't held out have it. */
  chosenBy: number;
  days: Set<string>;
  failing: Set<string>;
  failingTimes: number;
  forms: Map<string, number>;
}

function usesIn(
  places: readonly number[],
  texts: readonly WrittenText[],
  runs: readonly TicketTerm[][][],
  options: PhraseOptions,
): Map<string, Use> {
  const uses = new Map<string, Use>();
  for (const place of places) {
    const { person, day = '', times = 0, failing = false, isHeld = false } = texts[place] ?? {};
    for (const [key, form] of phrasesOf(runs[place] ?? [], options)) {
      const use = uses.get(key) ?? {
        people: new Set(),
        times: 0,
        chosenBy: 0,
        days: new Set(),
        failing: new Set(),
        failingTimes: 0,
        forms: new Map(),
      };
      uses.set(key, use);
      use.days.add(day);
      use.forms.set(form, (use.forms.get(form) ?? 0) + Math.max(1, times));
      if (person !== undefined) use.people.add(person);
      else use.times += times;
      if (isHeld) continue;
      use.chosenBy += Math.max(1, times);
      if (failing && person !== undefined) use.failing.add(person);
      else if (failing) use.failingTimes += times;
    }
  }
  return uses;
}

/** By key, what share of its use is about each group. */
function sharesOf(
  groups: ReadonlyMap<string, readonly number[]>,
  texts: readonly WrittenText[],
  runs: readonly TicketTerm[][][],
  wanted: ReadonlySet<string>,
  options: PhraseOptions,
): Map<string, Map<string, number>> {
  const shares = new Map<string, Map<string, number>>();
  for (const [group, places] of groups) {
    const weight = (place: number) => (texts[place]?.isHeld ? 0 : (texts[place]?.times ?? 1));
    const all = places.reduce((sum, place) => sum + weight(place), 0);
    for (const place of places)
      for (const key of phrasesOf(runs[place] ?? [], options).keys()) {
        if (!wanted.has(key)) continue;
        const of = shares.get(key) ?? new Map<string, number>();
        shares.set(key, of.set(group, (of.get(group) ?? 0) + weight(place) / Math.max(1, all)));
      }
  }
  for (const of of shares.values()) {
    const whole = [...of.values()].reduce((sum, one) => sum + one, 0);
    for (const [group, one] of of) of.set(group, one / (whole || 1));
  }
  return shares;
}

/** By keys, the phrases of a text as they were written. */
function phrasesOf(runs: readonly (readonly TicketTerm[])[], { isStopWord }: PhraseOptions): Map<string, string> {
  const found = new Map<string, string>();
  for (const run of runs)
    for (let start = 0; start < run.length; start++) {
      if (isStopWord(run[start]?.key ?? '')) continue;
      for (let end = start + 1; end <= Math.min(run.length, start + MOST_WORDS); end++) {
        const words = run.slice(start, end);
        const last = words.at(-1)?.key ?? '';
        if (isStopWord(last) || (words.length === 1 && last.length < SHORTEST)) continue;
        found.set(words.map(({ key }) => key).join(' '), words.map(({ word }) => word).join(' '));
      }
    }
  return found;
}

function runsOf(text: string, analysis: Analysis, isName: (key: string) => boolean): TicketTerm[][] {
  const lines = ticketTerms(text.replace(quotes, '').replace(pauses, '\n'), analysis);
  return lines.flatMap((line) => {
    const parts: TicketTerm[][] = [[]];
    for (const term of line) {
      if (isName(term.key)) parts.push([]);
      else parts.at(-1)?.push(term);
    }
    return parts.filter((part) => part.length > 0);
  });
}

function mostUsed(forms: ReadonlyMap<string, number>): string {
  const [best] = [...forms].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  return best?.[0] ?? '';
}
