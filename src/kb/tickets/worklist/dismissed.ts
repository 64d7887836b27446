import { categoryKey } from '../../content/topic.ts';
import type { Dismissal } from '../records/dismissals.ts';
import type { TopicCoverage } from './topic-coverage.ts';
import type { CategoryCoverage } from './unmapped.ts';

/** A decision, and what became of it. */
export interface DecidedDismissal extends Dismissal {
  /** Tickets in the window now. */
  now: number;
  /** `due`: the row is back, because the day has passed or its tickets have doubled. `unknown`: there is no such thing. */
  state: 'hidden' | 'due' | 'unknown';
}

/** What a decision is about. */
export type DismissedRow = Partial<Pick<Dismissal, 'topic' | 'locale' | 'article' | 'category'>>;

export interface Decisions {
  all: DecidedDismissal[];
  /** Whether a decision that is not due hides a row. */
  hides(row: DismissedRow): boolean;
}

/** What is counted of topics and categories. */
interface Counted {
  topics: readonly Pick<TopicCoverage, 'id' | 'tickets' | 'locales' | 'articles'>[];
  categories: readonly Pick<CategoryCoverage, 'category' | 'tickets'>[];
}

/**
 * @param articles ids of all articles
 * @param until the day of the report, `YYYY-MM-DD`
 */
export function decide(
  dismissals: readonly Dismissal[],
  counted: Counted,
  articles: ReadonlySet<string>,
  until: string,
): Decisions {
  const topics = new Set(counted.topics.map(({ id }) => id));
  const all = dismissals.map((one): DecidedDismissal => {
    const now = ticketsOfRow(one, counted);
    const known =
      (one.topic === undefined || topics.has(one.topic)) && (one.article === undefined || articles.has(one.article));
    const due = one.until === 'doubled' ? now > 0 && now >= 2 * one.tickets : one.until < until;
    return { ...one, now, state: !known ? 'unknown' : due ? 'due' : 'hidden' };
  });
  const hidden = new Set(all.flatMap((one) => (one.state === 'hidden' ? [keyOf(one)] : [])));
  return { all, hides: (row) => hidden.has(keyOf(row)) };
}

/** Tickets in the window of what a decision is about. */
export function ticketsOfRow(
  { topic, locale, article, category }: DismissedRow,
  { topics, categories }: Counted,
): number {
  if (category !== undefined) {
    const key = categoryKey(category);
    return categories.find((one) => categoryKey(one.category) === key)?.tickets ?? 0;
  }
  if (article !== undefined)
    return topics.reduce((sum, one) => sum + (one.articles.includes(article) ? one.tickets : 0), 0);
  const found = topics.find(({ id }) => id === topic);
  return (locale === undefined ? found?.tickets : found?.locales[locale]) ?? 0;
}

function keyOf({ topic, locale, article, category }: DismissedRow): string {
  const named = category === undefined ? undefined : categoryKey(category);
  return JSON.stringify([topic ?? null, locale ?? null, article ?? null, named ?? null]);
}
