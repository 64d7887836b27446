import { command, UsageError } from './shared/command.ts';

const usage = `
Takes pictures of a theme for people who do not run it: everything that \`npm run dev\` shows at /theme/.

  npm run theme -- shots NAME [--out DIR] [--content DIR]

shots takes a picture of every component and of each type of page, in light and dark mode, on a phone
and a desktop, from left to right and from right to left, and writes them with an index.html.

  --out DIR       where the pictures go (.reports/theme/NAME)
  --content DIR   the folder of your content (content)

Exit code: 0 done, 1 findings or a failure that is explained, 2 for wrong usage.
`;

await command(
  usage,
  { out: { type: 'string' }, content: { type: 'string' } },
  async ({ out, content }, [kind, name, extra]) => {
    if (kind === undefined) throw new UsageError('Say what to do with a theme: shots.');
    if (kind !== 'shots') throw new UsageError(`"${kind}" is nothing to do with a theme. What can be done: shots.`);
    if (name === undefined) throw new UsageError('Name the theme, such as acme.');
    if (extra !== undefined) throw new UsageError(`"${extra}" is not expected here.`);
    const { shootTheme } = await import('./theme/shots.ts');
    return shootTheme(name, { out: out ?? `.reports/theme/${name}`, content });
  },
);
