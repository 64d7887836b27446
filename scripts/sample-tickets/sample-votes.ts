import { writeFile } from 'node:fs/promises';
import { readContent } from '#io/content/read-content.ts';
import { defineCommand } from '../shared/command.ts';
import { Refusal } from '../shared/failures.ts';
import { contentOption } from '../shared/options.ts';
import { readCount, readDay } from '../shared/read-values.ts';
import { runCommand } from '../shared/run-command.ts';
import { inventVotes } from './votes.ts';

export const command = defineCommand({
  name: 'sample-votes',
  start: 'npx node scripts/sample-tickets/sample-votes.ts',
  summary: "Make up the votes of readers on Lumo's articles, as its pages send them: JSON with one event per line.",
  details: 'The same options always give the same votes.',
  options: {
    out: { value: 'FILE', about: 'File to write', otherwise: 'standard output' },
    seed: { value: 'NUMBER', about: 'Number that decides which votes are made up', default: '7', read: readCount },
    until: { value: 'DATE', about: 'Newest day', default: '2026-11-15', read: readDay },
    weeks: { value: 'NUMBER', about: 'Number of weeks', default: '13', read: readCount },
    content: contentOption,
  },
  run: async ({ out, content, until, seed, weeks }) => {
    const { library } = await readContent(content);
    if (!library) throw new Refusal("site.yaml can't be read.\n  Name your content folder with --content.");
    const votes = inventVotes(library, { until, seed, weeks });
    const text = votes.map((vote) => `${JSON.stringify(vote)}\n`).join('');
    if (out === undefined) process.stdout.write(text);
    else await writeFile(out, text);
    return 0;
  },
});

if (import.meta.main) await runCommand(command);
