import { addDays, daysBetween } from '../values/day.ts';
import { compareText } from '../values/text.ts';
import type { Article } from './article.ts';

/** A change to the text of an article. */
export interface ArticleChange {
  /** The current path of the article, relative to the content folder. */
  path: string;
  /** `YYYY-MM-DD`. */
  day: string;
  /** Shortened. */
  commit: string;
  /** `new` if the article did not exist before. */
  kind: 'new' | 'edited';
  /** What changed, if not the article itself: the path of a snippet, or `facts.cardFee`. */
  through?: string;
}

/** An article, its topics and the languages whose readers see it. */
export interface ArticleReach {
  article: Article;
  topics: readonly string[];
  locales: readonly string[];
}

/** A change with the days before and after it that no other change of the same topics affects. */
export interface ChangePeriod extends ArticleReach {
  change: ArticleChange;
  /** The first and last day left out of the comparison: those of this change and of changes too close to separate. */
  from: string;
  to: string;
  /** The last change of the same topics before this one, and the first after it. */
  after?: string | undefined;
  before?: string | undefined;
  /** How many topics changed in the days left out. */
  topicsChanged: number;
}

/** Changes at most this many days apart count as one. */
const SAME_CHANGE_DAYS = 7;

/** Each change of a published article, with the days to compare; several changes within a week count as one. */
export function changePeriods(
  read: ReadonlyMap<string, ArticleReach>,
  changes: readonly ArticleChange[],
): ChangePeriod[] {
  const own = new Map<string, ArticleChange[]>();
  for (const change of [...changes].sort((a, b) => compareText(a.day, b.day) || compareText(a.commit, b.commit)))
    if (read.has(change.path)) own.set(change.path, [...(own.get(change.path) ?? []), change]);
  const bundles = [...own].flatMap(([path, mine]) => {
    const one = read.get(path);
    return one ? bundle(mine).map((bundled) => ({ ...one, ...bundled })) : [];
  });
  const byTopic = new Map<string, typeof bundles>();
  const byDay = new Map<string, Set<string>>();
  for (const one of bundles)
    for (const topic of one.topics) {
      const same = byTopic.get(topic) ?? [];
      same.push(one);
      byTopic.set(topic, same);
      for (const day of [one.from, one.to]) byDay.set(day, (byDay.get(day) ?? new Set()).add(topic));
    }
  return bundles.map((one) => {
    const rivals = one.topics
      .flatMap((topic) => byTopic.get(topic) ?? [])
      .filter((other) => other !== one && other.locales.some((locale) => one.locales.includes(locale)));
    let { from, to } = one;
    let after: string | undefined;
    let before: string | undefined;
    for (const other of rivals) {
      if (daysBetween(other.to, one.from) < SAME_CHANGE_DAYS && daysBetween(one.to, other.from) < SAME_CHANGE_DAYS) {
        if (other.from < from) from = other.from;
        if (other.to > to) to = other.to;
      } else if (other.to < one.from) after = after === undefined || other.to > after ? other.to : after;
      else before = before === undefined || other.from < before ? other.from : before;
    }
    const changed = new Set<string>();
    for (let day = from; day <= to; day = addDays(day, 1)) for (const topic of byDay.get(day) ?? []) changed.add(topic);
    return { ...one, from, to, after, before, topicsChanged: changed.size };
  });
}

/** @param changes of one article, oldest first */
function bundle(changes: readonly ArticleChange[]): { change: ArticleChange; from: string; to: string }[] {
  const bundles: { change: ArticleChange; from: string; to: string }[] = [];
  for (const change of changes) {
    const last = bundles.at(-1);
    if (last && daysBetween(last.from, change.day) <= SAME_CHANGE_DAYS) {
      last.to = change.day;
      last.change = { ...change, kind: last.change.kind };
    } else bundles.push({ change, from: change.day, to: change.day });
  }
  return bundles;
}
