import { addDays } from './day.ts';

/** A run of days, both ends included, `YYYY-MM-DD`. */
export interface Span {
  from: string;
  to: string;
}

/** A value for the window of the report, and for the window before it. */
export interface NowAndBefore<T> {
  now: T;
  before: T;
}

/** @param until the last day of the window, `YYYY-MM-DD` */
export function windowsUntil(until: string, windowDays: number): NowAndBefore<Span> {
  const from = addDays(until, 1 - windowDays);
  return { now: { from, to: until }, before: { from: addDays(from, -windowDays), to: addDays(from, -1) } };
}

export function measureBoth<T>({ now, before }: NowAndBefore<Span>, measure: (span: Span) => T): NowAndBefore<T> {
  return { now: measure(now), before: measure(before) };
}

export function within<T extends { day: string }>(rows: readonly T[], { from, to }: Span): T[] {
  return rows.filter(({ day }) => day >= from && day <= to);
}
