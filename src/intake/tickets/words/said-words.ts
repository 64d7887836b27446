import { compareText } from '#kb/values/text.ts';

/** A ticket as far as it is learned from. */
export interface TicketText {
  topic: string;
  /** The author, as a hash; `undefined` if unknown. */
  requester: string | undefined;
  /** The day it was written, `YYYY-MM-DD`. */
  day: string;
  /** The customer's first message. */
  text: string;
}

/** The words and pairs of a ticket by key, each with its written form, if it has one. */
export type Features = Map<string, { form?: string; isPhrase: boolean }>;

/** What tickets say, in numbers: sets of words and people would take many times the memory of the texts. */
export interface SaidWords {
  /** By number, the key of a word or pair. */
  keys: readonly string[];
  isPhrase(number: number): boolean;
  /** By ticket, the numbers of what it says. */
  texts: readonly Int32Array[];
  /** The forms in which people write it, the one of most people first. */
  formsOf(number: number): string[];
}

export function readSaidWords(tickets: readonly TicketText[], featuresOf: (text: string) => Features): SaidWords {
  const numbers = new Map<string, number>();
  const keys: string[] = [];
  const phrases: boolean[] = [];
  const texts: Int32Array[] = [];
  // The forms of a key are a chain: the first, and after each the next.
  const first: number[] = [];
  const next: number[] = [];
  const forms: string[] = [];
  const writers: number[] = [];
  const lastWriter: number[] = [];

  const numberOf = (key: string) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, keys.length);
    first.push(-1);
    phrases.push(false);
    return keys.push(key) - 1;
  };
  const formOf = (number: number, form: string) => {
    for (let at = first[number] ?? -1; at >= 0; at = next[at] ?? -1) if (forms[at] === form) return at;
    next.push(first[number] ?? -1);
    writers.push(0);
    lastWriter.push(-1);
    first[number] = forms.push(form) - 1;
    return forms.length - 1;
  };
  // Tickets of one person come together, so each is counted once.
  const people = Map.groupBy(tickets.keys(), (index) => tickets[index]?.requester);
  let person = 0;
  for (const [requester, indexes] of people) {
    person++;
    for (const index of indexes) {
      const features = featuresOf(tickets[index]?.text ?? '');
      const said = new Int32Array(features.size);
      let place = 0;
      for (const [key, { form, isPhrase }] of features) {
        const number = numberOf(key);
        said[place++] = number;
        if (requester === undefined) continue;
        if (isPhrase) phrases[number] = true;
        if (form === undefined) continue;
        const written = formOf(number, form);
        if (lastWriter[written] === person) continue;
        lastWriter[written] = person;
        writers[written] = (writers[written] ?? 0) + 1;
      }
      texts[index] = said;
    }
  }
  return {
    keys,
    isPhrase: (number) => phrases[number] ?? false,
    texts,
    formsOf(number) {
      const found: { form: string; by: number }[] = [];
      for (let at = first[number] ?? -1; at >= 0; at = next[at] ?? -1)
        found.push({ form: forms[at] ?? '', by: writers[at] ?? 0 });
      return found.sort((a, b) => b.by - a.by || compareText(a.form, b.form)).map(({ form }) => form);
    },
  };
}

export interface Enough {
  people: number;
  days: number;
}

/**
 * What enough people say about a topic on enough days: by topic, the number of the word or pair, and in how many tickets
 * it is.
 */
export function commonWords(
  tickets: readonly TicketText[],
  { keys, texts }: SaidWords,
  enough: Enough,
): Map<string, Map<number, number>> {
  const last = new Int32Array(keys.length);
  const countIn = (groups: Iterable<readonly number[]>) => {
    const counts = new Int32Array(keys.length);
    last.fill(0);
    let group = 0;
    for (const indexes of groups) {
      group++;
      for (const index of indexes)
        for (const number of texts[index] ?? [])
          if (last[number] !== group) {
            last[number] = group;
            counts[number] = (counts[number] ?? 0) + 1;
          }
    }
    return counts;
  };
  return new Map(
    [...Map.groupBy(tickets.keys(), (index) => tickets[index]?.topic ?? '')].map(([topic, indexes]) => {
      const signed = indexes.filter((index) => tickets[index]?.requester !== undefined);
      const people = countIn(Map.groupBy(signed, (index) => tickets[index]?.requester).values());
      const days = countIn(Map.groupBy(signed, (index) => tickets[index]?.day).values());
      const all = countIn(indexes.map((index) => [index]));
      const common = new Map<number, number>();
      for (const [number, count] of all.entries())
        if ((people[number] ?? 0) >= enough.people && (days[number] ?? 0) >= enough.days) common.set(number, count);
      return [topic, common];
    }),
  );
}
