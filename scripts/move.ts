import { defineCommand } from './shared/command.ts';
import { contentOption } from './shared/options.ts';
import { runCommand } from './shared/run-command.ts';

export const command = defineCommand({
  name: 'move',
  summary: 'Rename an article or a section, with every link to it.',
  details:
    'Moves all translations, and the files next to them that nothing else uses. Changes every link, every related article, and searches.yaml, site.yaml, dismissed.yaml, announcements, themes and ticket records. Adds redirects from the old addresses. If anything is wrong, nothing is changed.',
  arguments: {
    old: { placeholder: 'OLD', about: 'Id of the article or section, such as cards/order-a-card' },
    new: { placeholder: 'NEW', about: 'Its new id' },
  },
  options: {
    'dry-run': { about: 'Print what would change, and change nothing' },
    content: contentOption,
  },
  examples: [
    'npm run move -- cards/order-a-card cards/get-a-card',
    'npm run move -- billing payments',
    'npm run move -- cards/order-a-card accounts/order-a-card --dry-run',
  ],
  run: async ({ content, 'dry-run': isDryRun }, { old, new: fresh }) => {
    const { move } = await import('./move/move.ts');
    process.stdout.write(await move(content, old, fresh, isDryRun));
    return 0;
  },
});

if (import.meta.main) await runCommand(command);
