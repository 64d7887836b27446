import type { JsonFormat } from './format.ts';

/** Freshdesk's ticket of API v2, as the list and the search write it. */
export const freshdesk: JsonFormat = {
  name: 'freshdesk',
  title: 'a Freshdesk export',
  layout: 'json',
  envelopes: ['results', 'tickets'],
  marks: ['id', 'created_at'],
  signs: [
    'requester_id',
    'responder_id',
    'company_id',
    'product_id',
    'description_text',
    'structured_description',
    'fr_due_by',
    'fr_escalated',
    'is_escalated',
    'cc_emails',
    'email_config_id',
    'custom_fields',
  ],
  id: ['id'],
  created: ['created_at'],
  updated: ['updated_at'],
  requester: ['requester_id', 'requester.id'],
  mail: ['requester.email'],
  locale: ['requester.language'],
  leftOut: [
    { reason: 'deleted', at: 'deleted', is: ['true'] },
    { reason: 'spam', at: 'spam', is: ['true'] },
    { reason: 'merged', at: 'merged_into' },
  ],
  type: ['type'],
  group: ['group_id'],
  form: ['product_id'],
  tags: { at: ['tags'] },
  fields: ['custom_fields'],
  texts: [['subject'], ['description_text', 'description']],
  // 4 is resolved, 5 is closed; the company's own states have larger numbers.
  closed: [{ at: ['status'], is: ['4', '5', 'resolved', 'closed'] }],
  replies: { at: 'conversations', text: ['body', 'body_text'], customers: { at: 'incoming', is: ['true'] } },
};
