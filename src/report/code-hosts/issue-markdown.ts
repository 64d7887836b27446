import type { Coverage } from '#kb/tickets/worklist/coverage.ts';
import type { WeekItem } from '#kb/tickets/worklist/week-item.ts';
import { ISSUE_MARK } from '#kb/values/note-marks.ts';
import { weekday } from '../layout/days.ts';
import { count } from '../layout/numbers.ts';
import { weekItemsTable, weekMarkdown } from '../week-markdown.ts';

interface WorkListIssue {
  /** Of the help center. */
  name: string;
  coverage: Coverage;
  /** What was not to do before. */
  fresh: readonly WeekItem[];
  /** The day it is compared with. */
  since: string;
}

/** The text of the issue with the work list. */
export function issueMarkdown({ name, coverage, fresh, since }: WorkListIssue): string {
  const parts = [
    ISSUE_MARK,
    `## New since ${weekday(since)}: ${fresh.length === 0 ? 'nothing' : count(fresh.length, 'thing')}`,
    ...(fresh.length === 0 ? [] : [weekItemsTable(fresh)]),
    ...weekMarkdown(name, coverage),
    'For all lists, run: `npm run tickets -- report`',
  ];
  return `${parts.join('\n\n')}\n`;
}
