import { z } from 'zod';
import { answerKinds } from '../../content/guarded-searches.ts';

const tickets = z.number().nonnegative();
const kinds = z.object({
  ...(Object.fromEntries(answerKinds.map((kind) => [kind, tickets])) as Record<
    (typeof answerKinds)[number],
    typeof tickets
  >),
});

const TopicReplay = kinds.extend({
  /** `null` for tickets without a topic whose replies link an article. */
  topic: z.string().nullable(),
  locale: z.string(),
  /** All tickets with a right article in this language, also those that weren't asked. */
  tickets,
  /** Those that were asked: the sum of the five kinds. */
  asked: tickets,
  /** Tickets a month whose right article isn't among the first three. */
  lostPerMonth: z.number(),
  /** The articles of the topic. */
  articles: z.array(z.string()),
  /** Other articles that were called the answer, the most frequent first. */
  instead: z.array(z.object({ article: z.string(), tickets })),
  /** Words of customers that none of the articles has. */
  words: z.array(z.string()),
});
export type TopicReplay = z.infer<typeof TopicReplay>;

const ArticleReplay = kinds.extend({
  article: z.string(),
  locale: z.string(),
  asked: tickets,
  /** Tickets that other articles would answer, for which this one was called the answer. */
  calledWrongly: tickets,
});
export type ArticleReplay = z.infer<typeof ArticleReplay>;

/** Where every ticket of an export ended; each is in exactly one row. */
export const replayRows = [
  'asked',
  'notAsked',
  'noText',
  'missingArticle',
  'noTopic',
  'otherLanguage',
  'leftOut',
  'noDate',
  'noId',
] as const;
export type ReplayRow = (typeof replayRows)[number];

/** What a help center would have answered to the tickets of an export: counts, and words that many people used. */
export const Replay = z.object({
  version: z.literal(1),
  days: z.object({ first: z.string(), last: z.string(), number: z.number().positive() }),
  tickets,
  rows: z.object(Object.fromEntries(replayRows.map((row) => [row, tickets])) as Record<ReplayRow, typeof tickets>),
  answers: kinds,
  topics: z.array(TopicReplay),
  articles: z.array(ArticleReplay),
  missing: z.array(z.object({ topic: z.string(), locale: z.string(), tickets })),
  words: z.array(z.object({ locale: z.string(), word: z.string(), tickets, of: tickets })),
});
export type Replay = z.infer<typeof Replay>;

/** In days. */
const MONTH = 365.25 / 12;

/** Tickets a month, for a number of tickets in the days of an export. */
export function perMonth(number: number, days: Replay['days']): number {
  return (number * MONTH) / days.number;
}

/** The tickets whose right article is among the first three. */
export function found({ first, amongThree }: { first: number; amongThree: number }): number {
  return first + amongThree;
}

/** @returns `undefined` if the text isn't a replay */
export function readReplay(text: string): Replay | undefined {
  try {
    return Replay.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The version of the format of a file that calls itself one, also if it can't be read otherwise. */
export function replayVersion(text: string): number | undefined {
  try {
    const { version } = JSON.parse(text) as { version?: unknown };
    return typeof version === 'number' ? version : undefined;
  } catch {
    return undefined;
  }
}

export function printReplay(replay: Replay): string {
  return `${JSON.stringify(replay, null, 2)}\n`;
}
