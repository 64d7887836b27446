import { accountOf } from '../person.ts';
import { type Form, tagsOf, whenSolved } from '../ticket.ts';

const states = { open: 2, solved: 4, closed: 5 };
const sources = { email: 1, web: 2, chat: 7 };

/** Pages of Freshdesk's API, put together into one list: `custom_fields` is an object, states are numbers. */
export const printFreshdesk: Form = (tickets) => {
  const list = tickets.map((ticket) => {
    const { id, name, email, phone } = accountOf(ticket);
    return {
      id: ticket.id,
      subject: ticket.subject,
      description: `<div>${ticket.description}</div>`,
      description_text: ticket.description,
      type: 'Question',
      status: states[ticket.status],
      priority: 1,
      source: sources[ticket.channel],
      group_id: 31,
      product_id: null,
      company_id: null,
      requester_id: id,
      responder_id: 77,
      tags: tagsOf(ticket),
      custom_fields: { cf_category: ticket.category, cf_level: null },
      cc_emails: [email],
      created_at: ticket.created,
      updated_at: ticket.closed,
      due_by: ticket.closed,
      fr_due_by: ticket.closed,
      is_escalated: false,
      spam: false,
      stats: {
        resolved_at: whenSolved(ticket, ticket.closed),
        closed_at: ticket.status === 'closed' ? ticket.closed : null,
        reopened_at: null,
        first_responded_at: ticket.replied,
      },
      requester: { id, name, email, mobile: phone, phone: null, language: ticket.locale },
    };
  });
  return `${JSON.stringify(list)}\n`;
};
