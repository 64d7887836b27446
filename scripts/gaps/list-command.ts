import { defineCommand } from '../shared/command.ts';
import { contentOption } from '../shared/options.ts';

export const listCommand = defineCommand({
  name: 'list',
  summary: 'List the decisions about the work list, and which are due again.',
  options: { content: contentOption, json: { about: 'Print the list as JSON' } },
  examples: ['npm run gaps -- list'],
  run: async ({ content, json }) => {
    const { listDismissals } = await import('./list.ts');
    return listDismissals(content, json);
  },
});
