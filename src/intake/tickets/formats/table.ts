import { columnNames, type Meaning } from './column-names.ts';
import type { TableFormat } from './format.ts';
import { bad, closed, done, good, unanswered } from './outcome-words.ts';

const textNames = (...meanings: readonly Meaning[]) => meanings.flatMap((meaning) => columnNames[meaning]);

/** Any list of tickets with names for its columns; the names are those of the help desks' own exports. */
export const tableFormat: Omit<TableFormat, 'name' | 'title'> = {
  layout: 'table',
  id: columnNames.id,
  requester: columnNames.requester,
  mail: columnNames.mail,
  locale: columnNames.locale,
  type: columnNames.type,
  group: columnNames.group,
  form: ['ticket form id', 'ticket form', 'form', 'brand'],
  category: columnNames.category,
  tags: columnNames.tags,
  texts: [columnNames.subject, columnNames.message],
  replies: ['comment', 'comments'],
  closed: [
    // Jira's; the names of its states are the company's own.
    { at: ['status category'], is: done },
    { at: ['resolved'], beside: 'issue key' },
    { at: columnNames.status, is: closed },
    { at: ['solved at', 'resolved at', 'resolved time', 'closed at', 'closed time'] },
  ],
  satisfaction: [
    { at: ['satisfaction rating'], scale: { worst: 1, best: 5, satisfied: 4 }, beside: 'issue key' },
    {
      at: ['satisfaction score', 'satisfaction rating', 'satisfaction'],
      scale: { satisfied: good, unsatisfied: bad },
      unanswered,
    },
  ],
  ignored: [
    ...textNames('id', 'requester', 'mail', 'subject', 'message', 'person', 'status', 'state'),
    'comment',
    'comments',
    'note',
    'notes',
    'preview',
    'name',
    'first name',
    'last name',
    'e mail',
    'phone',
    'address',
    'url',
    'requester domain',
    'requester external id',
    'summation column',
    'external id',
    'resolution',
    'resolution status',
    'first response status',
    'time tracked',
    'satisfaction',
    'satisfaction score',
    'satisfaction rating',
    'issue id',
    'resolved',
    'due',
    'project',
    'project key',
    'project name',
    'project type',
  ],
};
