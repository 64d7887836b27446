import { defineCommand } from './shared/command.ts';
import { contentOption } from './shared/options.ts';
import { readDay } from './shared/read-values.ts';
import { runCommand } from './shared/run-command.ts';

export const command = defineCommand({
  name: 'review',
  summary: 'Print which articles someone should look at, by owner.',
  details:
    'Lists articles whose review is overdue or due within four weeks, outdated translations, articles to fix first according to your tickets, and articles without an owner. Also writes .reports/review.json, and .reports/review.xml, a feed for a chat bot that announces each of them once. Neither is part of the site.',
  options: {
    today: { value: 'DATE', about: 'Day to print the list for', otherwise: 'today', read: readDay },
    content: contentOption,
    json: { about: 'Print the list as JSON' },
  },
  examples: ['npm run review', 'npm run review -- --today 2026-12-01 --json'],
  run: async ({ today, content, json }) => {
    const { review } = await import('./review/review.ts');
    return review(content, today ?? new Date().toISOString().slice(0, 10), json);
  },
});

if (import.meta.main) await runCommand(command);
