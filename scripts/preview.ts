import { resolve } from 'node:path';
import { openSite } from '#io/serve.ts';
import { command, portOption, Refusal, UsageError } from './command.ts';

const usage = `
Shows the built site as it will be served.

  npm run preview -- [--out DIR] [--port NUMBER]
`;

await command(
  usage,
  { out: { type: 'string' }, port: { type: 'string' } },
  async ({ out = 'dist', port = '4321' }, words) => {
    if (words.length > 0) throw new UsageError(`"${words[0]}" is not expected here.`);
    const number = portOption(port);
    const site = await openSite(resolve(out), number).catch(({ code }: NodeJS.ErrnoException) => {
      throw new Refusal(
        code === 'EADDRINUSE'
          ? `Port ${port} is taken. Name another with --port.`
          : `There is no built site in ${out}. Run \`npm run build\` first.`,
      );
    });
    process.stdout.write(`${site.url} shows ${out}. Ctrl + C ends it.\n`);
    await new Promise((done) => process.once('SIGINT', done));
    await site.close();
    return 0;
  },
);
