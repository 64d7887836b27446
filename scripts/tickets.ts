import { dialects, isDialect } from '#intake/tickets/database/dialects.ts';
import { sourceName } from '#kb/tickets/records/ticket-sources.ts';
import { command, contentFolder, dayOption, type OptionValues, UsageError } from './shared/command.ts';

// Each action loads what it needs once its options are checked: a report needs no database, and wrong usage needs nothing.
const importing = () => import('./tickets/import.ts');

const usage = `
Counts the tickets of your help desk, and reports which articles to write and which to fix.

  npm run tickets -- import FILE… [--from NAME] [--no-words]
  npm run tickets -- import --from postgres://USER@HOST/DATABASE [--source NAME]
  npm run tickets -- import --searches FILE…
  npm run tickets -- import --votes FILE… [--day DATE]
  npm run tickets -- report [--until DATE] [--json | --markdown | --annotations HOST] [--html FILE]
  npm run tickets -- sql --dialect NAME [--source NAME]

Every command also takes:
  --content DIR   the folder of your content (default: content)
  --help          show this help

import FILE…      count the tickets of an export
  Writes the number of tickets per day, category, and locale to the content folder. If the export
  or tickets.yaml says so, also how many were closed, rated, and answered with which articles.
  Learns the words customers use for each topic, if at least 5 of them do. Check these words in
  tickets/words.yaml. No text, number, or person of a ticket is kept.
  Reads exports of Zendesk, Freshdesk, Intercom, Help Scout, Zammad, Jira Service Management, and
  Chatwoot, and any CSV, JSON, or Parquet file with column names, also packed with gzip. The days
  in the export replace the same days of earlier imports from the same source.

  --from NAME     the source in tickets.yaml (default: the format, such as zendesk or csv)
  --no-words      don't learn words

import --from postgres://…   count the tickets in a database
  Counts inside PostgreSQL, or a database that speaks its protocol: only counts leave it, and no
  words are learned. Set the table with "table:" in tickets.yaml, and the password with PGPASSWORD
  or ~/.pgpass. Interrupting the command also stops its query.

  --source NAME   the source in tickets.yaml (default: the only one with "table:", or postgres)

import --searches FILE…   import a log of searches
  CSV, or JSON with one object per line. Columns: question and day; optional: locale, results,
  confident, article, and searches. Keeps questions asked at least 5 times, without those that
  contain an address or a long number. Replaces all searches imported before.

import --votes FILE…   import a log of votes on articles
  CSV, or JSON with one object per line. Columns: article (id or address), day, and the vote;
  optional: locale, section, and reason. The vote is helpful (yes or no), helpful and unhelpful
  (numbers), vote_sum and vote_count, or rating (set its scale in tickets.yaml). Comments are
  never read. Replaces all votes imported before.

  --day DATE      the day of the export, for a list of articles with their total votes

report            print the work list
  Lists the articles to fix first, missing articles, categories without a topic, competing and
  outdated articles, and searches without a result, then metrics such as link rate, reuse, and
  satisfaction. Also writes .reports/tickets.json. Fails if a topic, article, or category has
  more tickets than "limits" in site.yaml allow.

  --until DATE    the last day of the report, such as 2026-11-15 (default: the newest ticket)
  --json          print the whole report as JSON
  --markdown      print the whole report as Markdown
  --html FILE     write the whole report to one HTML file with charts
  --annotations HOST
                  print comments on lines of the content for a code host: github or gitlab

sql               print an SQL statement that counts tickets
  For any other database. Save its result as the source's counts file, in CSV.

  --dialect NAME  ${Object.keys(dialects).slice(0, 5).join(', ')},
                  ${Object.keys(dialects).slice(5).join(', ')}
  --source NAME   the source in tickets.yaml (default: the only one with "table:", or postgres)

Exit code: 0 done, 1 findings or a failure with its explanation, 2 wrong usage
`;

const options = {
  from: { type: 'string' },
  source: { type: 'string' },
  'no-words': { type: 'boolean' },
  searches: { type: 'string', multiple: true },
  votes: { type: 'string', multiple: true },
  day: { type: 'string' },
  dialect: { type: 'string' },
  until: { type: 'string' },
  json: { type: 'boolean' },
  markdown: { type: 'boolean' },
  html: { type: 'string' },
  annotations: { type: 'string' },
  content: { type: 'string' },
} as const;

type Values = OptionValues<typeof options>;

await command(usage, options, async (values, [action, ...files]) => {
  switch (action) {
    case 'import':
      return importWhatIsNamed(values, files);
    case 'sql':
      return print(values, files);
    case 'report':
      return report(values, files);
    default:
      throw new UsageError(
        action === undefined
          ? 'Name a command: import, report, or sql.'
          : `Unknown command "${action}". Use import, report, or sql.`,
      );
  }
});

async function importWhatIsNamed(values: Values, files: readonly string[]): Promise<number> {
  const { from, source, searches, votes, day } = values;
  const dir = contentFolder(values.content);
  if (searches && votes) throw new UsageError('Import --searches and --votes separately.');
  if (searches) {
    mustFit(values, 'import --searches', ['searches']);
    return (await importing()).importSearchLogs([...searches, ...files], dir);
  }
  if (votes) {
    mustFit(values, 'import --votes', ['votes', 'day']);
    const exported = day === undefined ? undefined : dayOption('day', day);
    return (await importing()).importVoteLogs([...votes, ...files], dir, exported);
  }
  if (from?.includes('://')) {
    mustFit(values, 'import --from postgres://…', ['from', 'source']);
    if (!/^postgres(?:ql)?:/.test(from))
      throw new UsageError('--from is an address, but it must start with postgres://.');
    if (files.length > 0) throw new UsageError(`Unexpected "${files[0]}". Import files and a database separately.`);
    const named = sourceOption(source);
    return (await importing()).importDatabase(from, dir, named);
  }
  mustFit(values, 'import FILE…', ['from', 'no-words']);
  if (files.length === 0) throw new UsageError('Name at least one file to import.');
  if (from !== undefined && !sourceName.test(from))
    throw new UsageError(
      `--from is "${from}", but a name of lowercase letters, digits, and hyphens is expected, other than "searches" and "votes".`,
    );
  return (await importing()).importFiles(files, dir, from, !values['no-words']);
}

async function print(values: Values, files: readonly string[]): Promise<number> {
  const { dialect, source } = values;
  mustFit(values, 'sql', ['dialect', 'source']);
  mustBeNone(files);
  if (dialect === undefined || !isDialect(dialect))
    throw new UsageError(
      `${dialect === undefined ? 'Choose a database with --dialect' : `--dialect "${dialect}" isn't supported. Use one of these`}: ${Object.keys(dialects).join(', ')}.`,
    );
  const named = sourceOption(source);
  const { printStatement } = await import('./tickets/sql.ts');
  return printStatement(dialect, contentFolder(values.content), named);
}

async function report(values: Values, files: readonly string[]): Promise<number> {
  const { until, json, markdown, html, annotations } = values;
  mustFit(values, 'report', ['until', 'json', 'markdown', 'html', 'annotations']);
  mustBeNone(files);
  if ([json, markdown, annotations !== undefined].filter(Boolean).length > 1)
    throw new UsageError('Use only one of --json, --markdown, and --annotations.');
  if (html?.trim() === '') throw new UsageError('--html needs a file name, such as report.html.');
  if (annotations !== undefined && annotations !== 'github' && annotations !== 'gitlab')
    throw new UsageError(`--annotations is "${annotations}", but github or gitlab is expected.`);
  const form = json ? 'json' : markdown ? 'markdown' : (annotations ?? (html === undefined ? 'text' : 'summary'));
  const last = until === undefined ? undefined : dayOption('until', until);
  const { reportTickets } = await import('./tickets/report.ts');
  return reportTickets(contentFolder(values.content), { until: last, form, html });
}

/** An option of another command is an error, never ignored. */
function mustFit(values: Values, call: string, fitting: readonly (keyof Values)[]): void {
  const foreign = Object.keys(values).find((name) => name !== 'content' && !fitting.includes(name as keyof Values));
  if (foreign !== undefined) throw new UsageError(`Option --${foreign} can't be used with "${call}".`);
}

function mustBeNone(files: readonly string[]): void {
  if (files.length > 0) throw new UsageError(`Unexpected "${files[0]}".`);
}

function sourceOption(source: string | undefined): string | undefined {
  if (source !== undefined && !sourceName.test(source))
    throw new UsageError(`--source is "${source}", but the name of a source in tickets.yaml is expected.`);
  return source;
}
