import type { DateOrder } from '#kb/tickets/records/ticket-sources.ts';
import { literal, type Sql } from './sql.ts';
import { offsetOfZone } from './times/zones.ts';

/** Values to look at before a column counts as one of ISO 8601 or Unix times. */
const PROBED = 1000;

// Years of other calendars, such as 1405 and 2569, are for the reader of all other times.
const number = String.raw`^\s*(?:\p{L}+\.?,?\s+)?(\d{1,2})\s?([./-])\s?(\d{1,2})\s?[./-]\s?((?:19|20)\d\d|\d\d)\.?(?:$|[\s,T])`;
const dayMonth = String.raw`^\s*(?:[^\d\s]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[.\s/-]+(?:de\s+)?([^\d\s./,-]+)[.\s/,-]+(?:de\s+)?((?:19|20)\d\d|\d\d)\.?(?:$|[\s,T])`;
const monthDay = String.raw`^\s*(?:[^\d\s]+,\s*)?([^\d\s./,-]+)\.?[\s/-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s/-]+((?:19|20)\d\d)(?:$|[\s,T])`;
const yearFirst = String.raw`^\s*((?:19|20)\d\d)\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,2})(?:$|[.\s,T])`;
const timeWith = (zones: readonly string[]) =>
  String.raw`[\s,T](\d{1,2})[:.](\d\d)(?:[:.](\d\d))?(?:[.,]\d+)?\s*([AaPp]\.?\s?[Mm]\.?)?\s*(${zones.join('|')}|[+-]\d\d:?\d\d)?\s*$`;
/** A text that has no time, so its day is all of it. */
const dayOnly = String.raw`^[^:]*\d\.?\s*$`;

/** What the database parses fast; everything else is parsed piece by piece. */
const clocks = ['%H:%M', '%I:%M %p', '%H:%M:%S', '%I:%M:%S %p'];
const days: Record<DateOrder, readonly string[]> = {
  'day-first': ['%d/%m/%y', '%d/%m/%Y', '%d-%m-%y', '%d-%m-%Y'],
  'month-first': ['%m/%d/%y', '%m/%d/%Y', '%m-%d-%y', '%m-%d-%Y'],
};
const clearDays = [
  '%a %b %d %H:%M:%S %Y',
  '%d.%m.%y',
  '%d.%m.%Y',
  '%d/%b/%y',
  '%d/%b/%Y',
  '%d-%b-%y',
  '%d %b %Y',
  '%b %d, %Y',
];

/** Some of the times of an export, as they are written. */
export function someTimes(times: readonly Sql[], from: Sql): Sql {
  const each = times.map((sql) => `SELECT ${sql} AS v FROM (FROM ${from} LIMIT ${PROBED})`);
  return `SELECT DISTINCT bare(v::VARCHAR) AS v FROM (${each.join(' UNION ALL ')}) WHERE bare(v::VARCHAR) IS NOT NULL ORDER BY v`;
}

/** Whether a time is in a local format, not ISO 8601 or seconds. */
export function isLocal(value: string): boolean {
  return /[ap]\.?\s?m\.?\s*$/i.test(value) || !/^\s*(?:\d{4}-\d\d-\d\d|\d{9,13}(?:\.\d*)?\s*$)/.test(value);
}

/** Whether the order of its day and month is only clear from other dates. */
export function isOrdered(value: string): boolean {
  const [, , sign] = new RegExp(number, 'u').exec(value) ?? [];
  return sign === '/' || sign === '-';
}

/** One row: the largest first and second number of all dates whose order is unclear. */
export function largestNumbers(times: readonly Sql[], from: Sql): Sql {
  const split = (place: number) =>
    `max(greatest(${times.map((sql) => `coalesce(try_cast(regexp_extract(${sql}, '^\\s*(\\d{1,2})[/-](\\d{1,2})[/-]\\d', ${place}) AS INTEGER), 0)`).join(', ')}))`;
  return `SELECT ${split(1)} AS first, ${split(2)} AS second FROM ${from}`;
}

/** Formats of times that the database can parse, for {@link fitting}. */
function formatsOf(order: DateOrder): string[] {
  return [...days[order], ...clearDays].flatMap((day) => [...clocks.map((clock) => `${day} ${clock}`), day]);
}

/** One row per format that fits some of the values. `%Y` takes two digits for a whole year, so it comes after `%y`. */
export function fitting(values: readonly string[], order: DateOrder): Sql {
  // The database would take the years of other calendars for Gregorian ones.
  const likely = values.filter((value) => !/(?<!\d)(?!19|20)\d{4}(?!\d)/.test(value));
  const counts = formatsOf(order).map(
    (format) => `SELECT ${literal(format)} AS format, count(try_strptime(v, ${literal(format)})) AS n FROM written`,
  );
  return `WITH written AS MATERIALIZED (SELECT unnest([${likely.map(literal).join(', ')}]::VARCHAR[]) AS v)
    SELECT format FROM (${counts.join(' UNION ALL ')}) WHERE n > 0 ORDER BY contains(format, '%Y'), n DESC, format LIMIT 4`;
}

/**
 * Makes `moment` read dates that people write: numbers in the order that is given, or names of months.
 *
 * @param formats that most of the values are written in, as `strptime` knows them
 * @param months names in lowercase letters, with their numbers
 * @param values some of the dates, for what is tried first
 * @param zone the company's, for short names of zones that several share
 */
export function localMacros(
  order: DateOrder,
  formats: readonly string[],
  months: ReadonlyMap<string, number>,
  values: readonly string[],
  zone: string,
): readonly Sql[] {
  const [first, second] = order === 'day-first' ? ['p.b', 'p.a'] : ['p.a', 'p.b'];
  const parted = (pattern: string, keys: readonly string[], result: Sql) =>
    `list_transform([regexp_extract(v, ${literal(pattern)}, [${keys.map(literal).join(', ')}])], lambda p: CASE WHEN p.${keys[0]} <> '' THEN ${result} END)[1]`;
  // No date fits two of them, so their order does not matter, and a failed pattern costs as much as one that fits.
  const written = [
    {
      pattern: number,
      day: parted(
        number,
        ['a', 's', 'b', 'y'],
        `CASE p.s WHEN '.' THEN iso_day(p.y, p.b, p.a) ELSE iso_day(p.y, ${first}, ${second}) END`,
      ),
    },
    { pattern: yearFirst, day: parted(yearFirst, ['y', 'm', 'd'], 'iso_day(p.y, p.m, p.d)') },
    { pattern: dayMonth, day: parted(dayMonth, ['d', 'm', 'y'], 'iso_day(p.y, month_number(p.m), p.d)') },
    { pattern: monthDay, day: parted(monthDay, ['m', 'd', 'y'], 'iso_day(p.y, month_number(p.m), p.d)') },
  ]
    .map(({ pattern, day }) => ({ day, fits: values.filter((value) => new RegExp(pattern, 'u').test(value)).length }))
    .filter(({ fits }) => fits > 0)
    .sort((a, b) => b.fits - a.fits)
    .map(({ day }) => day);
  // An enumeration finds a name at once, while a list or a map would be created again for every row. Each month has as
  // many places in it as the one with the most names, so the index gives the month.
  const names = Array.from({ length: 12 }, (_, index) =>
    [...months].flatMap(([name, month]) => (month === index + 1 ? name : [])),
  );
  const width = Math.max(...names.map(({ length }) => length));
  const places = names.flatMap((ofMonth, index) =>
    Array.from({ length: width }, (_, place) => ofMonth[place] ?? `${index} ${place}`),
  );
  const script = values.some((value) => /^\w{3} \w{3} \d\d \d{4} [\d:]{8} GMT[+-]\d{4}/.test(value))
    ? `try_strptime(left(v, 33), '%a %b %d %Y %H:%M:%S GMT%z'), `
    : '';
  const fast = formats.length > 0 ? `try_strptime(v, [${formats.map(literal).join(', ')}])::TIMESTAMPTZ, ` : '';
  const zones = zonesIn(values, zone);
  const offsets = [...zones].map(([name, offset]) => `WHEN ${literal(name)} THEN ${literal(offset)}`).join(' ');
  const clock = parted(
    timeWith([...zones.keys()]),
    ['h', 'm', 's', 'p', 'z'],
    `(CASE lower(left(p.p, 1)) WHEN 'p' THEN p.h::INTEGER % 12 + 12 WHEN 'a' THEN p.h::INTEGER % 12 ELSE p.h::INTEGER END)::VARCHAR
      || ':' || p.m || ':' || CASE p.s WHEN '' THEN '00' ELSE p.s END
      || CASE p.z ${offsets} ELSE regexp_replace(p.z, '^(...)(..)$', '\\1:\\2') END`,
  );
  const regular = `try_cast(written_day(v) || ' ' || written_time(v) AS TIMESTAMPTZ), `;
  return [
    `CREATE TYPE month_name AS ENUM (${places.map(literal).join(', ')})`,
    `CREATE TEMP MACRO month_number(name) AS (enum_code(try_cast(lower(name) AS month_name)) // ${width} + 1)::VARCHAR`,
    `CREATE TEMP MACRO iso_day(y, m, d) AS CASE length(y) WHEN 2 THEN '20' || y ELSE y END || '-' || lpad(m, 2, '0') || '-' || lpad(d, 2, '0')`,
    `CREATE TEMP MACRO written_day(v) AS coalesce(
      ${['NULL', ...written].join(',\n      ')})`,
    `CREATE TEMP MACRO written_time(v) AS coalesce(${clock}, CASE WHEN regexp_matches(v, ${literal(dayOnly)}) THEN '0:00:00' END)`,
    `CREATE OR REPLACE TEMP MACRO moment(v) AS coalesce(${script}${fast}${written.length > 0 ? regular : ''}plain_moment(v), other_moment(v))`,
  ];
}

/** The short names of zones that some times end with, and their offsets. */
function zonesIn(values: readonly string[], zone: string): Map<string, string> {
  const names = new Set([
    'Z',
    'UTC',
    'GMT',
    ...values.flatMap((value) => /\s([A-Z]{3,4})$/.exec(value.trim())?.[1] ?? []),
  ]);
  return new Map(
    [...names].flatMap((name) => {
      const offset = offsetOfZone(name, zone);
      return offset === undefined ? [] : [[name, offset] as const];
    }),
  );
}
