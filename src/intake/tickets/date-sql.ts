import { leftOutReasons } from '#kb/tickets/imports/left-out.ts';
import { literal, type Sql } from './sql.ts';

/** The days on which tickets were opened, and how many: of all versions, or of those that were kept. */
export function openedDays(from: 'tickets' | 'kept'): Sql {
  return `SELECT strftime(day, '%Y-%m-%d') AS day, count(*)::INTEGER AS tickets FROM ${from}
    WHERE day IS NOT NULL AND left_out = 0 GROUP BY ALL ORDER BY ALL`;
}

/** Leaves out the tickets of days that can't be right. */
export function markMisdated(days: readonly string[]): Sql[] {
  const code = leftOutReasons.indexOf('misdated') + 1;
  const list = days.map((day) => `DATE ${literal(day)}`).join(', ');
  return ['tickets', 'newest'].map(
    (table) => `UPDATE ${table} SET left_out = ${code}, day = NULL WHERE left_out = 0 AND day IN (${list})`,
  );
}

/** One row: how many tickets were last changed after a day, and one of those times. */
export function changedAfter(day: string): Sql {
  return `SELECT count(*)::INTEGER AS tickets, strftime(to_timestamp(max(changed))::DATE, '%Y-%m-%d') AS last FROM tickets
    WHERE changed > epoch(TIMESTAMP ${literal(day)}) + 86400`;
}

/** Takes the opening for the last change if that is after a day. */
export function resetChanges(day: string): Sql {
  return `UPDATE tickets SET changed = coalesce(try_cast(epoch(day::TIMESTAMP) AS UINTEGER), 0) WHERE changed > epoch(TIMESTAMP ${literal(day)}) + 86400`;
}

/** Some of the values that can't be read as a time. */
export function unreadTimes(time: Sql, from: Sql): Sql {
  return `SELECT v, count(*)::INTEGER AS tickets FROM (SELECT bare(${time}) AS v FROM ${from} WHERE moment(${time}) IS NULL LIMIT 10000)
    GROUP BY ALL ORDER BY tickets DESC, v LIMIT 200`;
}
