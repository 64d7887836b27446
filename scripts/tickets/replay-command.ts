import { sourceName } from '#kb/tickets/records/ticket-sources.ts';
import { defineCommand } from '../shared/command.ts';
import { UsageError } from '../shared/failures.ts';
import { contentOption } from '../shared/options.ts';
import { readCount } from '../shared/read-values.ts';

export const replayCommand = defineCommand({
  name: 'replay',
  summary:
    'Search the built site for what customers wrote in their tickets, and report which articles they would have found.',
  details: `Reads the same exports as "tickets import". Each ticket is one question: its subject and first message. The right articles are those of its topic and those linked in its replies. Reports by topic and article how often the right article is first or among the first three, how often the search calls another article the answer, and which words fail.

Nothing of a ticket is kept, printed, or written: only counts, and words that at least 5 people used.

With --against, the same tickets are also asked in another built site, such as that of your main branch, or compared with the file of an earlier replay.`,
  arguments: { files: { placeholder: 'FILE', about: 'Export of your help desk', repeat: true } },
  options: {
    from: {
      value: 'SOURCE',
      about: 'Source in tickets.yaml',
      otherwise: 'the format, such as zendesk or csv',
    },
    dist: { value: 'DIR', about: 'Folder of the built site', default: 'dist' },
    against: { value: 'DIR', about: 'Another built site, or the file of an earlier replay, to compare with' },
    sample: {
      value: 'NUMBER',
      about: 'Maximum number of tickets to ask, chosen at random, always the same ones',
      default: '100000',
      read: readCount,
    },
    'no-words': { about: 'Count only, without listing words' },
    content: contentOption,
    json: { about: 'Print the replay as JSON', group: 'Format' },
    out: { value: 'FILE', about: 'Also write the replay as JSON to a file', group: 'Format' },
  },
  examples: [
    'npm run tickets -- replay export.json',
    'npm run tickets -- replay export.json --against ../main/dist',
    'npm run tickets -- replay export.json --out replay.json',
  ],
  run: async ({ from, dist, against, sample, 'no-words': noWords, content, json, out }, { files }) => {
    if (from?.includes('://'))
      throw new UsageError("The texts of tickets can't be read from a database. Name an export instead.");
    if (from !== undefined && !sourceName.test(from))
      throw new UsageError(`--from is "${from}". Use the name of a source in tickets.yaml.`);
    const { replayExports } = await import('./replay.ts');
    return replayExports(files, { from, dist, against, most: sample, words: !noWords, content, json, out });
  },
});
