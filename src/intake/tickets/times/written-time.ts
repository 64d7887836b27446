import { westernDigits } from '#kb/values/digits.ts';
import { type Day, isRealDay } from './calendars.ts';
import { type TimeWords, timeWord } from './time-words.ts';
import { dayIn, dayNamed, type FoundDay, type OrderSeen, type TimeReading, UNORDERED } from './written-day.ts';
import { printOffset } from './zones.ts';

type FindDay = (text: string, zoned: boolean) => FoundDay | typeof UNORDERED | undefined;

/** A time as it was written: a day, the time of it, and the offset from UTC if it has its own. */
export interface WrittenTime {
  day: Day;
  /** `21:30:00`; `undefined` for a day alone. */
  time: string | undefined;
  /** `+02:00`, or the name of a zone. */
  zone: string | undefined;
}

/** Days from the first of Excel to 1970. */
const EXCEL_EPOCH = 25_569;
const DAY_MS = 86_400_000;

/** Different days to remember: most tickets share theirs with many others. */
const REMEMBERED = 20_000;

/**
 * Reads times in any way that people or desks write them, apart from ISO 8601 and Unix seconds, which the database
 * reads itself. What it gives is `undefined` for a text that isn't a time.
 */
export function writtenTimes(reading: TimeReading, seen?: OrderSeen): (text: string) => WrittenTime | undefined {
  const found = new Map<string, FoundDay | typeof UNORDERED | undefined>();
  const findDay: FindDay = (text, zoned) => {
    const key = zoned ? text : `${text}+`;
    if (found.has(key)) return found.get(key);
    const day = dayIn(text, reading, zoned, seen);
    if (found.size < REMEMBERED) found.set(key, day);
    return day;
  };
  return (text) => {
    const clean = cleaned(text);
    if (clean.length === 0 || clean.length > 100) return undefined;
    const number = /^[\d.,]+$/.test(clean) ? numberTime(clean) : undefined;
    if (number) return number;
    const compact = compactPattern.exec(clean);
    if (compact) return compactTime(compact);
    const time = sentenceTime(clean, reading.words, findDay);
    if (time === UNORDERED && seen) seen.unordered = true;
    return time === UNORDERED ? undefined : time;
  };
}

const compactPattern =
  /^(\d{4})-?(\d\d)-?(\d\d)[t ]?(\d\d)(\d\d)(\d\d)?(?:[.,]\d+)?\s*(z|utc|gmt|[+-]\d\d(?::?\d\d)?)?$/i;

/** As a text that the database reads; a day alone is its first moment. */
export function printWrittenTime({ day, time = '00:00:00', zone }: WrittenTime): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const date = `${String(day.year).padStart(4, '0')}-${two(day.month)}-${two(day.day)} ${time}`;
  return zone === undefined ? date : `${date}${/^[+-]/.test(zone) ? '' : ' '}${zone}`;
}

function cleaned(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII.
  const plain = /^[\x00-\x7f]*$/.test(text) ? text : westernDigits(text.normalize('NFKC'));
  return (
    plain
      .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
      .replace(/^\{\s*"\$date"\s*:\s*"?|"?\s*\}$|^\/Date\(|(?:[+-]\d{4})?\)\/$/g, '')
      // Excel's sign for text, DB2's signs in a time, and the zone that Java writes after the offset.
      .replace(/^'/, '')
      .replace(/^(\d{4}-\d\d-\d\d)-(\d\d)\.(\d\d)\.(\d\d)(?:\.\d+)?$/, '$1 $2:$3:$4')
      .replace(/(?<=\d(?:z|[+-]\d\d:?\d\d))\[[^\]]*\]$/i, '')
      .replace(/[،,]\s/g, ' ')
      .replace(/[\s_]+/g, ' ')
      .replace(/[−–]/g, '-')
      .trim()
  );
}

/** Days since 1900 as Excel counts them, dates without separators, and Unix time in any unit. */
function numberTime(text: string): WrittenTime | undefined {
  const [whole = '', part = ''] = text.split(/[.,]/);
  const seconds = { 9: 1, 10: 1, 12: 1e3, 13: 1e3, 15: 1e6, 16: 1e6, 18: 1e9, 19: 1e9 }[whole.length];
  if (/^\d{5}$/.test(whole) && /^\d{5}(?:[.,]\d*)?$/.test(text)) {
    const at = (Number(whole) - EXCEL_EPOCH) * DAY_MS + Math.round(Number(`0.${part || 0}`) * 86_400) * 1000;
    return inUtc(at, part !== '', undefined);
  }
  if (/^(?:19|20)\d{6}$|^(?:19|20)\d{10}(?:\d\d(?:\d{3})?)?$/.test(text)) {
    const [, y = '', m = '', d = '', hour, minute = '00', second = '00'] =
      /^(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?/.exec(text) ?? [];
    const found = { day: dayNamed(y, m, d), time: hour && clock(hour, minute, second, undefined), zone: undefined };
    if (isRealDay(found.day) && (hour === undefined || found.time !== undefined)) return found;
  }
  if (seconds === undefined || !/^\d+(?:[.,]\d*)?$/.test(text)) return undefined;
  return inUtc((Number(whole) / seconds) * 1000, true, '+00:00');
}

function inUtc(at: number, timed: boolean, zone: string | undefined): WrittenTime | undefined {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return undefined;
  const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  return { day, time: timed ? date.toISOString().slice(11, 19) : undefined, zone };
}

function compactTime([, y = '', m = '', d = '', hour = '', minute = '', second = '00', zone]: RegExpExecArray) {
  const day = dayNamed(y, m, d);
  const time = clock(hour, minute, second, undefined);
  if (!isRealDay(day) || time === undefined) return undefined;
  return { day, time, zone: zone && (/^[+-]/.test(zone) ? offsetNumber(zone) : '+00:00') };
}

const timePattern =
  /(?<![\d.+-])(\d{1,2})\s?(?::|h|時|时|點|点|시|นาฬิกา)\s?(\d\d?)\s?(?:(?::|分|분|นาที|m|min)\s?(\d\d?)(?:[.,]\d+)?\s?(?:秒|초|วินาที|s)?)?(?:분|分|นาที)?(?![\d:])/u;
const dotTime = /(?<=[\s,t])(\d{1,2})\.(\d\d)(?:\.(\d\d)(?:[.,]\d+)?)?(?=$|\s)(?!\s?\d)/;
const hourTime = /(?<![\d.:/-])(\d{1,2})\s?(?=[ap]\.?\s?m\b)/;
const offsetPattern = /^\s*(?:utc|gmt|z)?\s?([+-]\d{1,2}(?::?\d\d)?)(?!\d|[-/.]\d)/;

/** A date and perhaps a time of day, in any order and with words between. */
function sentenceTime(text: string, words: TimeWords, findDay: FindDay): WrittenTime | typeof UNORDERED | undefined {
  let rest = ` ${text.toLowerCase()} `;
  let zone: string | undefined;
  // "(Eastern European Standard Time)" only repeats the offset before it, while "(UTC)" is all there is.
  rest = rest.replace(/[([]([^)\]]*)[)\]]/g, (_, inside: string) =>
    /^[a-z]{1,5}$/.test(inside) ? ` ${inside} ` : inside.includes('/') ? ` ${inside} ` : ' ',
  );
  rest = rest.replace(/(?<=\s)([a-z]+(?:\/[a-z_+-]+)+)(?=\s)/, (name) => {
    zone = zoneName(name);
    return zone === undefined ? name : ' ';
  });
  const at = timePattern.exec(rest) ?? dotTime.exec(rest) ?? hourTime.exec(rest);
  let time: string | undefined;
  if (at) {
    let before = rest.slice(0, at.index);
    let after = rest.slice(at.index + at[0].length);
    const offset = offsetPattern.exec(after);
    if (offset) {
      // "+02:00[Europe/Berlin]" says the same twice.
      zone = offsetNumber(offset[1] ?? '');
      after = after.slice(offset[0].length);
    }
    const half = halfIn(after, words, 'start') ?? halfIn(before, words, 'end');
    if (half?.at === 'start') after = after.slice(half.length);
    if (half?.at === 'end') before = before.slice(0, -half.length);
    const late = offsetPattern.exec(after);
    if (half && late && !offset) {
      zone = offsetNumber(late[1] ?? '');
      after = after.slice(late[0].length);
    }
    time = clock(at[1] ?? '', at[2] ?? '00', at[3] ?? '00', half?.half);
    if (time === undefined) return undefined;
    rest = `${before.replace(/(?<=\d)t$/, ' ')} ${after}`;
  }
  const found = findDay(rest.trim(), zone === undefined);
  if (found === undefined || found === UNORDERED) return found;
  return { day: found.day, time, zone: time === undefined ? undefined : (zone ?? found.zone) };
}

function halfIn(text: string, { halves }: TimeWords, at: 'start' | 'end') {
  const near =
    at === 'start'
      ? /^[\s:]*((?:[\p{L}\p{M}\u200c]\.?\s?){1,3}|[\p{L}\p{M}\u200c.]+)(?=[\s\d+-]|$)/u
      : /(?:^|\s)([\p{L}\p{M}\u200c.]+)\s*$/u;
  const [all, word] = near.exec(text) ?? [];
  if (all === undefined || word === undefined) return undefined;
  const key = timeWord(word).replace(/\u200c/g, '');
  const half = halves.find(([one]) => one === key)?.[1];
  return half && { half, length: all.length, at };
}

function clock(hour: string, minute: string, second: string, half: 'am' | 'pm' | undefined): string | undefined {
  const twelve = half !== undefined && Number(hour) <= 12;
  const hours = twelve ? (Number(hour) % 12) + (half === 'pm' ? 12 : 0) : Number(hour);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(hours)}:${two(Number(minute))}:${two(Math.min(59, Number(second)))}`;
}

function offsetNumber(text: string): string {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{1,2}):?(\d\d)?$/.exec(text) ?? [];
  return printOffset((sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)));
}

function zoneName(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
