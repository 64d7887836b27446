import { preview } from './dev/preview.ts';
import { defineCommand } from './shared/command.ts';
import { contentOption, portOption, themeOption } from './shared/options.ts';
import { runCommand } from './shared/run-command.ts';

export const command = defineCommand({
  name: 'dev',
  summary: 'Preview the site while you write. Pages reload whenever you save a file.',
  details:
    'Each page shows its own findings, and a link to edit it. Articles that customers do not see are included and marked. ' +
    'The search answers from what you saved last. The page /theme/ shows every component of the theme.',
  options: {
    content: contentOption,
    theme: themeOption,
    port: portOption,
    host: { about: 'Serve the site to other devices in your network too, such as a phone' },
  },
  examples: ['npm run dev', 'npm run dev -- --theme plain --port 3000', 'npm run dev -- --host'],
  run: ({ content, theme, port, host }) => preview({ contentDir: content, theme, port, host }),
});

if (import.meta.main) await runCommand(command);
