import { person, staff } from '../person.ts';
import { type Form, tagsOf } from '../ticket.ts';
import { unixSeconds } from '../times.ts';

const channels = { web: 'Channel::WebWidget', email: 'Channel::Email', chat: 'Channel::WebWidget' };

/** Chatwoot's list of conversations: times are seconds, and only the last message comes with it. */
export const printChatwoot: Form = (tickets) => {
  const payload = tickets.map((ticket) => {
    const { id, name, email, phone } = person(ticket.requester);
    const created = unixSeconds(ticket.created);
    const closed = unixSeconds(ticket.closed);
    const sender = { id, name, email, phone_number: phone, identifier: null, type: 'contact' };
    return {
      meta: {
        sender,
        channel: channels[ticket.channel],
        assignee: { id: staff.id, name: staff.name, email: staff.email },
        team: { id: 31, name: 'support' },
        hmac_verified: false,
      },
      id: ticket.id,
      messages: [
        {
          id: 700_000 + ticket.n,
          content: ticket.description,
          message_type: 0,
          content_type: 'text',
          created_at: created,
          conversation_id: ticket.id,
          sender,
        },
      ],
      account_id: 1,
      uuid: `00000000-0000-4000-8000-${String(ticket.id).padStart(12, '0')}`,
      additional_attributes: {
        browser: { device_name: 'Unknown', browser_name: 'Firefox', platform_name: 'Linux' },
        referer: 'https://lumo.example/',
        initiated_at: { timestamp: ticket.created },
        browser_language: ticket.locale,
        conversation_language: ticket.locale,
      },
      custom_attributes: { category: ticket.category },
      inbox_id: 4,
      labels: tagsOf(ticket),
      status: ticket.status === 'open' ? 'open' : 'resolved',
      created_at: created,
      timestamp: closed,
      last_activity_at: closed,
      first_reply_created_at: unixSeconds(ticket.replied),
      waiting_since: 0,
      snoozed_until: null,
      priority: null,
    };
  });
  const meta = { mine_count: 0, assigned_count: tickets.length, unassigned_count: 0, all_count: tickets.length };
  return `${JSON.stringify({ data: { meta, payload } })}\n`;
};
