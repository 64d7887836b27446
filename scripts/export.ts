import { repliesCommand } from './export/replies-command.ts';
import type { CommandGroup } from './shared/command.ts';
import { runCommand } from './shared/run-command.ts';

export const command: CommandGroup = {
  name: 'export',
  summary: 'Take the published articles elsewhere.',
  commands: [repliesCommand],
};

if (import.meta.main) await runCommand(command);
