import { dismissCommand } from './gaps/dismiss-command.ts';
import { listCommand } from './gaps/list-command.ts';
import type { CommandGroup } from './shared/command.ts';
import { runCommand } from './shared/run-command.ts';

export const command: CommandGroup = {
  name: 'gaps',
  summary: 'Write down decisions about the work list: what needs no work, why, and until when.',
  commands: [dismissCommand, listCommand],
};

if (import.meta.main) await runCommand(command);
