import { type Form, tagsOf } from '../ticket.ts';

/**
 * Zendesk's JSON export, one ticket per line. It has no key for the category or for the linked articles, so each is in
 * a custom field, as is the article on which the contact form was opened. The counts in content/tickets were made from these bytes.
 */
export const printZendesk: Form = (tickets) =>
  tickets
    .map((ticket) => ({
      id: ticket.id,
      created_at: ticket.created,
      updated_at: ticket.created,
      status: ticket.status,
      type: 'question',
      subject: ticket.subject,
      description: ticket.description,
      requester_id: ticket.requester,
      group_id: 31,
      brand_id: 1,
      ticket_form_id: 7,
      tags: tagsOf(ticket),
      custom_fields: [
        { id: 360_001, value: ticket.category },
        { id: 360_002, value: null },
        { id: 360_003, value: ticket.articles.join(', ') || null },
        { id: 360_004, value: ticket.startedOn },
      ],
      satisfaction_rating: { score: ticket.rating },
      via: { channel: ticket.channel },
    }))
    .map((ticket) => `${JSON.stringify(ticket)}\n`)
    .join('');
