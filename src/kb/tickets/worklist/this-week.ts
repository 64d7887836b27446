import type { Library } from '../../content/library.ts';
import { localText } from '../../values/local-text.ts';
import { contentFlag, shellQuoted } from '../../values/shell.ts';
import { compareText, titleOfId } from '../../values/text.ts';
import type { Burst } from '../measures/bursts.ts';
import type { Decisions } from './dismissed.ts';
import type { Overlap } from './overlap.ts';
import type { TopicCoverage } from './topic-coverage.ts';
import type { Unmapped } from './unmapped.ts';
import { categoryItem, type ItemContext, topicItem, type WeekItem } from './week-item.ts';

/** A topic or category whose burst is over: the usual comes again. */
export interface OverItem extends Omit<Burst, 'over'> {
  subject: WeekItem['subject'];
  title: string;
  /** The command that writes down its cause. */
  command: string;
}

export interface ThisWeek {
  /** Most extra tickets first. */
  items: WeekItem[];
  /** How many more there are. */
  more: number;
  /** Newest first. */
  over: OverItem[];
  /** Topics that recur as usual, with nothing special to do. */
  steady: { topics: number; tickets: number; largest: { topic: string; title: string; tickets: number } | null };
  /** Tickets of the window in none of the above: on topics that don't recur, and without a topic. */
  rest: { topics: number; tickets: number; withoutTopic: number };
  /** Topics that recur or burst, but that the company decided not to work on. */
  dismissed: { topics: number; tickets: number };
  /** Topics with tickets that several articles answer in one language. */
  competing: number;
}

/** No one does more in a week. */
export const MOST_ITEMS = 10;

/** The data that the list is made of. */
export interface WeekContext extends ItemContext {
  topics: readonly TopicCoverage[];
  unmapped: readonly Unmapped[];
  overlap: readonly Overlap[];
  tickets: number;
  decisions: Decisions;
  /** How many items are listed, if not as many as people do in a week. */
  mostItems?: number | undefined;
  /** The content folder as the user typed it, if they did, for the commands to paste. */
  content?: string | undefined;
}

/** The few things that are worth a support team's week, by how many tickets more than usual each of them has. */
export function thisWeek(context: WeekContext): ThisWeek {
  const { unmapped, overlap, decisions } = context;
  const [dismissed, topics] = parted(context.topics, ({ id }) => decisions.hides({ topic: id }));
  const titleOf = topicTitles(context.library);
  const items = [
    ...topics.flatMap((topic) => topicItem(topic, titleOf(topic.id), context)),
    ...unmapped.flatMap((one) => categoryItem(one)),
  ].sort(
    (a, b) => (b.extra ?? -Infinity) - (a.extra ?? -Infinity) || b.tickets - a.tickets || compareText(a.title, b.title),
  );
  const shown = items.slice(0, context.mostItems ?? MOST_ITEMS);
  const named = new Set(shown.flatMap(({ subject }) => ('topic' in subject ? subject.topic : [])));
  const others = topics.filter(({ id }) => !named.has(id));
  const steady = others.filter(({ recurs }) => recurs);
  const rare = others.filter(({ recurs, tickets }) => !recurs && tickets > 0);
  const sum = (all: readonly { tickets: number }[]) => all.reduce((total, { tickets }) => total + tickets, 0);
  const [largest] = steady;
  return {
    items: shown,
    more: items.length - shown.length,
    over: [
      ...topics.flatMap(({ id, burst }) => overItem({ topic: id }, titleOf(id), burst, context.content)),
      ...unmapped.flatMap(({ category, burst }) => overItem({ category }, category, burst, context.content)),
    ].sort((a, b) => compareText(b.to, a.to) || b.tickets - a.tickets),
    steady: {
      topics: steady.length,
      tickets: sum(steady),
      largest: largest ? { topic: largest.id, title: titleOf(largest.id), tickets: largest.tickets } : null,
    },
    rest: {
      topics: rare.length,
      tickets: sum(rare),
      withoutTopic: context.tickets - sum(shown) - sum(steady) - sum(rare) - sum(dismissed),
    },
    dismissed: { topics: dismissed.length, tickets: sum(dismissed) },
    competing: overlap.length,
  };
}

function parted<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

/** What a topic is called in English, or in the language of the site. */
export function topicTitles({ topics, site }: Library): (topic: string) => string {
  const titles = new Map(
    topics.flatMap(({ id, title }) => (title ? [[id, localText(title, 'en', site.defaultLocale)] as const] : [])),
  );
  return (topic) => titles.get(topic) ?? titleOfId(topic);
}

function overItem(
  subject: WeekItem['subject'],
  title: string,
  burst: Burst | null,
  content: string | undefined,
): OverItem[] {
  if (!burst?.over) return [];
  const { over, ...days } = burst;
  const what = 'topic' in subject ? `--topic ${subject.topic}` : `--category ${shellQuoted(subject.category)}`;
  const command = `npm run gaps -- dismiss ${what} --because WHY --owner NAME${contentFlag(content)}`;
  return [{ subject, title, command, ...days }];
}
