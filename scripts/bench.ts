import { benchBuildCommand } from './bench/build-command.ts';
import { benchSearchCommand } from './bench/search/search-command.ts';
import type { CommandGroup } from './shared/command.ts';
import { runCommand } from './shared/run-command.ts';

export const command: CommandGroup = {
  name: 'bench',
  summary: 'Measure Ohje next to similar tools, on this machine and in the same run.',
  details: 'The other tools, except Hugo, are installed with npm into a temporary folder.',
  commands: [benchBuildCommand, benchSearchCommand],
};

if (import.meta.main) await runCommand(command);
