import { roundWeight } from '#kb/content/learned-words.ts';
import { compareText } from '#kb/values/text.ts';
import type { Analysis } from '#search/analysis.ts';
import { phraseKey } from '#search/index-token.ts';
import { learnedKey } from '#search/learned-fields.ts';
import { fitWeights } from './maximum-entropy.ts';
import { makeNameTest, ticketTerms } from './ordinary-words.ts';
import { commonWords, type Features, readSaidWords, type SaidWords, type TicketText } from './said-words.ts';

export type { TicketText };

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
  const said = readSaidWords(tickets, (text) => featuresOf(text, options, isName));
  const common = commonWords(tickets, said, { people: minRequesters, days: minDays });
  const forms = writtenForms(said, new Set([...common.values()].flatMap((words) => [...words.keys()])), analysis);
  const banned = new Map(
    [...options.struckOut].map(([topic, words]) => [topic, new Set(words.map((word) => learnedKey(analysis, word)))]),
  );

  const mayStand = ({ key, number }: Word, topic: string) =>
    common.get(topic)?.has(number) === true && !banned.get(topic)?.has(key);
  const words = [...forms.values()].sort((a, b) => compareText(a.key, b.key));
  const wide = new Map(
    words
      .map((word) => [word.key, topics.filter((topic) => mayStand(word, topic))] as const)
      .filter(([, of]) => of.length > 0),
  );
  const isPhrase = (key: string) => said.isPhrase(forms.get(key)?.number ?? -1);
  const heard = (key: string, topic: string) => common.get(topic)?.get(forms.get(key)?.number ?? -1) ?? 0;
  const weighed = (allowed: ReadonlyMap<string, readonly string[]>, rounds: Rounds) => {
    const numbers = [...allowed.keys()].map((key) => forms.get(key)?.number ?? -1);
    return weigh(tickets, said, topics, allowed, numbers, rounds);
  };
  const chosen = choose(weighed(wide, ROUNDS.choose), heard, isPhrase);
  // Words that were learned together with others have to be weighed anew without them.
  const narrow = new Map<string, string[]>();
  for (const [topic, keys] of chosen) for (const key of keys) narrow.set(key, [...(narrow.get(key) ?? []), topic]);
  const weights = weighed(narrow, ROUNDS.weigh);
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

interface Word {
  key: string;
  number: number;
  form: string;
}

/** By key, the form that most people write, if the form alone leads back to the key. */
function writtenForms(said: SaidWords, numbers: Iterable<number>, analysis: Analysis): Map<string, Word> {
  const forms = new Map<string, Word>();
  for (const number of numbers) {
    const key = said.keys[number] ?? '';
    const [form] = said.formsOf(number);
    if (form !== undefined && learnedKey(analysis, form) === key) forms.set(key, { key, number, form });
  }
  return forms;
}

interface Rounds {
  most: number;
  texts: number;
}

/**
 * @param allowed by key, the topics it may speak for
 * @param numbers what the keys are in the texts, in the same order
 */
function weigh(
  tickets: readonly TicketText[],
  { keys, texts }: SaidWords,
  topics: readonly string[],
  allowed: ReadonlyMap<string, readonly string[]>,
  numbers: readonly number[],
  { most, texts: enough }: Rounds,
): Map<string, Map<string, number>> {
  const featureOf = new Int32Array(keys.length).fill(-1);
  for (const [feature, number] of numbers.entries()) featureOf[number] = feature;
  const classOf = new Map(topics.map((topic, number) => [topic, number]));
  const weights = fitWeights(
    {
      features: texts.map((said) => {
        // Many short arrays of numbers take less time than as many typed ones.
        const known: number[] = [];
        for (const number of said) if ((featureOf[number] ?? -1) >= 0) known.push(featureOf[number] ?? 0);
        return known;
      }),
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
