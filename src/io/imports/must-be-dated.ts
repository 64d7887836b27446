import type { CountedTickets } from '#kb/tickets/imports/imported-tickets.ts';
import { ExportError } from './export-error.ts';

/**
 * A larger share of tickets without a readable date means that a format isn't known, so all counts would be too small. A
 * few are rows that people added, unless they are most of a small export.
 */
const MOST_UNREAD = 0.1;
const FEW_UNREAD = 4;

/**
 * @param readable tickets that are counted
 * @param otherwise what to do besides naming another column
 * @throws ExportError if too many tickets have no readable date
 */
export function mustBeDated(
  place: string,
  { noDate, unread, wrongDates, readFrom }: Pick<CountedTickets, 'noDate' | 'unread' | 'wrongDates' | 'readFrom'>,
  readable: number,
  otherwise = "write dates like 2026-11-15 10:30 in the export and delete rows that aren't tickets",
): void {
  const examples = [...(unread?.examples ?? []).map((value) => `"${value}"`), ...(unread?.empty ? ['empty'] : [])];
  const isMany = noDate > FEW_UNREAD && noDate > (noDate + readable) * MOST_UNREAD;
  if (isMany || noDate > readable)
    throw new ExportError(
      `${place}: ${noDate} of ${noDate + readable} tickets have no valid date in "${readFrom.created}"${examples.length > 0 ? `, such as ${examples.join(', ')}` : ''}.\n` +
        `  Set "created:" in tickets.yaml to another column, or ${otherwise}.`,
    );
  const [wrong] = wrongDates?.opened ?? [];
  if (readable === 0 && wrong)
    throw new ExportError(
      `${place}: All tickets are dated in the future or many years ago in "${readFrom.created}", such as ${wrong.day}.\n  Set "created:" in tickets.yaml to the column with the day a ticket was opened.`,
    );
}
