import { expect, it } from 'vitest';
import { namesId } from '#intake/tickets/formats/id-columns.ts';

it.each([
  'Conversation Number',
  'Número do Incidente',
  'Nº de ticket',
  'Номер заявки',
  'Datensatz-ID',
  'Kundenvorgangsnummer',
  'TicketNr',
  'Ticket IDs Sequence',
])('"%s" is the number of a ticket', (name) => {
  expect(namesId(name)).toBe(true);
});

it.each([
  'Nr',
  'No',
  '#',
  'Number of tickets',
  'Order number',
  'Customer ID',
  'Parent issue ID',
  'Ticket',
  'Merged into ticket ID',
])('"%s" is not: it can be anything', (name) => {
  expect(namesId(name)).toBe(false);
});
