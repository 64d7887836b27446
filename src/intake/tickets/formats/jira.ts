import type { JsonFormat } from './format.ts';

/** The customer requests of Jira Service Management's REST API; its CSV is a table like others. */
export const jira: JsonFormat = {
  name: 'jira',
  title: 'a Jira Service Management export',
  layout: 'json',
  envelopes: ['values'],
  marks: ['issueKey', 'createdDate'],
  signs: ['issueId', 'requestTypeId', 'serviceDeskId', 'requestFieldValues', 'currentStatus'],
  id: ['issueKey'],
  created: ['createdDate.iso8601', 'createdDate.epochMillis', 'createdDate'],
  updated: ['currentStatus.statusDate.iso8601', 'currentStatus.statusDate.epochMillis'],
  requester: ['reporter.accountId', 'reporter.key', 'reporter.name'],
  mail: ['reporter.emailAddress'],
  locale: [],
  type: ['requestType.name', 'requestTypeId'],
  group: ['serviceDeskId'],
  form: ['requestTypeId'],
  fields: ['requestFieldValues'],
  texts: [],
  closed: [{ at: ['currentStatus.statusCategory'], is: ['done'] }],
};
