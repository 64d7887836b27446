import type { Article } from '../../content/article.ts';
import type { Library } from '../../content/library.ts';
import { changedOriginal } from '../../content/translation.ts';
import { addTime } from '../../values/day.ts';
import { compareText } from '../../values/text.ts';
import type { VotesByArticle } from '../measures/helpfulness.ts';
import { type Reason, reasonsText, ticketsText } from './reason.ts';
import { type Recurrence, type TopicCoverage, topicReason } from './topic-coverage.ts';
import { unhelpfulReasons } from './unhelpful-reasons.ts';

/** A published article on a topic that recurs although the article exists. */
export interface Flag {
  article: string;
  /** Its recurring topics, busiest first. */
  topics: string[];
  /** Of those topics, in the window. */
  tickets: number;
  /** Of its topics with several articles, those for which this article should be reworked first. */
  firstFor: string[];
  /** All reasons on one line. */
  reason: string;
  reasons: Reason[];
}

/** The data needed to flag articles. */
export interface FlagContext extends Recurrence {
  library: Library;
  /** The published ones. */
  articles: readonly Article[];
  /** The day of the report, `YYYY-MM-DD`. */
  until: string;
  /** The day each article was last changed, by path; left out if it is not known. */
  changedOn: ReadonlyMap<string, string>;
  /** The votes of readers in the window. */
  ballot: VotesByArticle;
  /** How many customers wrote in the window after reading each article, by its id. */
  started: ReadonlyMap<string, number>;
}

/** Most tickets first, then most reasons. */
export function flagArticles(recurring: readonly TopicCoverage[], flagging: FlagContext): Flag[] {
  const ids = [...new Set(recurring.flatMap(({ articles }) => articles))].sort(compareText);
  const drafts = ids.map((article) => {
    const topics = recurring.filter(({ articles }) => articles.includes(article));
    const versions = flagging.articles.filter(({ id }) => id === article);
    const named = new Set(versions.flatMap((version) => version.topics)).size;
    return { article, topics, named, reasons: reasonsOf(versions, topics, flagging) };
  });
  const mayBeFirst = (topic: string) =>
    drafts
      .filter(({ topics }) => topics.some(({ id }) => id === topic))
      .sort((a, b) => b.reasons.length - a.reasons.length || a.named - b.named || compareText(a.article, b.article));
  return drafts
    .map(({ article, topics, reasons }): Flag => {
      const rivals = topics.map((topic) => ({ topic, order: mayBeFirst(topic.id) }));
      const all = [
        ...rivals.map(({ topic, order }) => placed(topicReason(topic, flagging), article, order)),
        ...reasons,
      ];
      return {
        article,
        topics: topics.map(({ id }) => id),
        tickets: topics.reduce((sum, { tickets }) => sum + tickets, 0),
        firstFor: rivals
          .filter(({ order }) => order.length > 1 && order[0]?.article === article)
          .map(({ topic }) => topic.id),
        reason: reasonsText(all),
        reasons: all,
      };
    })
    .sort((a, b) => b.tickets - a.tickets || b.reasons.length - a.reasons.length || compareText(a.article, b.article));
}

function placed(reason: Reason, article: string, order: readonly { article: string }[]): Reason {
  const [first] = order;
  if (order.length < 2 || !first) return reason;
  const place =
    first.article === article ? `the first of its ${order.length} articles to rework` : `rework ${first.article} first`;
  return {
    ...reason,
    says: `${reason.says}, ${place}`,
    numbers: { ...reason.numbers, articles: order.length, first: first.article },
  };
}

function reasonsOf(versions: readonly Article[], topics: readonly TopicCoverage[], flagging: FlagContext): Reason[] {
  return [
    ...topics.flatMap((topic) => notChanged(versions, topic, flagging)),
    ...reviewDue(versions, flagging.until),
    ...outdated(versions, topics, flagging.library),
    ...missing(topics, flagging),
    ...unhelpfulReasons(flagging.ballot, versions, flagging.changedOn),
    ...startedOn(versions[0]?.id ?? '', flagging),
  ];
}

/** Customers read the article and wrote all the same. */
function startedOn(article: string, { started, minTickets }: FlagContext): Reason[] {
  const tickets = started.get(article) ?? 0;
  if (tickets < minTickets) return [];
  return [
    {
      code: 'started-on',
      says: `${tickets.toLocaleString('en')} customers wrote after reading it`,
      threshold: `at least ${minTickets} customers who wrote after reading it`,
      numbers: { tickets, minTickets },
    },
  ];
}

/** The topic started to rise, and the article has not changed since. */
function notChanged(
  versions: readonly Article[],
  { id, risingSince, locales }: TopicCoverage,
  { changedOn }: FlagContext,
): Reason[] {
  if (risingSince === null) return [];
  const old = versions
    .filter(({ locale }) => (locales[locale] ?? 0) > 0)
    .map(({ locale, path }) => ({ locale, day: changedOn.get(path) }))
    .filter((version): version is { locale: string; day: string } => (version.day ?? risingSince) < risingSince);
  return [...Map.groupBy(old, ({ day }) => day)].map(([day, group]) => {
    const names = group.map(({ locale }) => locale).join(', ');
    return {
      code: 'not-changed',
      says: `${names} not changed since ${day}, although ${id} has been rising since ${risingSince}`,
      threshold: 'last changed before the topic started to rise',
      numbers: { topic: id, locales: names, changedOn: day, risingSince },
    };
  });
}

function reviewDue(versions: readonly Article[], until: string): Reason[] {
  const late = versions.flatMap(({ locale, reviewed, reviewEvery }) => {
    if (reviewed === undefined || reviewEvery === undefined) return [];
    const due = addTime(reviewed, reviewEvery);
    return due < until ? [{ locale, reviewed, reviewEvery, due }] : [];
  });
  return [...Map.groupBy(late, ({ reviewed, reviewEvery }) => `${reviewed} ${reviewEvery}`).values()].flatMap(
    (group) => {
      const [first] = group;
      if (!first) return [];
      const { reviewed, reviewEvery, due } = first;
      const names = group.map(({ locale }) => locale).join(', ');
      return [
        {
          code: 'review-due',
          says: `review of ${names} was due on ${due}`,
          threshold: `${reviewEvery} after ${reviewed}`,
          numbers: { locales: names, reviewed, reviewEvery, due },
        },
      ];
    },
  );
}

function outdated(versions: readonly Article[], topics: readonly TopicCoverage[], library: Library): Reason[] {
  return versions.flatMap((article) => {
    const { locale, source = '' } = article;
    const original = changedOriginal(library, article);
    const tickets = ticketsIn(topics, locale);
    if (!original || tickets === 0) return [];
    return [
      {
        code: 'translation-outdated',
        says: `${locale} is outdated, with ${ticketsText(tickets)} in that language`,
        threshold: 'at least 1 ticket in the language',
        numbers: { locale, tickets, source, digest: original.digest, minTickets: 1 },
      },
    ];
  });
}

/** Only if no other article answers the topic in that language. */
function missing(topics: readonly TopicCoverage[], { library, articles, minTickets }: FlagContext): Reason[] {
  return library.site.locales.flatMap((locale) => {
    const open = topics.filter(
      ({ id }) => !articles.some((article) => article.locale === locale && article.topics.includes(id)),
    );
    const tickets = ticketsIn(open, locale);
    if (tickets < minTickets) return [];
    return [
      {
        code: 'translation-missing',
        says: `missing in ${locale}, with ${ticketsText(tickets)} in that language`,
        threshold: `at least ${minTickets} tickets in the language`,
        numbers: { locale, tickets, minTickets },
      },
    ];
  });
}

function ticketsIn(topics: readonly TopicCoverage[], locale: string): number {
  return topics.reduce((sum, { locales }) => sum + (locales[locale] ?? 0), 0);
}
