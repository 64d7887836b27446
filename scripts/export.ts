import { deskCommands } from './export/desk-commands.ts';
import { offlineCommand } from './export/offline-command.ts';
import { pdfCommand } from './export/pdf-command.ts';
import { repliesCommand } from './export/replies-command.ts';
import type { CommandGroup } from './shared/command.ts';
import { runCommand } from './shared/run-command.ts';

export const command: CommandGroup = {
  name: 'export',
  summary: 'Take the published articles elsewhere.',
  commands: [repliesCommand, ...deskCommands, pdfCommand, offlineCommand],
};

if (import.meta.main) await runCommand(command);
