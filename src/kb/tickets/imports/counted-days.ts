import { type DailyCount, type DayRule, rulesOfSpan } from '../records/tickets.ts';
import type { ExportKind, KnownDay } from './export-kind.ts';

type Row = Omit<DailyCount, 'category'> & { category?: string; articles?: readonly string[] };

/**
 * The days whose counts are not those of the ledger: they come from an earlier version, from another machine, or were
 * changed by hand. For these days the counts are right, and the ledger doesn't have all tickets.
 */
export function unownedDays(counts: readonly Row[], ledger: readonly Row[]): Set<string> {
  const [a, b] = [byDay(counts), byDay(ledger)];
  return new Set([...a.keys(), ...b.keys()].filter((day) => !isSame(a.get(day), b.get(day))));
}

function byDay(rows: readonly Row[]): Map<string, string[]> {
  const days = new Map<string, string[]>();
  for (const { day, locale, category, articles, tickets, closed, rated, satisfied } of rows) {
    const line = JSON.stringify([locale, category ?? articles, tickets, closed ?? -1, rated ?? -1, satisfied ?? -1]);
    const lines = days.get(day);
    if (lines) lines.push(line);
    else days.set(day, [line]);
  }
  return days;
}

function isSame(a: string[] = [], b: string[] = []): boolean {
  return a.length === b.length && a.sort().join('\n') === b.sort().join('\n');
}

export interface CountedSpan {
  unowned: ReadonlySet<string>;
  /** The first and last day of the export. */
  first: string;
  last: string;
  /** The day of the earliest change in the export; tickets of earlier days were perhaps not changed since. */
  since: string;
}

/** How many tickets of the unowned days an export lacks, judged by their numbers. */
export function knownFromCounts(
  old: readonly DailyCount[],
  fresh: readonly DailyCount[],
  { unowned, first, last, since }: CountedSpan,
): KnownDay[] {
  const exported = sumsByDay(fresh);
  const days = [...sumsByDay(old)].filter(([day]) => unowned.has(day) && day > first && day < last);
  const none = { known: 0, missing: 0 };
  return days.map(([day, known]) => {
    const tickets = { known, missing: Math.max(0, known - (exported.get(day) ?? 0)) };
    const isBefore = day <= since;
    return { day, before: isBefore ? tickets : none, since: isBefore ? none : tickets, later: none };
  });
}

function sumsByDay(counts: readonly DailyCount[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { day, tickets } of counts) sums.set(day, (sums.get(day) ?? 0) + tickets);
  return sums;
}

export interface DayRulesOptions {
  kind: ExportKind;
  unowned: ReadonlySet<string>;
  /** The counts of the export alone. */
  fresh: readonly DailyCount[];
  /** The day of the earliest change in the export. */
  since: string;
}

/**
 * Which counts hold for each day: those from before, or those of the ledger after the export.
 *
 * The ledger is right for its own days. For the others, it is right if the export has all tickets of the day. An export of
 * what was changed since a moment has all tickets opened after it.
 */
export function dayRules({ kind, unowned, fresh, since }: DayRulesOptions): (day: string) => DayRule {
  const ofSpan = rulesOfSpan(fresh);
  return (day) => {
    if (!unowned.has(day)) return 'fresh';
    if (kind === 'some' || (kind === 'changed' && day < since)) return 'old';
    const rule = ofSpan(day);
    return kind === 'changed' && day === since && rule === 'fresh' ? 'larger' : rule;
  };
}
