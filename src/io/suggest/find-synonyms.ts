import { makeNameTest, ticketTerms } from '#intake/tickets/words/ordinary-words.ts';
import type { PhraseOptions, WrittenText } from '#intake/tickets/words/phrases.ts';
import type { Synonyms } from '#kb/content/synonyms.ts';
import { entry } from '#kb/values/entry.ts';
import { compareText } from '#kb/values/text.ts';

/** A word of customers, with a word of the writers that may mean the same. */
export interface SynonymCandidate {
  word: string;
  own: string;
  /** How many different people wrote it, or how often it was searched. */
  people: number;
  /** Of those whose texts aren't held out, how many don't find their article today. */
  failing: number;
}

export interface SynonymOptions extends Omit<PhraseOptions, 'published'> {
  /** The titles and aliases of the articles that answer a subject. */
  namesOf(group: string): readonly string[];
  /** Whether the index has a word. */
  isKnown(key: string): boolean;
  /** Whether a word is common in any text of its language, and so no synonym of anything. */
  isCommon(key: string): boolean;
  groups: Synonyms;
}

/** A text of this many letters says what it is about; what follows is history and signatures. */
const MOST_LETTERS = 1500;
/** A shorter word says too little. */
const SHORTEST = 3;
/** A word of fewer subjects is an alias of their articles. */
const LEAST_SUBJECTS = 2;
/** So many texts that aren't held out must have a word, about each subject. */
const LEAST_TEXTS = 2;
/** So many words of the writers are tried for a word of customers. */
const MOST_OWN = 3;
/** Two words that mean the same are rarely in one text: less often than this, compared with other texts. */
const MOST_TOGETHER = 0.5;

/** How customers use a word. Texts that are held out only count for the number of people and days. */
interface Use {
  people: Set<string>;
  times: number;
  days: Set<string>;
  forms: Map<string, number>;
  texts: SourceText[];
}

interface SourceText {
  group: string;
  keys: ReadonlySet<string>;
  person: string | undefined;
  times: number;
  failing: boolean;
}

/**
 * Words that enough people use and no article has, each with words that could mean the same. Those are in the titles and
 * aliases of the right articles on several subjects, and customers rarely write both in one text.
 */
export function findSynonyms(texts: readonly WrittenText[], options: SynonymOptions): SynonymCandidate[] {
  const { analysis, minPeople, minDays, isStopWord, isKnown, isCommon } = options;
  const short = texts.map(({ text }) => text.slice(0, MOST_LETTERS));
  const isName = makeNameTest(short, analysis, new Set());
  const uses = new Map<string, Use>();
  const sources: SourceText[] = [];
  for (const [place, { group, person, day, times = 0, failing, isHeld }] of texts.entries()) {
    const words = new Map(
      ticketTerms(short[place] ?? '', analysis)
        .flat()
        .map(({ key, word }) => [key, word]),
    );
    const source = { group, keys: new Set(words.keys()), person, times, failing };
    if (!isHeld) sources.push(source);
    for (const [key, word] of words) {
      if (key.length < SHORTEST || isStopWord(key) || isCommon(key) || isKnown(key)) continue;
      const use = entry(
        uses,
        key,
        (): Use => ({
          ...{ people: new Set(), times: 0, days: new Set() },
          ...{ forms: new Map(), texts: [] },
        }),
      );
      use.days.add(day);
      use.forms.set(word, (use.forms.get(word) ?? 0) + Math.max(1, times));
      if (person === undefined) use.times += times;
      else use.people.add(person);
      if (!isHeld) use.texts.push(source);
    }
  }
  const ownWords = ownWordsOf(sources, options);
  return [...uses]
    .filter(
      ([key, { people, times, days }]) => people.size + times >= minPeople && days.size >= minDays && !isName(key),
    )
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, use]): SynonymCandidate[] => {
      const people = use.people.size + use.times;
      const failing = failingIn(use.texts);
      const word = mostUsed(use.forms);
      return ownWords(use.texts).map((own) => ({ word, own, people, failing }));
    });
}

/** Finds the writers' words that could mean the same as a word, from the texts that have it; the most likely first. */
function ownWordsOf(
  sources: readonly SourceText[],
  { analysis, namesOf, isStopWord, groups }: SynonymOptions,
): (texts: readonly SourceText[]) => string[] {
  const members = new Map(
    groups.flatMap(([own = '', ...others]) =>
      [own, ...others].flatMap((member) => {
        const [first, ...more] = analysis.terms(member);
        return first && more.length === 0 ? [[first.key, own] as const] : [];
      }),
    ),
  );
  const named = new Map<string, Map<string, string>>();
  for (const { group } of sources)
    entry(named, group, () => {
      const terms = namesOf(group).flatMap((name) => analysis.terms(name));
      return new Map(terms.filter(({ key }) => !isStopWord(key)).map(({ key, word }) => [key, word]));
    });
  const about = new Map<string, SourceText[]>();
  for (const source of sources)
    for (const key of named.get(source.group)?.keys() ?? []) entry(about, key, () => []).push(source);
  const shareWith = (key: string, among: readonly SourceText[]) =>
    among.filter(({ keys }) => keys.has(key)).length / Math.max(1, among.length);
  return (texts) => {
    const having = new Set(texts);
    const candidates = new Map<string, string>();
    for (const { group } of texts) for (const [key, word] of named.get(group) ?? []) candidates.set(key, word);
    return [...candidates]
      .flatMap(([key, word]) => {
        const on = texts.filter(({ group }) => named.get(group)?.has(key));
        if (subjectsOf(on) < LEAST_SUBJECTS) return [];
        const all = about.get(key) ?? [];
        const others = all.filter((source) => !having.has(source));
        if (shareWith(key, on) > MOST_TOGETHER * shareWith(key, others)) return [];
        const share = on.length / texts.length;
        const telling = share * Math.log((share * sources.length) / all.length);
        return telling > 0 ? [{ own: members.get(key) ?? word, telling }] : [];
      })
      .sort((a, b) => b.telling - a.telling || compareText(a.own, b.own))
      .slice(0, MOST_OWN)
      .map(({ own }) => own);
  };
}

/** How many subjects have enough of the texts. */
function subjectsOf(texts: readonly SourceText[]): number {
  const counts = new Map<string, number>();
  for (const { group } of texts) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts.values()].filter((count) => count >= LEAST_TEXTS).length;
}

function failingIn(texts: readonly SourceText[]): number {
  const failed = texts.filter(({ failing }) => failing);
  const people = new Set(failed.flatMap(({ person }) => person ?? []));
  return people.size + failed.reduce((sum, { person, times }) => sum + (person === undefined ? times : 0), 0);
}

function mostUsed(forms: ReadonlyMap<string, number>): string {
  const [best] = [...forms].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  return best?.[0] ?? '';
}
