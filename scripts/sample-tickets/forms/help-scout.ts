import { person, staff } from '../person.ts';
import { type Form, tagsOf, whenSolved } from '../ticket.ts';

const types = { web: 'email', email: 'email', chat: 'chat' };

/** Help Scout's conversations: a tag's text is in `tag`, and a dropdown option's label is in `text`. */
export const printHelpScout: Form = (tickets) => {
  const options = numbered(
    tickets.map(({ category }) => category),
    4100,
  );
  const tagIds = numbered(tickets.flatMap(tagsOf), 9000);
  const conversations = tickets.map((ticket) => {
    const { id, first, last, email } = person(ticket.requester);
    const customer = { id, type: 'customer', first, last, email };
    return {
      id: ticket.id,
      number: ticket.n + 1,
      threads: 2,
      type: types[ticket.channel],
      folderId: 12,
      status: ticket.status === 'open' ? 'active' : 'closed',
      state: 'published',
      subject: ticket.subject,
      preview: ticket.description,
      mailboxId: 31,
      assignee: { id: staff.id, type: 'user', first: staff.first, last: staff.last, email: staff.email },
      createdBy: customer,
      createdAt: ticket.created,
      closedBy: whenSolved(ticket, staff.id),
      closedAt: whenSolved(ticket, ticket.closed),
      userUpdatedAt: ticket.closed,
      customerWaitingSince: { time: ticket.created, friendly: 'a while ago' },
      source: { type: ticket.channel, via: 'customer' },
      tags: tagsOf(ticket).map((tag) => ({ id: tagIds.get(tag), color: 'none', tag })),
      cc: [email],
      bcc: [],
      primaryCustomer: customer,
      customFields: [
        { id: 8, name: 'Category', value: String(options.get(ticket.category)), text: ticket.category },
        { id: 9, name: 'Level', value: '', text: '' },
      ],
    };
  });
  const page = { size: tickets.length, totalElements: tickets.length, totalPages: 1, number: 1 };
  return `${JSON.stringify({ _embedded: { conversations }, page })}\n`;
};

/** A number for each text, the same for the same texts. */
function numbered(texts: readonly string[], from: number): Map<string, number> {
  return new Map([...new Set(texts)].sort().map((text, index) => [text, from + index]));
}
