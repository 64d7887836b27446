import { defineCommand } from '../shared/command.ts';
import { contentOption } from '../shared/options.ts';
import { readDay } from '../shared/read-values.ts';

export const issueCommand = defineCommand({
  name: 'issue',
  summary: 'Print the work list for an issue on GitHub or GitLab, with what is new since a week earlier.',
  details:
    'Both lists are made from the counts in your content folder, so nothing has to be kept from week to week. The workflow that "npm run new -- workflow" writes puts it into one issue, which it updates every Monday.',
  options: {
    until: {
      value: 'DATE',
      about: 'Last day of the report',
      otherwise: 'the day of the newest ticket',
      read: readDay,
    },
    content: contentOption,
  },
  examples: ['npm run --silent tickets -- issue > issue.md'],
  run: async ({ until, content }) => {
    const { ticketsIssue } = await import('./issue.ts');
    process.stdout.write(await ticketsIssue(content, until));
    return 0;
  },
});
