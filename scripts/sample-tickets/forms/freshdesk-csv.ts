import { type Columns, printTicketsCsv } from '../csv.ts';
import { accountOf, staff } from '../person.ts';
import { type Form, tagsOf, whenSolved } from '../ticket.ts';
import { clockSpan, wallClock } from '../times.ts';

const states = { open: 'Open', solved: 'Resolved', closed: 'Closed' };
const sources = { email: 'Email', web: 'Portal', chat: 'Chat' };

const columns: Columns = [
  ['Ticket ID', ({ id }) => id],
  ['Subject', ({ subject }) => subject],
  ['Status', ({ status }) => states[status]],
  ['Priority', () => 'Low'],
  ['Source', ({ channel }) => sources[channel]],
  ['Type', () => 'Question'],
  ['Agent', () => staff.name],
  ['Group', () => 'Support'],
  ['Created time', ({ created }) => wallClock(created)],
  ['Due by Time', ({ closed }) => wallClock(closed)],
  ['Resolved time', (ticket) => whenSolved(ticket, wallClock(ticket.closed)) ?? ''],
  ['Closed time', (ticket) => whenSolved(ticket, wallClock(ticket.closed)) ?? ''],
  ['Last update time', ({ closed }) => wallClock(closed)],
  ['Initial response time', ({ replied }) => wallClock(replied)],
  ['Time tracked', () => '00:00'],
  ['First response time (in hrs)', ({ created, replied }) => clockSpan(created, replied)],
  ['Resolution time (in hrs)', ({ created, closed }) => clockSpan(created, closed)],
  ['Agent interactions', () => 1],
  ['Customer interactions', () => 1],
  ['Resolution status', () => 'Within SLA'],
  ['First response status', () => 'Within SLA'],
  ['Tags', (ticket) => tagsOf(ticket).join(',')],
  ['Case Category', ({ category }) => category],
  ['Full name', (ticket) => accountOf(ticket).name],
  ['Contact ID', (ticket) => accountOf(ticket).id],
];

/** Freshdesk's CSV export: the custom field has its label as a name, and only a tag gives the language. */
export const printFreshdeskCsv: Form = (tickets) => printTicketsCsv(columns, tickets);
