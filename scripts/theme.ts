import { command, UsageError } from './shared/command.ts';
import { shootTheme } from './theme/shots.ts';

const usage = `
Shows a theme to those who do not run it: pictures of everything that \`npm run dev\` shows at /theme/.

  npm run theme -- shots NAME [--out DIR] [--content DIR]

shots takes a picture of every component and of each kind of page, light and dark, on a phone and
on a desktop, from left to right and from right to left, and puts them into one index.html.

  --out DIR       where the pictures go (.reports/theme/NAME)
  --content DIR   the folder of your content (content)

Exit code: 0 done, 1 findings or a failure that is explained, 2 for a wrong call.
`;

await command(
  usage,
  { out: { type: 'string' }, content: { type: 'string' } },
  async ({ out, content }, [kind, name, extra]) => {
    if (kind === undefined) throw new UsageError('Say what to do with a theme: shots.');
    if (kind !== 'shots') throw new UsageError(`"${kind}" is nothing to do with a theme. What can be done: shots.`);
    if (name === undefined) throw new UsageError('Name the theme, such as acme.');
    if (extra !== undefined) throw new UsageError(`"${extra}" is not expected here.`);
    return shootTheme(name, { out: out ?? `.reports/theme/${name}`, content });
  },
);
