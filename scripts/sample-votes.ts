import { writeFile } from 'node:fs/promises';
import { readContent } from '#io/content/read-content.ts';
import { inventVotes } from './sample-tickets/votes.ts';
import { command, contentFolder, dayOption, Refusal, UsageError, wholeOption } from './shared/command.ts';

const usage = `
Makes up the votes of readers on Lumo's articles, as its pages send them: JSON with one event per line.
The same options always give the same votes.

  npx node scripts/sample-votes.ts [options]

Options
  --out FILE      file to write (default: standard output)
  --seed N        number that decides which votes are made up (default: 7)
  --until DATE    newest day (default: 2026-11-15)
  --weeks N       number of weeks (default: 13)
  --content DIR   folder of the articles (default: content)
  --help          show this help
`;

await command(
  usage,
  {
    out: { type: 'string' },
    seed: { type: 'string' },
    until: { type: 'string' },
    weeks: { type: 'string' },
    content: { type: 'string' },
  },
  async ({ out, seed = '7', until = '2026-11-15', weeks = '13', content }, words) => {
    if (words.length > 0) throw new UsageError(`Unexpected "${words[0]}".`);
    const { library } = await readContent(contentFolder(content));
    if (!library) throw new Refusal("site.yaml can't be read.\n  Name the folder of your content with --content.");
    const votes = inventVotes(library, {
      until: dayOption('until', until),
      seed: wholeOption('seed', seed),
      weeks: wholeOption('weeks', weeks),
    });
    const text = votes.map((vote) => `${JSON.stringify(vote)}\n`).join('');
    if (out === undefined) process.stdout.write(text);
    else await writeFile(out, text);
    return 0;
  },
);
