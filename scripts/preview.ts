import { resolve } from 'node:path';
import { openSite } from '#io/machine/serve.ts';
import { widgetDemo } from './preview/widget-demo.ts';
import { command, portOption, Refusal, UsageError } from './shared/command.ts';

const usage = `
Shows the built site as it will be served, and at /widget-demo/ a page of a product with the help in it.

  npm run preview -- [--out DIR] [--port NUMBER]
`;

await command(
  usage,
  { out: { type: 'string' }, port: { type: 'string' } },
  async ({ out = 'dist', port = '4321' }, words) => {
    if (words.length > 0) throw new UsageError(`"${words[0]}" is not expected here.`);
    const number = portOption(port);
    const site = await openSite(resolve(out), number, { '/widget-demo/': widgetDemo }).catch(
      ({ code }: NodeJS.ErrnoException) => {
        throw new Refusal(
          code === 'EADDRINUSE'
            ? `Port ${port} is taken. Name another with --port.`
            : `There is no built site in ${out}. Run \`npm run build\` first.`,
        );
      },
    );
    process.stdout.write(
      `${site.url} shows ${out}, ${site.url}widget-demo/ the help inside a product. Ctrl + C ends it.\n`,
    );
    await new Promise((done) => process.once('SIGINT', done));
    await site.close();
    return 0;
  },
);
