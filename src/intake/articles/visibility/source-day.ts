import { addDays } from '#kb/values/day.ts';

/** A moment in front matter or an export, as days that are safe whatever was meant. */
export interface SourceDay {
  /** `YYYY-MM-DD`. Something that starts at the moment has started at the beginning of this day. */
  from: string;
  /** `YYYY-MM-DD`. Something that ends at the moment has not ended at the beginning of this day. */
  until: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

function only(day: string | undefined): SourceDay | undefined {
  return day === undefined ? undefined : { from: day, until: day };
}

function moment(time: number): SourceDay | undefined {
  if (!Number.isFinite(time) || Math.abs(time) > 8e15) return undefined;
  const text = new Date(time).toISOString();
  const day = text.slice(0, 10);
  if (!/^\d{4}-/.test(day)) return undefined;
  // The site changes once a day, so what starts at noon starts the day after.
  return { from: text.slice(11, 19) === '00:00:00' ? day : addDays(day, 1), until: day };
}

/** `12/01/2026` and `01.12.2026`: day and month in either order, unless one of them can't be a month. */
function slashed(first: number, second: number, year: number, dayFirst: boolean): SourceDay | undefined {
  const days = [dayOf(year, second, first), ...(dayFirst ? [] : [dayOf(year, first, second)])].filter(
    (day) => day !== undefined,
  );
  const sorted = days.sort();
  const [until] = sorted;
  const from = sorted.at(-1);
  return until === undefined || from === undefined ? undefined : { from, until };
}

/** Reads a date or a moment as people, generators and help desks write it; nothing if it isn't one. */
export function readSourceDay(written: string): SourceDay | undefined {
  const text = written.trim();
  if (/^\d{10}$/.test(text)) return moment(Number(text) * 1000);
  if (/^\d{13}$/.test(text)) return moment(Number(text));
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}:\d{2}.*))?$/i.exec(text);
  if (iso) {
    const day = dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    if (day === undefined || iso[4] === undefined) return only(day);
    const [, time = '', zone = ''] = /^([\d:.,]+)\s*(.*)$/.exec(iso[4]) ?? [];
    const offset = zone.replace(/^(?:UTC|GMT)$/i, 'Z').replace(/^([+-]\d{2}):?(\d{2})?$/, (_all, hours, minutes) => {
      return `${hours}:${minutes ?? '00'}`;
    });
    const exact = moment(
      Date.parse(`${day}T${time.padStart(time.indexOf(':') === 1 ? time.length + 1 : 0, '0')}${offset || 'Z'}`),
    );
    // A time zone in words can be either side of midnight.
    return exact ?? { from: addDays(day, 2), until: addDays(day, -1) };
  }
  const parts = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b/.exec(text);
  if (parts) return slashed(Number(parts[1]), Number(parts[3]), Number(parts[4]), parts[2] === '.');
  const words =
    /^(?:\p{L}+,?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+(\p{L}{3,})\.?,?\s+(\d{4})|(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}))\b/iu.exec(
      text,
    );
  if (!words) return undefined;
  const month = MONTHS.indexOf((words[2] ?? words[4] ?? '').slice(0, 3).toLowerCase()) + 1;
  const day = month === 0 ? undefined : dayOf(Number(words[3] ?? words[6]), month, Number(words[1] ?? words[5]));
  // A time after it can be in any zone.
  return day === undefined ? undefined : { from: /\d:\d/.test(text) ? addDays(day, 2) : day, until: day };
}
