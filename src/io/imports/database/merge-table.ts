import type { CountedTickets } from '#kb/tickets/imports/imported-tickets.ts';
import { withoutMisdated } from '#kb/tickets/imports/misdated-days.ts';
import { compareText } from '#kb/values/text.ts';
import { type MergedTickets, type MergeInput, mergeDays } from '../merge-tickets.ts';

/**
 * The counts of a source after those of a table in a database, of which only the numbers of tickets per day are known.
 *
 * @param since the day of the earliest change, if the table has times of change
 * @throws KindUnclear
 */
export function mergeTable(
  counted: CountedTickets,
  since: string | undefined,
  found: Pick<MergeInput, 'old' | 'today' | 'told' | 'paths'>,
): Pick<MergedTickets, 'counts' | 'comparison'> {
  const { kept, misdated } = withoutMisdated(found.old, counted.counts, found.today);
  const days = counted.counts.map(({ day }) => day).sort(compareText);
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const input = { ...found, old: kept, misdated, oldLinks: { links: [], startedOn: [] } };
  return mergeDays({ ...counted, ids: false }, since !== undefined, { first, last, since: since ?? first }, input);
}
