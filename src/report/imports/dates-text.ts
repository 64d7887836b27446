import type { ImportedTickets } from '#kb/tickets/imports/imported-tickets.ts';
import type { MisdatedWhy } from '#kb/tickets/imports/misdated-days.ts';
import { count, formatNumber } from '../layout/numbers.ts';

const why: Readonly<Record<MisdatedWhy, (tickets: string) => string>> = {
  future: (tickets) => `${tickets} dated after tomorrow`,
  far: (tickets) => `${tickets} dated far from all others`,
};

/** The dates that were left out, each reason with an example and what to do. */
export function dateLines({ noDate, unread, wrongDates, readFrom }: ImportedTickets): string[] {
  const lines: string[] = [];
  const values = (unread?.examples ?? []).map((value) => `"${value}"`);
  if (noDate > 0 && values.length > 0)
    lines.push(`No date could be read in "${readFrom.created}" from values such as: ${values.join(', ')}.`);
  if (noDate > 0 && unread?.empty) lines.push(`"${readFrom.created}" is empty in some tickets without a date.`);
  for (const reason of ['future', 'far'] as const) {
    const days = (wrongDates?.opened ?? []).filter((one) => one.why === reason);
    const [first] = days;
    if (!first) continue;
    const tickets = days.reduce((sum, one) => sum + one.tickets, 0);
    lines.push(
      `Not counted: ${why[reason](count(tickets, 'ticket'))}, such as ${first.day}. If it's a typo, correct it in the help desk and import again.`,
    );
  }
  if (wrongDates?.changed)
    lines.push(
      `${formatNumber(wrongDates.changed.tickets)} with a last change after tomorrow, such as ${wrongDates.changed.example}: the day it was opened was used instead.`,
    );
  return lines;
}

/** From which columns the fields of a ticket were read. */
export function sourceLines({ readFrom, outcome, times, source }: ImportedTickets): string[] {
  const { created, id, updated, requester, locale } = readFrom;
  const closed = outcome?.closed?.place.replace(/^column:/, '');
  const fields = [
    ['day', created],
    ['id', id],
    ['last change', updated],
    ['customer', requester],
    ['language', locale],
    ['closed', closed],
  ] as const;
  const found = fields.flatMap(([field, column]) => (column ? [`${field} "${column}"`] : []));
  const missing = fields.flatMap(([field, column]) => (column ? [] : [field]));
  return [
    `Columns read: ${found.join(', ')}.${missing.length > 0 ? ` Not found: ${missing.join(', ')}.` : ''}`,
    ...(times
      ? [
          `Times without a time zone were read as ${times}. To change that, set "times:" for "${source}" in tickets.yaml.`,
        ]
      : []),
    '',
  ];
}
