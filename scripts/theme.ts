import type { CommandGroup } from './shared/command.ts';
import { runCommand } from './shared/run-command.ts';
import { shotsCommand } from './theme/shots-command.ts';

export const command: CommandGroup = {
  name: 'theme',
  summary: 'Show a theme to people who do not run Ohje themselves.',
  commands: [shotsCommand],
};

if (import.meta.main) await runCommand(command);
