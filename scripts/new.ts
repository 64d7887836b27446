import { articleCommand } from './new/article-command.ts';
import { deployCommand } from './new/deploy-command.ts';
import { localeCommand } from './new/locale-command.ts';
import { receiverCommand } from './new/receiver-command.ts';
import { siteCommand } from './new/site/site-command.ts';
import { themeCommand } from './new/theme-command.ts';
import { widgetCommand } from './new/widget-command.ts';
import { workflowCommand } from './new/workflow-command.ts';
import type { CommandGroup } from './shared/command.ts';
import { runCommand } from './shared/run-command.ts';

export const command: CommandGroup = {
  name: 'new',
  summary:
    'Start an article, a language, or a theme, or print what a host or a product needs. The only existing file that changes is site.yaml, for a new language.',
  commands: [
    siteCommand,
    articleCommand,
    localeCommand,
    themeCommand,
    deployCommand,
    workflowCommand,
    receiverCommand,
    widgetCommand,
  ],
};

if (import.meta.main) await runCommand(command);
