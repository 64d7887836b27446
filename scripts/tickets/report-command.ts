import { defineCommand } from '../shared/command.ts';
import { UsageError } from '../shared/failures.ts';
import { annotationsOption, contentOption } from '../shared/options.ts';
import { readDay } from '../shared/read-values.ts';

export const reportCommand = defineCommand({
  name: 'report',
  summary: 'Print the work list: which articles to fix, which are missing, and how support is doing.',
  details:
    'Lists the articles to fix first, missing articles, categories without a topic, competing and quiet articles, and searches without a result, then metrics such as link rate, reuse, and satisfaction. Also writes .reports/tickets.json. Fails if a topic, article, or category has more tickets than "limits" in site.yaml allow.',
  options: {
    until: {
      value: 'DATE',
      about: 'Last day of the report',
      otherwise: 'the day of the newest ticket',
      read: readDay,
    },
    changed: { value: 'REV', about: 'List only rows about articles that are different from this version in git' },
    content: contentOption,
    json: { about: 'Print the report as JSON', group: 'Format' },
    markdown: { about: 'Print the report as Markdown', group: 'Format' },
    annotations: { ...annotationsOption, group: 'Format' },
    html: { value: 'FILE', about: 'Write the report to one HTML file with charts', group: 'Format' },
  },
  examples: [
    'npm run tickets -- report',
    'npm run tickets -- report --html report.html',
    'npm run tickets -- report --until 2026-11-15 --json',
    'npm run tickets -- report --changed origin/main --markdown',
  ],
  run: async ({ until, changed, content, json, markdown, annotations, html }) => {
    if ([json, markdown, annotations !== undefined].filter(Boolean).length > 1)
      throw new UsageError('Use only one of --json, --markdown, and --annotations.');
    const format = json ? 'json' : markdown ? 'markdown' : (annotations ?? (html === undefined ? 'text' : 'summary'));
    const { reportTickets } = await import('./report.ts');
    return reportTickets(content, { until, format, html, changed });
  },
});
