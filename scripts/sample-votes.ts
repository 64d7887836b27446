import { writeFile } from 'node:fs/promises';
import { readContent } from '#io/content/read-content.ts';
import { inventVotes } from './sample-tickets/votes.ts';
import { command, contentFolder, dayOption, Refusal, UsageError, wholeOption } from './shared/command.ts';

const usage = `
Invents what readers of Lumo's articles vote, as its pages post it: JSON with an event a line. The
same numbers give the same votes.

  npx node scripts/sample-votes.ts [--out FILE] [--seed N] [--until DATE] [--weeks N]

  --out FILE      where to write it (the terminal)
  --seed N        another number, other votes (7)
  --until DATE    the newest day (2026-11-15)
  --weeks N       how many weeks (13)
  --content DIR   the folder of the articles (content)
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
    if (words.length > 0) throw new UsageError(`"${words[0]}" is not expected here.`);
    const { library } = await readContent(contentFolder(content));
    if (!library) throw new Refusal('site.yaml cannot be read.\n  Name the folder of your content with --content.');
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
