import type { WeekItem } from './week-item.ts';

/**
 * The things to do that were not to do before: other work on the same topic is new, and so is work on a topic since
 * more customers than usual write about it.
 *
 * @param before all of them, not only the first ones
 */
export function newItems(now: readonly WeekItem[], before: readonly WeekItem[]): WeekItem[] {
  const known = new Set(
    before.flatMap((item) => [keyOf(item, false), ...(item.more === null ? [] : [keyOf(item, true)])]),
  );
  return now.filter((item) => !known.has(keyOf(item, item.more !== null)));
}

function keyOf({ subject, verb, locale }: WeekItem, isMore: boolean): string {
  return JSON.stringify([subject, verb, locale, isMore]);
}
