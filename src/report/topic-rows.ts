import type { Coverage, Flag, Reason } from '#kb/tickets/worklist/coverage.ts';
import { isTopicReason } from '#kb/tickets/worklist/topic-coverage.ts';
import { isMore } from '#kb/tickets/worklist/week-item.ts';

/** A topic that recurs or bursts, with the articles that should answer it: each ticket is in one row. */
export interface TopicRow {
  topic: string;
  tickets: number;
  previous: number;
  usual: number | null;
  /** Ids, the one to rework first coming first. */
  articles: string[];
  /** What else is known about them. */
  notes: { article: string; reason: Reason }[];
}

/** Busiest topics first. */
export function topicRows({ topics, flagged }: Coverage): TopicRow[] {
  return topics
    .filter((topic) => (topic.recurs || isMore(topic)) && topic.articles.length > 0)
    .map(({ id, tickets, previous, usual }): TopicRow => {
      const flags = flagged
        .filter((flag) => flag.topics.includes(id))
        .sort((a, b) => Number(b.firstFor.includes(id)) - Number(a.firstFor.includes(id)));
      return {
        topic: id,
        tickets,
        previous,
        usual,
        articles: flags.map(({ article }) => article),
        notes: flags.flatMap((flag) => notesOf(flag, id)),
      };
    });
}

/** The other reasons of an article, once, at the busiest of its topics. */
function notesOf({ article, topics, reasons }: Flag, topic: string): TopicRow['notes'] {
  return reasons
    .filter(({ code, numbers }) => !isTopicReason(code) && (numbers.topic ?? topics[0]) === topic)
    .map((reason) => ({ article, reason }));
}
