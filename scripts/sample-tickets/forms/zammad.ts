import { accountOf } from '../person.ts';
import { type Form, whenSolved } from '../ticket.ts';

const locales: Record<string, string> = { en: 'en-us', fi: 'fi', sv: 'sv-se', hr: 'hr', fa: 'fa-ir' };
const articleTypes = { email: 1, chat: 3, web: 11 };

/**
 * The result of a Zammad search: a list of ids, and next to it the tickets and their people. An "article" is a message
 * here, tags need another call, and the language is the customer's.
 */
export const printZammad: Form = (tickets) => {
  const found = tickets.map((ticket) => ({
    id: ticket.id,
    number: String(31_000_000 + ticket.n),
    title: ticket.subject,
    group_id: 31,
    state_id: ticket.status === 'open' ? 2 : 4,
    priority_id: 2,
    organization_id: null,
    customer_id: accountOf(ticket).id,
    owner_id: 77,
    type: null,
    note: null,
    article_count: 2,
    close_at: whenSolved(ticket, ticket.closed),
    first_response_at: ticket.replied,
    last_contact_at: ticket.replied,
    create_article_type_id: articleTypes[ticket.channel],
    preferences: {},
    created_at: ticket.created,
    updated_at: ticket.closed,
    category: ticket.category,
  }));
  const users = tickets.map((ticket) => {
    const { id, first, last, email, phone } = accountOf(ticket);
    const preferences = { locale: locales[ticket.locale] };
    return { id, login: email, firstname: first, lastname: last, email, phone, preferences };
  });
  const answer = {
    tickets: found.map(({ id }) => id),
    tickets_count: found.length,
    assets: { Ticket: byId(found), User: byId(users) },
  };
  return `${JSON.stringify(answer)}\n`;
};

function byId<T extends { id: number }>(list: readonly T[]): Record<string, T> {
  return Object.fromEntries(list.map((one) => [one.id, one]));
}
