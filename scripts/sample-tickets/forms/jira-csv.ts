import { type Columns, printTicketsCsv } from '../csv.ts';
import { person, staff } from '../person.ts';
import { type Form, tagsOf, whenSolved } from '../ticket.ts';
import { jiraTime } from '../times.ts';

const ratings = { unoffered: '', offered: '', good: 5, bad: 1 };
const languages = new Intl.DisplayNames('en', { type: 'language' });

const columns: Columns = [
  ['Summary', ({ subject }) => subject],
  ['Issue key', ({ n }) => `HELP-${n + 1}`],
  ['Issue id', ({ id }) => id],
  ['Issue Type', () => 'Service Request'],
  ['Status', ({ status }) => (status === 'open' ? 'Waiting for support' : 'Closed')],
  ['Priority', () => 'Medium'],
  ['Assignee', () => staff.name],
  // Customers without a name are listed by their address.
  ['Reporter', ({ requester }) => person(requester).email],
  ['Created', ({ created }) => jiraTime(created)],
  ['Updated', ({ closed }) => jiraTime(closed)],
  ['Resolved', (ticket) => whenSolved(ticket, jiraTime(ticket.closed)) ?? ''],
  ['Labels', (ticket) => tagsOf(ticket)[0] ?? ''],
  ['Labels', (ticket) => tagsOf(ticket)[1] ?? ''],
  ['Description', ({ subject, description }) => `${subject}\n\n${description}`],
  ['Watchers', () => staff.email],
  ['Watchers', ({ requester }) => person(requester).email],
  ['Custom field (Request Type)', () => 'Ask a question'],
  ['Custom field (Request Type)', () => ''],
  ['Custom field (Request language)', ({ locale }) => languages.of(locale) ?? ''],
  ['Custom field (Request Category)', ({ category }) => category],
  ['Satisfaction rating', ({ rating }) => ratings[rating]],
  ['Custom field (Satisfaction date)', ({ rating, closed }) => (ratings[rating] === '' ? '' : jiraTime(closed))],
  ['Status Category', ({ status }) => (status === 'open' ? 'In Progress' : 'Done')],
  ['Status Category Changed', ({ closed }) => jiraTime(closed)],
  ['Comment', ({ created, requester, description }) => `${jiraTime(created)};${person(requester).id};${description}`],
  [
    'Comment',
    ({ replied, requester }) => `${jiraTime(replied)};${staff.id};Hello "${person(requester).name}",\nsolved.`,
  ],
];

/** The issues of Jira Service Management as CSV: columns of the same name, and times in the words of the site's language. */
export const printJiraCsv: Form = (tickets) => printTicketsCsv(columns, tickets);
