import type { DateOrder } from '#kb/tickets/records/ticket-sources.ts';
import { compareText } from '#kb/values/text.ts';
import type { TimeWords } from './time-words.ts';
import type { OrderSeen } from './written-day.ts';
import { printWrittenTime, type WrittenTime, writtenTimes } from './written-time.ts';

/** A column that holds dates, as a sample of the tickets shows. */
export interface DateColumn {
  name: string;
  /** The share of the tickets with a date in it, from 0 to 1. */
  filled: number;
  example: string;
  /** `YYYY-MM-DD` */
  first: string;
  last: string;
}

/** A column counts as one of dates if so many of its values are. */
const MOST = 0.8;
/** Columns whose names say that they hold another time. */
const otherTime =
  /due|deadline|sla|clos|resol|solv|updat|modif|chang|last|latest|first|respon|repl|assign|snooz|expir|end|escal|frist|fällig|geschloss|gelöst|aktualis|änder|letzt|antwort|échéan|clôtur|ferm|résol|dernièr|répons|venc|cerra|cierr|resuel|últim|actualiz|fecha(?:do|mento)|scaden|chius|risol|ultim|aggiorn|vervald|geslot|opgelost|laatst|bijgewerkt|erä|sulj|ratkais|viimek|päivitet|förfall|stäng|löst|senast|uppdat|termin|zamkn|rozw|aktual|срок|закры|реш|обнов|مهلت|سررسید|بسته|آخرین|期限|更新|完了|解決|最終|截止|关闭|解决/iu;
const namedTime =
  /date|time|datum|zeit|fecha|heure|data|ora|tijd|päivä|aika|dato|tid|vrijeme|czas|дата|время|تاریخ|日|时间|(?:\b|_|[a-z])(?:at|on)$|At$|On$/u;

/**
 * The columns that hold dates, the likeliest to be the day of opening first: one that isn't named like another time, that
 * almost all tickets have, and whose dates are the earliest.
 *
 * @param rows a sample of the tickets, with a value for each name
 */
export function dateColumns(
  names: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  reading: { words: TimeWords; zone: string; order: DateOrder | undefined },
): DateColumn[] {
  const columns = names.flatMap((name, place) => {
    const values = rows.map((row) => row[place]?.trim() ?? '').filter((value) => value !== '');
    const times = values.length === 0 || !canBeDates(name, values) ? [] : readAll(values, reading);
    if (times.length === 0 || times.length < values.length * MOST) return [];
    const days = times.map(({ day }) => day).sort(compareText);
    const [{ value: example = '' } = {}] = times;
    const mean = days.reduce((sum, day) => sum + Date.parse(day), 0) / days.length;
    const column = { name, filled: times.length / rows.length, example, first: days[0] ?? '', last: days.at(-1) ?? '' };
    return [{ column, mean, other: otherTime.test(name) }];
  });
  return columns
    .sort(
      (a, b) =>
        Number(a.other) - Number(b.other) ||
        Number(b.column.filled > 0.9) - Number(a.column.filled > 0.9) ||
        a.mean - b.mean,
    )
    .map(({ column }) => column);
}

/** Numbers are dates only where a name says so: ids and amounts look like Unix or Excel times. */
function canBeDates(name: string, values: readonly string[]): boolean {
  return namedTime.test(name) || !values.every((value) => /^\d+(?:[.,]\d+)?$/.test(value));
}

function readAll(values: readonly string[], { words, zone, order }: Parameters<typeof dateColumns>[2]) {
  const seen: OrderSeen = { first: 0, second: 0, unordered: false };
  const open = writtenTimes({ words, zone, order }, seen);
  for (const value of values) open(value);
  const decided = order ?? (seen.second > 12 && seen.first <= 12 ? 'month-first' : 'day-first');
  const read = writtenTimes({ words, zone, order: decided });
  return values.flatMap((value) => {
    const time = read(value);
    return time && isLikely(time) ? [{ value, day: printWrittenTime(time).slice(0, 10) }] : [];
  });
}

function isLikely({ day }: WrittenTime): boolean {
  return day.year >= 1990 && day.year < 2100;
}
