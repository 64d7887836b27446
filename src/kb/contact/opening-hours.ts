import { addDays } from '../values/day.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Clock times such as `9:00`; `24:00` is the end of the day. */
export interface Hours {
  days: readonly (typeof weekdays)[number][];
  from: string;
  to: string;
}

/** When someone answers, in the company's time zone. */
export interface OpeningHours {
  hours: readonly Hours[];
  /** An IANA time zone such as `Europe/Helsinki`. */
  timeZone: string;
  /** Days when no one answers, as `YYYY-MM-DD`. */
  closed: readonly string[];
}

/** Both ends in milliseconds since 1970. */
interface Span {
  from: number;
  to: number;
}

export type OpeningState = { open: true; until: number } | { open: false; from: number } | undefined;

// In days. A team that is away for longer should not promise hours.
const LOOKAHEAD_DAYS = 60;

/** The minutes of a clock time since midnight. */
export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Whether someone answers now, and until when or from when; `undefined` if no opening is near. */
export function openingState(opening: OpeningHours, now: number): OpeningState {
  const clock = zoneClock(opening.timeZone);
  // A span that started yesterday may end today.
  const spans = joined(spansOf(opening, clock, addDays(clock.dayAt(now), -1), LOOKAHEAD_DAYS, opening.closed));
  const next = spans.find(({ to }) => to > now);
  if (!next) return undefined;
  return next.from <= now ? { open: true, until: next.to } : { open: false, from: next.from };
}

/**
 * The hours of an ordinary week, with consecutive days grouped if they have the same hours.
 *
 * @param day any day of the week to show, `YYYY-MM-DD`: daylight saving time starts on different days around the world
 * @param shownIn the time zone to show them in
 */
export function weekLines(
  opening: OpeningHours,
  locale: string,
  day: string,
  shownIn: string,
): { days: string; times: string }[] {
  const clock = zoneClock(opening.timeZone);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: shownIn });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const shown = zoneClock(shownIn);
  const byDay = new Map<number, string[]>();
  for (const { from, to } of spansOf(opening, clock, addDays(day, -weekdayOf(day)), 7, [])) {
    const on = weekdayOf(shown.dayAt(from));
    byDay.set(on, [...(byDay.get(on) ?? []), `${time.format(from)}–${time.format(to)}`]);
  }
  const lines: { first: number; last: number; times: string }[] = [];
  for (const [on, all] of [...byDay].sort(([a], [b]) => a - b)) {
    const times = all.join(', ');
    const before = lines.at(-1);
    if (before?.last === on - 1 && before.times === times) before.last = on;
    else lines.push({ first: on, last: on, times });
  }
  // 1 January 2024 was a Monday.
  const name = (on: number) => weekday.format(Date.UTC(2024, 0, 1 + on));
  return lines.map(({ first, last, times }) => ({
    days: first === last ? name(first) : `${name(first)}–${name(last)}`,
    times,
  }));
}

/** 0 for Monday to 6 for Sunday. */
function weekdayOf(day: string): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}

function spansOf({ hours }: OpeningHours, clock: ZoneClock, first: string, count: number, closed: readonly string[]) {
  const days = Array.from({ length: count }, (_, index) => addDays(first, index));
  return days
    .filter((day) => !closed.includes(day))
    .flatMap((day): Span[] =>
      hours
        .filter((one) => one.days.some((name) => weekdays.indexOf(name) === weekdayOf(day)))
        .map(({ from, to }) => ({
          from: clock.instantOf(day, minutesOf(from)),
          to: clock.instantOf(day, minutesOf(to)),
        })),
    )
    .sort((a, b) => a.from - b.from);
}

/** Merges spans that touch or overlap. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const before = all.at(-1);
    if (before && span.from <= before.to) before.to = Math.max(before.to, span.to);
    else all.push({ ...span });
  }
  return all;
}

interface ZoneClock {
  /** The local day, `YYYY-MM-DD`. */
  dayAt(instant: number): string;
  /** When the local clocks show a time. A time that daylight saving skips counts as if it were not skipped. */
  instantOf(day: string, minutes: number): number;
}

function zoneClock(timeZone: string): ZoneClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  /** The local clock time, read as if it were UTC. */
  const shownAt = (instant: number) => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    return Date.parse(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}Z`);
  };
  return {
    dayAt: (instant) => new Date(shownAt(instant)).toISOString().slice(0, 10),
    instantOf(day, minutes) {
      const shown = Date.parse(day) + minutes * 60_000;
      // The offset from UTC depends on the instant, so it is computed again for the instant that the first offset gives.
      const near = shown - (shownAt(shown) - shown);
      return shown - (shownAt(near) - near);
    },
  };
}
