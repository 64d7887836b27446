import type { TicketGroup } from '#intake/tickets/replay/asked-sql.ts';
import { type AnswerKind, answerKinds } from '#kb/content/guarded-searches.ts';
import { type ArticleReplay, perMonth, type Replay, type TopicReplay } from '#kb/tickets/records/replay.ts';
import { entry } from '#kb/values/entry.ts';
import { compareText } from '#kb/values/text.ts';
import type { KnownAnswer } from '../../search/ask-known.ts';

/** Tickets of one language and topic whose right articles are known. */
export interface AskableGroup extends TicketGroup {
  /** The ids of the articles of the topic. */
  ofTopic: readonly string[];
  /** The same and those that are linked in replies. */
  right: readonly string[];
  /** The same, with the ids that the articles had before. */
  known: ReadonlySet<string>;
}

type Kinds = Record<AnswerKind, number>;

/** The answers to tickets, counted. */
export interface ReplayTally {
  add(group: AskableGroup, answer: KnownAnswer): void;
  answers(): Kinds;
  /** Without words. */
  topics(groups: readonly AskableGroup[], days: Replay['days']): TopicReplay[];
  articles(): ArticleReplay[];
}

const MOST_INSTEAD = 3;

export function tallyReplay(): ReplayTally {
  const topics = new Map<string, Kinds & { instead: Map<string, number> }>();
  const articles = new Map<string, ArticleReplay>();
  const articleAt = (article: string, locale: string): ArticleReplay =>
    entry(articles, `${article} ${locale}`, () => ({ article, locale, asked: 0, ...none(), calledWrongly: 0 }));
  return {
    add(group, { kind, rank, results }) {
      const topic = entry(topics, keyOf(group), () => ({ ...none(), instead: new Map<string, number>() }));
      topic[kind]++;
      const seen = rank === undefined ? undefined : results[rank - 1];
      const own = group.right.find((id) => id === seen) ?? group.right[0] ?? '';
      const article = articleAt(own, group.locale);
      article.asked++;
      article[kind]++;
      const [first] = results;
      if (kind !== 'wrong' || first === undefined) return;
      topic.instead.set(first, (topic.instead.get(first) ?? 0) + 1);
      articleAt(first, group.locale).calledWrongly++;
    },
    answers: () => sum([...topics.values()]),
    topics(groups, days) {
      const rows = new Map<string, TopicReplay>();
      for (const group of groups) {
        const { topic, locale, tickets, ofTopic } = group;
        const row = entry(rows, keyOf(group), () => {
          const { instead = new Map<string, number>(), ...kinds } = topics.get(keyOf(group)) ?? none();
          return {
            ...{ topic: topic === '' ? null : topic, locale, tickets: 0, asked: total(kinds), ...kinds },
            ...{ lostPerMonth: 0, articles: [...ofTopic], instead: mostFrequent(instead), words: [] },
          };
        });
        row.tickets += tickets;
      }
      for (const row of rows.values())
        row.lostPerMonth = rounded(perMonth((lost(row) / (row.asked || 1)) * row.tickets, days));
      return [...rows.values()].sort(
        (a, b) =>
          b.lostPerMonth - a.lostPerMonth ||
          compareText(a.topic ?? '', b.topic ?? '') ||
          compareText(a.locale, b.locale),
      );
    },
    articles: () =>
      [...articles.values()].sort(
        (a, b) => lost(b) - lost(a) || compareText(a.article, b.article) || compareText(a.locale, b.locale),
      ),
  };
}

function keyOf({ topic, locale }: TicketGroup): string {
  return `${topic} ${locale}`;
}

function none(): Kinds & { instead?: Map<string, number> } {
  return { first: 0, amongThree: 0, wrong: 0, unsure: 0, nothing: 0 };
}

function total(kinds: Kinds): number {
  return answerKinds.reduce((all, kind) => all + kinds[kind], 0);
}

function lost({ wrong, unsure, nothing }: Kinds): number {
  return wrong + unsure + nothing;
}

function sum(all: readonly Kinds[]): Kinds {
  const whole: Kinds = none();
  for (const one of all) for (const kind of answerKinds) whole[kind] += one[kind];
  return whole;
}

function mostFrequent(instead: ReadonlyMap<string, number>): TopicReplay['instead'] {
  return [...instead]
    .map(([article, tickets]) => ({ article, tickets }))
    .sort((a, b) => b.tickets - a.tickets || compareText(a.article, b.article))
    .slice(0, MOST_INSTEAD);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
