import type { JsonFormat } from './format.ts';

/** Help Scout's conversations of Inbox API v2: a tag's text is in `tag`, and of a dropdown `text` is what people read. */
export const helpScout: JsonFormat = {
  name: 'helpscout',
  title: 'a Help Scout export',
  layout: 'json',
  envelopes: ['_embedded.conversations', 'conversations', 'items'],
  marks: ['id', 'createdAt'],
  signs: ['mailboxId', 'folderId', 'primaryCustomer', 'customFields', 'threads', 'userUpdatedAt', 'number', 'preview'],
  id: ['id'],
  created: ['createdAt'],
  updated: ['userUpdatedAt', 'closedAt'],
  requester: ['primaryCustomer.id', 'createdBy.id'],
  mail: ['primaryCustomer.email', 'createdBy.email'],
  locale: [],
  leftOut: [
    { reason: 'deleted', at: 'state', is: ['deleted'] },
    { reason: 'spam', at: 'status', is: ['spam'] },
  ],
  type: [],
  group: ['mailboxId'],
  form: ['folderId'],
  tags: { at: ['tags'], text: 'tag' },
  fields: ['customFields'],
  fieldText: 'text',
  texts: [['subject'], ['preview']],
  closed: [{ at: ['status'], is: ['closed'] }],
  replies: { at: '_embedded.threads', text: ['body'], customers: { at: 'type', is: ['customer'] } },
};
