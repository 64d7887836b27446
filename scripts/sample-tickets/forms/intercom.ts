import { person } from '../person.ts';
import { type Form, type Ticket, tagsOf, whenSolved } from '../ticket.ts';
import { unixSeconds } from '../times.ts';

const sources = { web: 'conversation', email: 'email', chat: 'conversation' };
const ratings = { unoffered: null, offered: null, good: 5, bad: 1 };

/** Intercom's conversations: ids are texts, times are seconds, and the list of tags is in an object. */
export const printIntercom: Form = (tickets) => {
  const conversations = tickets.map((ticket) => {
    const { id, name, email } = person(ticket.requester);
    const closed = unixSeconds(ticket.closed);
    return {
      type: 'conversation',
      id: String(ticket.id),
      title: ticket.subject,
      created_at: unixSeconds(ticket.created),
      updated_at: closed,
      waiting_since: null,
      snoozed_until: null,
      open: ticket.status === 'open',
      state: ticket.status === 'open' ? 'open' : 'closed',
      read: true,
      priority: 'none',
      admin_assignee_id: 77,
      team_assignee_id: '31',
      company: null,
      tags: { type: 'tag.list', tags: tagsOf(ticket).map((name) => ({ type: 'tag', id: `t-${name}`, name })) },
      custom_attributes: { Category: ticket.category, Level: null },
      source: {
        type: sources[ticket.channel],
        id: `s-${ticket.id}`,
        delivered_as: 'customer_initiated',
        subject: ticket.subject,
        body: `<p>${ticket.description}</p>`,
        author: { type: 'user', id: String(id), name, email },
        url: null,
      },
      contacts: {
        type: 'contact.list',
        contacts: [{ type: 'contact', id: String(id), external_id: email }],
      },
      conversation_rating: { rating: ratings[ticket.rating], remark: null },
      statistics: {
        type: 'conversation_statistics',
        first_admin_reply_at: unixSeconds(ticket.replied),
        first_close_at: whenSolved(ticket, closed),
        last_close_at: whenSolved(ticket, closed),
        count_reopens: 0,
      },
      ...answeredByBot(ticket),
    };
  });
  return `${JSON.stringify({ type: 'conversation.list', conversations, total_count: tickets.length })}\n`;
};

/** Only Intercom exports which article answered, and in which language. */
function answeredByBot({ locale, articles }: Ticket) {
  if (articles.length === 0) return { ai_agent_participated: false, ai_agent: null };
  return {
    ai_agent_participated: true,
    ai_agent: {
      resolution_state: 'escalated',
      last_answer_type: 'ai_answer',
      rating: null,
      content_sources: {
        type: 'content_source.list',
        content_sources: articles.map((id) => ({
          content_type: 'article',
          url: `https://help.lumo.example/${locale}/${id}/`,
          title: id,
          locale,
        })),
        total_count: articles.length,
      },
    },
  };
}
