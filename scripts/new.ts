import { articleCommand } from './new/article-command.ts';
import { localeCommand } from './new/locale-command.ts';
import { themeCommand } from './new/theme-command.ts';
import type { CommandGroup } from './shared/command.ts';
import { runCommand } from './shared/run-command.ts';

export const command: CommandGroup = {
  name: 'new',
  summary:
    'Start an article, a language, or a theme. The only existing file that changes is site.yaml, for a new language.',
  commands: [articleCommand, localeCommand, themeCommand],
};

if (import.meta.main) await runCommand(command);
