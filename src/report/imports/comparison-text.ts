import type { ImportComparison } from '#kb/tickets/imports/imported-tickets.ts';
import { count, formatNumber } from '../layout/numbers.ts';

/** Above this share of the known tickets, the import asks to check whether they are really gone. */
const MANY_REMOVED = 0.05;

/** What an export was taken for, why, and what it changed. */
export function comparisonLines(comparison: ImportComparison, days: { first: string; last: string }): string[] {
  const { added, changed, removed, unchanged, older, known, unowned } = comparison;
  // With nothing to compare, what was counted says it all.
  const { dropped } = comparison;
  const isNews = unowned.tickets + dropped.length > 0 || comparison.problem !== undefined;
  if (comparison.kind === 'first' && changed + unchanged + older === 0 && !isNews) return [];
  const parts = [
    `${formatNumber(added)} added`,
    `${formatNumber(changed)} changed`,
    `${formatNumber(removed)} removed`,
    `${formatNumber(unchanged)} unchanged`,
    ...(older > 0 ? [`${formatNumber(older)} older than what is known`] : []),
  ];
  return [
    '',
    kindText(comparison, days),
    ...(comparison.ids ? [`Compared with earlier imports: ${parts.join(', ')}.`] : []),
    ...(removed > Math.max(2, known * MANY_REMOVED)
      ? [
          `Check this: ${count(removed, 'ticket')} ${removed === 1 ? 'was' : 'were'} removed. If they still exist, import an export that has them.`,
        ]
      : []),
    ...(unowned.tickets > 0 ? [unownedText(comparison)] : []),
    ...(dropped.length > 0 ? [droppedText(dropped)] : []),
    ...(comparison.problem ? [problems[comparison.problem]] : []),
  ];
}

function kindText(
  { kind, told, known, missing, since, changed, unchanged, older }: ImportComparison,
  days: { first: string; last: string },
) {
  const span = days.first === days.last ? days.first : `${days.first} to ${days.last}`;
  const lacks = `${formatNumber(missing)} of the ${count(known, 'known ticket')} of these days`;
  if (kind === 'full')
    return `Taken as all tickets opened from ${span}${told ? ', as --full says' : ''}: ${
      known === 0
        ? 'none is known of the days between.'
        : `it has ${formatNumber(known - missing)} of the ${count(known, 'known ticket')} of the days between.`
    }`;
  if (kind === 'changed')
    return `Taken as the tickets changed since ${since}: ${lacks} are missing, and they were last changed before. None is removed.`;
  if (kind === 'some' && told) return 'Taken as some of the tickets, as --changed says. None is removed.';
  if (kind === 'some')
    return `Taken as some of the tickets: ${lacks} are missing, whenever they were changed. None is removed.`;
  return changed + unchanged + older === 0
    ? 'No earlier import has tickets of the days between its first and its last.'
    : 'The export has too few days to show whether tickets are missing. None is removed.';
}

function unownedText({ unowned: { tickets, days, last }, ids }: ImportComparison): string {
  const why = ids
    ? 'Their tickets are not in the local ledger (tickets/.ledger)'
    : 'Not all tickets of these days are here';
  return (
    `Not counted: ${count(tickets, 'ticket')} of ${count(days, 'day')} up to ${last}. ${why},\n` +
    'so the counts of these days stay as they are. To update them, import all their tickets.'
  );
}

function droppedText(dropped: ImportComparison['dropped']): string {
  const tickets = dropped.reduce((sum, day) => sum + day.tickets, 0);
  return `No longer counted: ${count(tickets, 'ticket')} of earlier imports with a date out of line, such as ${dropped[0]?.day}.`;
}

const problems = {
  damaged: 'The local ledger (tickets/.ledger) was damaged and was started again.',
  foreign: 'The local ledger (tickets/.ledger) was made with another key or version and was started again.',
  newer: 'The local ledger (tickets/.ledger) was made by a newer version of Ohje and was started again.',
};
