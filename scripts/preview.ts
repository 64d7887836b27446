import { resolve } from 'node:path';
import { openSite } from '#io/machine/serve.ts';
import { widgetDemo } from './preview/widget-demo.ts';
import { defineCommand } from './shared/command.ts';
import { Refusal } from './shared/failures.ts';
import { portOption } from './shared/options.ts';
import { restoreOut } from './shared/out-folder.ts';
import { runCommand } from './shared/run-command.ts';

export const command = defineCommand({
  name: 'preview',
  summary: 'Serve the built site as a host will, below the path that it was built for.',
  details:
    'Redirects, security headers, caching and the 404 page are those of the build. The page widget-demo/ shows the help widget on a page of a product.',
  options: {
    out: { value: 'DIR', about: 'Folder of the built site', default: 'dist' },
    port: portOption,
  },
  examples: ['npm run preview', 'npm run preview -- --port 3000'],
  run: async ({ out, port }) => {
    await restoreOut(out);
    const site = await openSite(resolve(out), port, { 'widget-demo/': widgetDemo }).catch(
      ({ code }: NodeJS.ErrnoException) => {
        throw new Refusal(
          code === 'EADDRINUSE'
            ? `Port ${port} is in use. Name another one with --port.`
            : `There is no built site in ${out}. Run \`npm run build\` first.`,
        );
      },
    );
    process.stdout.write(
      `Site (${out}):  ${site.url}\nHelp widget:  ${site.url}widget-demo/\nPress Ctrl + C to stop.\n`,
    );
    await new Promise((done) => process.once('SIGINT', done));
    await site.close();
    return 0;
  },
});

if (import.meta.main) await runCommand(command);
