import type { Library } from '../../content/library.ts';
import { topicOfCategory } from '../../content/topic.ts';
import { daysBetween } from '../../values/day.ts';
import { compareText } from '../../values/text.ts';
import type { DailyCount } from './tickets.ts';

/** Tickets per topic and day, ready to be summed over any period. */
export interface TopicDays {
  /** The first and the last day with a ticket. */
  first: string;
  last: string;
  read(locales: readonly string[]): Series;
}

export interface Series {
  /** Topics with tickets in these languages, busiest first. */
  topics: readonly string[];
  sum(topics: readonly string[], from: string, days: number): number;
  /** On all topics. */
  all(from: string, days: number): number;
}

/**
 * @param until later tickets are left out; by default, none are
 * @returns `undefined` if there are no tickets
 */
export function topicDays(
  library: Library,
  counts: readonly DailyCount[],
  until: string | undefined,
): TopicDays | undefined {
  const counted = until === undefined ? counts : counts.filter(({ day }) => day <= until);
  let [first, last] = [counted[0]?.day, counted[0]?.day];
  for (const { day } of counted) {
    if (first === undefined || day < first) first = day;
    if (last === undefined || day > last) last = day;
  }
  if (first === undefined || last === undefined) return undefined;
  const begin = first;
  const length = daysBetween(first, last) + 1;
  const topicOf = topicOfCategory(library.topics);
  const { locales: spoken, defaultLocale } = library.site;
  const perDay = new Map<string, Map<string, Float64Array>>(spoken.map((locale) => [locale, new Map()]));
  const dayNumbers = new Map<string, number>();
  const numberOf = (day: string) => {
    const number = dayNumbers.get(day) ?? daysBetween(begin, day);
    dayNumbers.set(day, number);
    return number;
  };
  for (const { day, locale, category, tickets } of counted) {
    const topic = topicOf(category);
    if (topic === undefined) continue;
    const topics = perDay.get(locale) ?? perDay.get(defaultLocale);
    const row = topics?.get(topic) ?? new Float64Array(length);
    topics?.set(topic, row);
    const number = numberOf(day);
    row[number] = (row[number] ?? 0) + tickets;
  }
  const read = new Map<string, Series>();
  return {
    first,
    last,
    read(locales) {
      const key = locales.join();
      let series = read.get(key);
      if (!series) {
        series = sumUp(
          locales.map((locale) => perDay.get(locale) ?? new Map()),
          length,
          numberOf,
        );
        read.set(key, series);
      }
      return series;
    },
  };
}

function sumUp(
  parts: readonly ReadonlyMap<string, Float64Array>[],
  length: number,
  numberOf: (day: string) => number,
): Series {
  // With running sums, the tickets of any period are a single subtraction.
  const running = new Map<string, Float64Array>();
  const whole = new Float64Array(length + 1);
  for (const part of parts)
    for (const [topic, row] of part) {
      const sums = running.get(topic) ?? new Float64Array(length + 1);
      running.set(topic, sums);
      let sum = 0;
      for (let day = 0; day < length; day++) {
        sum += row[day] ?? 0;
        sums[day + 1] = (sums[day + 1] ?? 0) + sum;
        whole[day + 1] = (whole[day + 1] ?? 0) + sum;
      }
    }
  const between = (sums: Float64Array | undefined, from: string, days: number) => {
    const number = numberOf(from);
    const at = (day: number) => sums?.[Math.max(0, Math.min(length, day))] ?? 0;
    return at(number + days) - at(number);
  };
  return {
    topics: [...running]
      .sort(([a, m], [b, n]) => (n[length] ?? 0) - (m[length] ?? 0) || compareText(a, b))
      .map(([topic]) => topic),
    sum: (topics, from, days) => topics.reduce((sum, topic) => sum + between(running.get(topic), from, days), 0),
    all: (from, days) => between(whole, from, days),
  };
}
