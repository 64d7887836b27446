import type { ImportedTickets } from '#kb/tickets/imports/imported-tickets.ts';
import { type LeftOutExample, type LeftOutReason, leftOutReasons } from '#kb/tickets/imports/left-out.ts';
import { alignColumns } from '../layout/align-columns.ts';
import { count, formatNumber } from '../layout/numbers.ts';

/** How many rows were skipped for each reason, in one line. */
export function skippedText({ noDate, noId, leftOut }: ImportedTickets): string {
  return [
    ...(noDate > 0 ? [`${formatNumber(noDate)} without a readable date`] : []),
    ...(noId > 0 ? [`${formatNumber(noId)} without an id`] : []),
    ...leftOutReasons.flatMap((reason) => leftOutText(reason, leftOut[reason] ?? 0)),
  ].join(', ');
}

function leftOutText(reason: LeftOutReason, tickets: number): string[] {
  if (tickets === 0) return [];
  switch (reason) {
    case 'misdated':
      return [`${formatNumber(tickets)} dated out of line`];
    case 'side-conversation':
      return [count(tickets, 'side conversation')];
    case 'test':
      return [count(tickets, 'test ticket')];
    case 'total':
      return [count(tickets, 'total row')];
    default:
      return [`${formatNumber(tickets)} ${reason}`];
  }
}

const names: Readonly<Record<LeftOutReason, string>> = {
  total: 'total row',
  deleted: 'deleted',
  spam: 'spam',
  merged: 'merged',
  'side-conversation': 'side conversation',
  test: 'test ticket',
  misdated: 'dated out of line',
};

/** The column and the value that decided, for each reason; {@link dateLines} has those about dates. */
export function skippedLines({ noId, readFrom, leftOut, leftOutBy }: ImportedTickets): string[] {
  const rows = [
    ...(noId > 0 && readFrom.id !== undefined ? [['  without an id', `"${readFrom.id}" is empty`]] : []),
    ...leftOutReasons.flatMap((reason) => {
      const example = leftOutBy[reason];
      return example && leftOut[reason] ? [[`  ${names[reason]}`, exampleText(example)]] : [];
    }),
  ];
  return rows.length === 0 ? [] : ['Skipped by these columns, such as:', ...alignColumns(rows)];
}

function exampleText({ column, value, list }: LeftOutExample): string {
  const place = column.trim() === '' ? 'A column without a name' : `"${column}"`;
  if (value === undefined) return `${place} is filled in`;
  return `${place} ${list ? 'has' : 'is'} "${value}"`;
}
