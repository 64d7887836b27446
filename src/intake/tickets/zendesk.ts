import type { JsonFormat } from './format.ts';

/** Zendesk's ticket object, as its incremental API, its search and its JSON export write it. */
export const zendesk: JsonFormat = {
  name: 'zendesk',
  title: 'a Zendesk export',
  layout: 'json',
  envelopes: ['tickets', 'results'],
  marks: ['id', 'created_at'],
  id: 'id',
  created: 'created_at',
  updated: 'updated_at',
  requester: 'requester_id',
  deleted: { key: 'status', value: 'deleted' },
  type: 'type',
  group: 'group_id',
  form: 'ticket_form_id',
  tags: 'tags',
  fields: ['custom_fields', 'fields'],
  texts: ['subject', 'description'],
};
