import { type Article, isPublished } from '../../content/article.ts';
import { ageOn, type FirstSeen, oldestVersion } from '../../content/article-age.ts';
import type { Library } from '../../content/library.ts';
import { topicOfCategory } from '../../content/topic.ts';
import { medianWait } from '../../statistics/kaplan-meier.ts';
import { addDays, daysBetween } from '../../values/day.ts';
import { within } from '../../values/day-span.ts';
import { compareText } from '../../values/text.ts';
import type { DailyCount } from '../records/tickets.ts';

/** How long topics that appeared in the counted days had no article. */
export interface FirstArticle {
  topics: TopicWait[];
  /** In days, including topics that still wait; `null` if more than half may still wait, or if there are none. */
  median: number | null;
  /** How many of the topics have no article yet. */
  waiting: number;
  /** Topics that appeared whose articles cannot be dated. */
  undated: number;
}

export interface TopicWait {
  topic: string;
  /** The day of its first ticket, `YYYY-MM-DD`. */
  first: string;
  /** The id of its first article; `null` if there is none yet. */
  article: string | null;
  /** From its first ticket to its first article (0 if that existed before), or to the day of the report if it waits. */
  days: number;
}

/**
 * Time from a topic's first ticket to the first day that a published article on it existed: what KCS calls
 * "90/0" (90 % of what support learns is published with 0 delay), measured in days (KCS v6 Adoption Guide, phase 4).
 *
 * Only topics that appeared within the data count: no tickets in the first window of the source, then at least
 * `minTickets` in the window that starts with their first ticket, so a rare topic is not taken for a new one (with the
 * default of 10, fewer than one steady topic in a thousand is). An article counts from the day its file was created, or
 * from its `publishOn`. Whether it named the topic and was public from that day on is not checked.
 *
 * @param sources the counts of each source
 * @param sinceOf when each file first appeared, by path
 * @param until the day of the report, `YYYY-MM-DD`
 */
export function measureFirstArticle(
  library: Library,
  sources: readonly (readonly DailyCount[])[],
  sinceOf: ReadonlyMap<string, FirstSeen>,
  until: string,
): FirstArticle {
  const { windowDays, minTickets } = library.site.recurrence;
  const waits: TopicWait[] = [];
  let undated = 0;
  const topicOf = topicOfCategory(library.topics);
  const byTopic = Map.groupBy(
    sources.flatMap((counts) => counts.filter(({ day }) => day <= until)),
    ({ category }) => topicOf(category),
  );
  for (const [topic, { day: first, begins }] of firstTickets(sources, topicOf, until)) {
    const atFirst = within(byTopic.get(topic) ?? [], { from: first, to: addDays(first, windowDays - 1) });
    const tickets = atFirst.reduce((sum, count) => sum + count.tickets, 0);
    if (daysBetween(begins, first) < windowDays || tickets < minTickets) continue;
    const articles = library.articles.filter(
      (article) => article.topics.includes(topic) && isPublished(article, 'public', until),
    );
    const dated = articles.flatMap((article) => {
      const since = sinceOf.get(article.path);
      return since ? [{ article, since: publishedSince(article, since) }] : [];
    });
    const known = oldestVersion(dated.map(({ since }) => since));
    const one = dated.find(({ since }) => since === known)?.article.id ?? null;
    if (articles.length === 0) waits.push({ topic, first, article: null, days: daysBetween(first, until) });
    else if (
      !known ||
      (known.day > first &&
        ageOn(
          first,
          dated.map(({ since }) => since),
        ) === 'undated')
    )
      undated++;
    else waits.push({ topic, first, article: one, days: Math.max(0, daysBetween(first, known.day)) });
  }
  const waiting = (wait: TopicWait) => wait.article === null;
  return {
    topics: waits.sort(
      (a, b) => Number(waiting(b)) - Number(waiting(a)) || b.days - a.days || compareText(a.topic, b.topic),
    ),
    median: medianWait(waits.map((wait) => ({ days: wait.days, over: !waiting(wait) }))),
    waiting: waits.filter(waiting).length,
    undated,
  };
}

/** The day of each topic's first ticket and the first day of its source; of two sources, the one that goes back further. */
function firstTickets(
  sources: readonly (readonly DailyCount[])[],
  topicOf: (category: string) => string | undefined,
  until: string,
): [topic: string, seen: { day: string; begins: string }][] {
  const seen = new Map<string, { day: string; begins: string }>();
  for (const counts of sources) {
    const begins = counts.reduce((first, { day }) => (day < first ? day : first), until);
    for (const { day, category } of counts) {
      const topic = topicOf(category);
      if (topic === undefined || day > until) continue;
      const before = seen.get(topic);
      if (!before || day < before.day || (day === before.day && begins < before.begins))
        seen.set(topic, { day, begins });
    }
  }
  return [...seen].sort(([a], [b]) => compareText(a, b));
}

function publishedSince({ publishOn }: Article, since: FirstSeen): FirstSeen {
  return publishOn !== undefined && publishOn > since.day ? { day: publishOn, made: true } : since;
}
