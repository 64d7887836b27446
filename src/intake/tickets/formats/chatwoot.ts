import type { JsonFormat } from './format.ts';

/** Chatwoot's conversations: times are Unix seconds, and a list has only the last message of each. */
export const chatwoot: JsonFormat = {
  name: 'chatwoot',
  title: 'a Chatwoot export',
  layout: 'json',
  envelopes: ['data.payload', 'payload'],
  marks: ['id', 'created_at'],
  signs: [
    'uuid',
    'account_id',
    'inbox_id',
    'meta',
    'messages',
    'additional_attributes',
    'custom_attributes',
    'last_activity_at',
    'first_reply_created_at',
    'waiting_since',
  ],
  id: ['id'],
  created: ['created_at'],
  updated: ['last_activity_at', 'timestamp'],
  requester: ['meta.sender.id'],
  mail: ['meta.sender.email'],
  locale: ['additional_attributes.conversation_language', 'additional_attributes.browser_language'],
  type: [],
  group: ['meta.team.name'],
  form: ['inbox_id'],
  tags: { at: ['labels'] },
  fields: ['custom_attributes'],
  texts: [['messages.0.content']],
  closed: [{ at: ['status'], is: ['resolved'] }],
  // 0 is incoming.
  replies: { at: 'messages', text: ['content'], customers: { at: 'message_type', is: ['0', 'incoming'] } },
};
