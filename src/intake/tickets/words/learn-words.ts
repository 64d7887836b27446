import { roundWeight } from '#kb/content/learned-words.ts';
import { compareText } from '#kb/values/text.ts';
import type { Analysis } from '#search/analysis.ts';
import { phraseKey } from '#search/index-token.ts';
import { learnedKey } from '#search/learned-fields.ts';
import { fitWeights } from './maximum-entropy.ts';
import { makeNameTest, ticketTerms } from './ordinary-words.ts';

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

export interface LearnWordsOptions {
  analysis: Analysis;
  /** Keys of all words of the articles in this language. */
  published: ReadonlySet<string>;
  /** How many people must have used a word when they asked about a topic. */
  minRequesters: number;
  /** On how many days they must have used it: what is said in one incident can identify those it happened to. */
  minDays: number;
  /** By topic, the words that were struck out, as written. */
  struckOut: ReadonlyMap<string, readonly string[]>;
}

// No one reviews longer lists; more phrases would displace words that say more.
const MOST_WORDS = 60;
const MOST_PHRASES = 15;
/** To find the words that matter takes less than to weigh them, and many texts teach in a few rounds what few do in many. */
const ROUNDS = { choose: { most: 12, texts: 96_000 }, weigh: { most: 40, texts: 320_000 } };
/** A text of this many letters says what it is about; what follows is history and signatures. */
const MOST_LETTERS = 1500;

/** A word or phrase, by its key, in the texts of one topic. */
interface Used {
  requesters: Set<string>;
  days: Set<string>;
  texts: number;
}

/** The words and pairs of a ticket by key, each with its written form, if it has one. */
type Features = Map<string, { form?: string; isPhrase: boolean }>;

/**
 * Learns from the tickets of one language which words and phrases speak for which topic, and how strongly.
 *
 * @returns words by topic; a topic with too few customers is missing, and one without telling words is empty
 */
export function learnWords(
  tickets: readonly TicketText[],
  options: LearnWordsOptions,
): Map<string, Map<string, number>> {
  const { analysis, minRequesters, minDays } = options;
  const topics = [...new Set(tickets.map(({ topic }) => topic))].sort(compareText);
  const isName = makeNameTest(
    tickets.map(({ text }) => text.slice(0, MOST_LETTERS)),
    analysis,
    options.published,
  );
  const texts = tickets.map(({ text }) => featuresOf(text, options, isName));
  const forms = writtenForms(tickets, texts, analysis);
  const used = usesOf(tickets, texts);
  const banned = new Map(
    [...options.struckOut].map(([topic, words]) => [topic, new Set(words.map((word) => learnedKey(analysis, word)))]),
  );

  const mayStand = (key: string, topic: string) => {
    const use = used.get(topic)?.get(key);
    const isCommon = use !== undefined && use.requesters.size >= minRequesters && use.days.size >= minDays;
    return isCommon && forms.has(key) && !banned.get(topic)?.has(key);
  };
  const numbered = [...forms.keys()].sort(compareText);
  const wide = new Map(
    numbered
      .map((key) => [key, topics.filter((topic) => mayStand(key, topic))] as const)
      .filter(([, of]) => of.length > 0),
  );
  const isPhrase = (key: string) => forms.get(key)?.isPhrase ?? false;
  const heard = (key: string, topic: string) => used.get(topic)?.get(key)?.texts ?? 0;
  const chosen = choose(weigh(tickets, texts, topics, wide, ROUNDS.choose), heard, isPhrase);
  // Words that were learned together with others have to be weighed anew without them.
  const narrow = new Map<string, string[]>();
  for (const [topic, keys] of chosen) for (const key of keys) narrow.set(key, [...(narrow.get(key) ?? []), topic]);
  const weights = weigh(tickets, texts, topics, narrow, ROUNDS.weigh);
  return new Map(
    topics
      .filter((topic) => peopleOf(tickets, topic) >= minRequesters)
      .map((topic) => {
        const words = [...(weights.get(topic) ?? [])]
          .map(([key, weight]) => [forms.get(key)?.form ?? '', roundWeight(weight)] as const)
          .filter(([, weight]) => weight > 0);
        return [topic, new Map(words)];
      }),
  );
}

function peopleOf(tickets: readonly TicketText[], topic: string): number {
  return new Set(tickets.flatMap((ticket) => (ticket.topic === topic && ticket.requester) || [])).size;
}

function featuresOf(
  text: string,
  { analysis, published }: LearnWordsOptions,
  isName: (key: string) => boolean,
): Features {
  const features: Features = new Map();
  for (const line of ticketTerms(text.slice(0, MOST_LETTERS), analysis)) {
    for (const [place, { key, word }] of line.entries()) {
      if (isName(key)) continue;
      features.set(key, { form: word, isPhrase: false });
      const next = line[place + 1];
      if (!next || isName(next.key)) continue;
      features.set(phraseKey([key, next.key]), { form: `${word} ${next.word}`, isPhrase: true });
      // A search for "top up" looks for "top-up", too.
      const joined = key + next.key;
      if (published.has(joined) && !features.has(joined)) features.set(joined, { isPhrase: false });
    }
  }
  return features;
}

/** By key, the form that most people write, if the form alone leads back to the key. */
function writtenForms(
  tickets: readonly TicketText[],
  texts: readonly Features[],
  analysis: Analysis,
): Map<string, { form: string; isPhrase: boolean }> {
  const writers = new Map<string, Map<string, Set<string>>>();
  const phrases = new Set<string>();
  for (const [index, features] of texts.entries()) {
    const requester = tickets[index]?.requester;
    if (requester === undefined) continue;
    for (const [key, { form, isPhrase }] of features) {
      if (isPhrase) phrases.add(key);
      if (form === undefined) continue;
      const forms = writers.get(key) ?? new Map<string, Set<string>>();
      writers.set(key, forms.set(form, (forms.get(form) ?? new Set()).add(requester)));
    }
  }
  return new Map(
    [...writers].flatMap(([key, forms]) => {
      const [best] = [...forms].sort(([a, m], [b, n]) => n.size - m.size || compareText(a, b));
      const form = best?.[0];
      if (form === undefined || learnedKey(analysis, form) !== key) return [];
      return [[key, { form, isPhrase: phrases.has(key) }] as const];
    }),
  );
}

function usesOf(tickets: readonly TicketText[], texts: readonly Features[]): Map<string, Map<string, Used>> {
  const uses = new Map<string, Map<string, Used>>();
  for (const [index, features] of texts.entries()) {
    const { topic = '', requester, day = '' } = tickets[index] ?? {};
    const ofTopic = uses.get(topic) ?? new Map<string, Used>();
    uses.set(topic, ofTopic);
    for (const key of features.keys()) {
      const use = ofTopic.get(key) ?? { requesters: new Set(), days: new Set(), texts: 0 };
      ofTopic.set(key, use);
      use.texts++;
      if (requester === undefined) continue;
      use.requesters.add(requester);
      use.days.add(day);
    }
  }
  return uses;
}

/** @param allowed by key, the topics it may speak for */
function weigh(
  tickets: readonly TicketText[],
  texts: readonly Features[],
  topics: readonly string[],
  allowed: ReadonlyMap<string, readonly string[]>,
  { most, texts: enough }: { most: number; texts: number },
): Map<string, Map<string, number>> {
  const numberOf = new Map([...allowed.keys()].map((key, number) => [key, number]));
  const classOf = new Map(topics.map((topic, number) => [topic, number]));
  const weights = fitWeights(
    {
      features: texts.map((features) => [...features.keys()].flatMap((key) => numberOf.get(key) ?? [])),
      classes: tickets.map(({ topic }) => classOf.get(topic) ?? 0),
    },
    [...allowed.values()].map((of) => of.map((topic) => classOf.get(topic) ?? 0)),
    topics.length,
    Math.min(most, Math.ceil(enough / texts.length)),
  );
  const byTopic = new Map<string, Map<string, number>>();
  for (const [number, [key, of]] of [...allowed].entries())
    for (const [place, topic] of of.entries()) {
      const words = byTopic.get(topic) ?? new Map<string, number>();
      byTopic.set(topic, words.set(key, weights[number]?.[place] ?? 0));
    }
  return byTopic;
}

/** By topic, the keys that say most: those that weigh much and are often heard. */
function choose(
  weights: ReadonlyMap<string, ReadonlyMap<string, number>>,
  heard: (key: string, topic: string) => number,
  isPhrase: (key: string) => boolean,
): Map<string, string[]> {
  return new Map(
    [...weights].map(([topic, words]) => {
      const best = [...words]
        .filter(([, weight]) => roundWeight(weight) > 0)
        .map(([key, weight]) => ({ key, says: weight * Math.sqrt(heard(key, topic)) }))
        .sort((a, b) => b.says - a.says || compareText(a.key, b.key))
        .map(({ key }) => key);
      const phrases = new Set(best.filter(isPhrase).slice(0, MOST_PHRASES));
      return [topic, best.filter((key) => phrases.has(key) || !isPhrase(key)).slice(0, MOST_WORDS)];
    }),
  );
}
