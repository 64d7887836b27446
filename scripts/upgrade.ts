import { defineCommand } from './shared/command.ts';
import { contentOption } from './shared/options.ts';
import { runCommand } from './shared/run-command.ts';

export const command = defineCommand({
  name: 'upgrade',
  summary: 'Print what this version of Ohje wants to be different in your project, each with its fix.',
  details:
    'Run it after `npm update ohje`. It recognizes what earlier versions wrote or accepted: commands that package.json lacks, files that git or your editor should know, workflows that have changed, and content that is now an error. With --write, it changes what is safe to change, and keeps your comments and your formatting.',
  options: {
    content: contentOption,
    write: { about: 'Change what is safe to change' },
    force: { about: 'Also change files with changes that are not committed' },
    json: { about: 'Print as JSON: [{path, says, fix, safe}]' },
  },
  examples: ['npm run upgrade', 'npm run upgrade -- --write'],
  run: async ({ content, write, force, json }) => {
    const { upgrade } = await import('./upgrade/upgrade.ts');
    return upgrade(content, { write, force, json });
  },
});

if (import.meta.main) await runCommand(command);
