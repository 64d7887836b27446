import type { CommandGroup } from './shared/command.ts';
import { runCommand } from './shared/run-command.ts';
import { importCommand } from './tickets/import-command.ts';
import { issueCommand } from './tickets/issue-command.ts';
import { replayCommand } from './tickets/replay-command.ts';
import { reportCommand } from './tickets/report-command.ts';
import { sqlCommand } from './tickets/sql-command.ts';

export const command: CommandGroup = {
  name: 'tickets',
  summary: 'Count the tickets of your help desk, and report which articles to write and which to fix.',
  commands: [importCommand, reportCommand, replayCommand, issueCommand, sqlCommand],
};

if (import.meta.main) await runCommand(command);
