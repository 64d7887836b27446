import { sourceName } from '#kb/tickets/records/ticket-sources.ts';
import { defineCommand, type OptionValues } from '../shared/command.ts';
import { UsageError } from '../shared/failures.ts';
import { contentOption } from '../shared/options.ts';
import { readDay } from '../shared/read-values.ts';
import { readSource } from './read-source.ts';

const options = {
  from: {
    value: 'SOURCE',
    about: 'Source in tickets.yaml, or the address of a database',
    otherwise: 'the format, such as zendesk or csv',
  },
  'no-words': { about: "Count only, without learning your customers' words" },
  full: { about: 'The export has all tickets of its days: tickets that are missing are removed' },
  changed: { about: 'The export has only some tickets, such as changed ones: no ticket is removed' },
  content: contentOption,
  source: {
    value: 'NAME',
    about: 'Source in tickets.yaml',
    otherwise: 'the only one with "table:", or postgres',
    group: 'Database',
    read: readSource,
  },
  searches: {
    value: 'FILE',
    about: 'Log of searches',
    repeat: true,
    group: 'Searches and votes',
  },
  votes: {
    value: 'FILE',
    about: 'Log of votes on articles',
    repeat: true,
    group: 'Searches and votes',
  },
  day: {
    value: 'DATE',
    about: 'Day of the export, for a list of articles with their total votes',
    group: 'Searches and votes',
    read: readDay,
  },
} as const;

type Values = OptionValues<typeof options>;

// Loads the database and the readers of exports, which wrong usage and help can do without.
const importing = () => import('./import.ts');

export const importCommand = defineCommand({
  name: 'import',
  summary: 'Import tickets, searches or votes. Only daily counts are kept: no text, number or person of a ticket.',
  usage: [
    'FILE… [--from NAME] [--no-words] [--full | --changed]',
    '--from postgres://USER@HOST/DB [--source NAME] [--full | --changed]',
    '--searches FILE…',
    '--votes FILE… [--day DATE]',
  ],
  details: `Tickets: counts them per day, category, and language. If the export or tickets.yaml says so, it also counts how many were closed, rated, and answered with which articles. Reads exports of Zendesk, Freshdesk, Intercom, Help Scout, Zammad, Jira Service Management, and Chatwoot, and any CSV, JSON, or Parquet file with column names, also compressed with gzip. A ticket counts in its newest version. The import finds out whether the export has all tickets of its days, or only those that were changed or selected; if it can't, it asks for --full or --changed. The search learns the words that at least 5 customers use for a topic; check these words in tickets/words.yaml.

Database: counts inside PostgreSQL, or a database that speaks its protocol. Only counts leave it, and no words are learned. Set the table with "table:" in tickets.yaml, and the password with PGPASSWORD or ~/.pgpass. Interrupting the command also stops its query.

Searches: CSV, or JSON with one object per line. Columns: question and day; optional: locale, results, confident, article, and searches. Keeps questions asked at least 5 times, without those that contain an address or a long number. Replaces all searches imported before.

Votes: CSV, or JSON with one object per line. Columns: article (id or address), day, and the vote; optional: locale, section, and reason. The vote is helpful (yes or no), helpful and unhelpful (numbers), vote_sum and vote_count, or rating (set its scale in tickets.yaml). Comments are never read. Replaces all votes imported before.`,
  arguments: { files: { placeholder: 'FILE', about: 'Export of your help desk', optional: true, repeat: true } },
  options,
  examples: [
    'npm run tickets -- import export.json',
    'npm run tickets -- import january.csv february.csv --from zendesk',
    'npm run tickets -- import --searches searches.csv',
  ],
  run: async (values, { files }) => importWhatIsNamed(values, files),
});

async function importWhatIsNamed(values: Values, files: readonly string[]): Promise<number> {
  const { from, source, searches, votes, day, content } = values;
  if (searches.length > 0 && votes.length > 0) throw new UsageError('Import --searches and --votes separately.');
  if (searches.length > 0) {
    mustFit(values, 'import --searches', ['searches']);
    const { importSearchLogs } = await importing();
    return importSearchLogs([...searches, ...files], content);
  }
  if (votes.length > 0) {
    mustFit(values, 'import --votes', ['votes', 'day']);
    const { importVoteLogs } = await importing();
    return importVoteLogs([...votes, ...files], content, day);
  }
  if (from?.includes('://')) {
    mustFit(values, 'import --from postgres://…', ['from', 'source', 'full', 'changed']);
    mustDiffer(values);
    if (!/^postgres(?:ql)?:/.test(from))
      throw new UsageError('--from is an address, but it must start with postgres://.');
    if (files.length > 0)
      throw new UsageError(`Unexpected argument "${files[0]}". Import files and a database separately.`);
    const { importDatabase } = await importing();
    return importDatabase(from, content, { source, kind: kindOf(values) });
  }
  mustFit(values, 'import FILE…', ['from', 'no-words', 'full', 'changed']);
  mustDiffer(values);
  if (files.length === 0) throw new UsageError('Name at least one file to import.');
  if (from !== undefined && !sourceName.test(from))
    throw new UsageError(
      `--from is "${from}". Use lowercase letters, digits, and hyphens, but not "searches" or "votes".`,
    );
  const { importFiles } = await importing();
  return importFiles(files, content, { from, learns: !values['no-words'], kind: kindOf(values) });
}

function mustDiffer({ full, changed }: Values): void {
  if (full && changed) throw new UsageError('Use --full or --changed, not both.');
}

function kindOf({ full, changed }: Values): 'full' | 'changed' | undefined {
  return full ? 'full' : changed ? 'changed' : undefined;
}

/** Refuses options that belong to another form of the command. */
function mustFit(values: Values, form: string, fitting: readonly (keyof Values)[]): void {
  const isGiven = (value: unknown) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
  const foreign = Object.entries(values).find(
    ([name, value]) => isGiven(value) && name !== 'content' && !fitting.includes(name as keyof Values),
  );
  if (foreign !== undefined) throw new UsageError(`Option --${foreign[0]} can't be used with "${form}".`);
}
