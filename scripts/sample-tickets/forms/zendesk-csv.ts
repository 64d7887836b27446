import { type Columns, printTicketsCsv } from '../csv.ts';
import { person, staff } from '../person.ts';
import { type Form, type Ticket, tagsOf, whenSolved } from '../ticket.ts';
import { minutesBetween, wallClock } from '../times.ts';

const channels = { web: 'Web form', email: 'Mail', chat: 'Chat' };
const states = { open: 'Open', solved: 'Solved', closed: 'Closed' };
const ratings = { unoffered: 'Not Offered', offered: 'Offered', good: 'Good', bad: 'Bad' };

/** To the minute; the JSON has seconds. */
const time = (iso: string) => wallClock(iso).slice(0, 16);
const untilReply = ({ created, replied }: Ticket) => minutesBetween(created, replied);
const untilClosed = ({ created, closed }: Ticket) => minutesBetween(created, closed);

const columns: Columns = [
  ['Summation column', () => 1],
  ['Id', ({ id }) => id],
  ['Requester', ({ requester }) => person(requester).name],
  ['Requester id', ({ requester }) => requester],
  ['Requester external id', () => ''],
  ['Requester email', ({ requester }) => person(requester).email],
  ['Requester domain', () => 'mail.example'],
  ['Submitter', ({ requester }) => person(requester).name],
  ['Assignee', () => staff.name],
  ['Group', () => 'Support'],
  ['Subject', ({ subject }) => subject],
  ['Tags', (ticket) => tagsOf(ticket).join(' ')],
  ['Status', ({ status }) => states[status]],
  ['Priority', () => '-'],
  ['Via', ({ channel }) => channels[channel]],
  ['Ticket type', () => 'Question'],
  ['Created at', ({ created }) => time(created)],
  ['Updated at', ({ closed }) => time(closed)],
  ['Assigned at', ({ replied }) => time(replied)],
  ['Organization', () => '-'],
  ['Due date', () => ''],
  ['Initially assigned at', ({ replied }) => time(replied)],
  ['Solved at', (ticket) => whenSolved(ticket, time(ticket.closed)) ?? ''],
  ['Resolution time', (ticket) => Math.floor(untilClosed(ticket) / 60)],
  ['Satisfaction Score', ({ rating }) => ratings[rating]],
  ['Group stations', () => 1],
  ['Assignee stations', () => 1],
  ['Reopens', () => 0],
  ['Replies', () => 1],
  ['First reply time in minutes', untilReply],
  ['First reply time in minutes within business hours', untilReply],
  ['First resolution time in minutes', untilClosed],
  ['First resolution time in minutes within business hours', untilClosed],
  ['Full resolution time in minutes', untilClosed],
  ['Full resolution time in minutes within business hours', untilClosed],
  ['Agent wait time in minutes', () => 0],
  ['Agent wait time in minutes within business hours', () => 0],
  ['Requester wait time in minutes', untilClosed],
  ['Requester wait time in minutes within business hours', untilClosed],
  ['On hold time in minutes', () => 0],
  ['On hold time in minutes within business hours', () => 0],
  ['Categories [list]', ({ category }) => category],
  ['Level [list]', () => '-'],
  ['Ticket Form ID', () => 7],
];

/** Zendesk's full CSV export: all tags in one cell, custom fields at the end, "-" for an empty list. */
export const printZendeskCsv: Form = (tickets) => printTicketsCsv(columns, tickets);
