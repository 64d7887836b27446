import type { Library } from '../../content/library.ts';
import { topicOfCategory } from '../../content/topic.ts';
import { daysBetween } from '../../values/day.ts';
import { compareText } from '../../values/text.ts';
import type { SourceCounts } from './desk.ts';
import type { SourceCoverage, SourceCoverages } from './source-coverage.ts';

/** Tickets per topic and day, ready to be summed over any period. */
export interface TopicDays {
  /** The first and the last covered day of any source. */
  first: string;
  last: string;
  /** What each source covers, by its name. */
  coverage: ReadonlyMap<string, SourceCoverage>;
  /** @param sources names of those to sum up */
  read(locales: readonly string[], sources: readonly string[]): Series;
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
  sources: SourceCounts,
  coverages: SourceCoverages,
  until = '9999-12-31',
): TopicDays | undefined {
  const coverage = new Map(
    [...sources.keys()].flatMap((name) => {
      const covered = coverages(name, until);
      return covered ? [[name, covered] as const] : [];
    }),
  );
  const begin = [...coverage.values()].map(({ first }) => first).sort(compareText)[0];
  const last = [...coverage.values()]
    .map(({ last }) => last)
    .sort(compareText)
    .at(-1);
  if (begin === undefined || last === undefined) return undefined;
  const length = daysBetween(begin, last) + 1;
  const topicOf = topicOfCategory(library.topics);
  const { locales: spoken, defaultLocale } = library.site;
  const dayNumbers = new Map<string, number>();
  const numberOf = (day: string) => {
    const number = dayNumbers.get(day) ?? daysBetween(begin, day);
    dayNumbers.set(day, number);
    return number;
  };
  /** By source and language. */
  const perDay = new Map<string, Map<string, Float64Array>>();
  for (const [source, counts] of sources)
    for (const { day, locale, category, tickets } of counts) {
      const topic = topicOf(category);
      if (topic === undefined || day < begin || day > last) continue;
      const key = `${source} ${spoken.includes(locale) ? locale : defaultLocale}`;
      const topics = perDay.get(key) ?? new Map<string, Float64Array>();
      perDay.set(key, topics);
      const row = topics.get(topic) ?? new Float64Array(length);
      topics.set(topic, row);
      const number = numberOf(day);
      row[number] = (row[number] ?? 0) + tickets;
    }
  const read = new Map<string, Series>();
  return {
    first: begin,
    last,
    coverage,
    read(locales, names) {
      const key = `${locales.join()} ${names.join()}`;
      let series = read.get(key);
      if (!series) {
        const parts = names.flatMap((name) => locales.map((locale) => perDay.get(`${name} ${locale}`) ?? new Map()));
        series = sumUp(parts, length, numberOf);
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
