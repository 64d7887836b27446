import { dialects, isDialect } from '#intake/tickets/database/dialects.ts';
import { sourceName } from '#kb/tickets/records/ticket-sources.ts';
import { command, contentFolder, dayOption, type OptionValues, UsageError } from './shared/command.ts';
import { importDatabase, importFiles, importSearchLogs, importVoteLogs } from './tickets/import.ts';
import { reportTickets } from './tickets/report.ts';
import { printStatement } from './tickets/sql.ts';

const usage = `
Counts the tickets of the help desk, and says what they ask of the articles.

  npm run tickets -- import FILE… [--from NAME] [--no-words] [--content DIR]
  npm run tickets -- import --from postgres://USER@HOST/DATABASE [--source NAME] [--content DIR]
  npm run tickets -- import --searches FILE… [--content DIR]
  npm run tickets -- import --votes FILE… [--day DATE] [--content DIR]
  npm run tickets -- sql --dialect NAME [--source NAME] [--content DIR]
  npm run tickets -- report [--content DIR] [--until DATE] [--json | --markdown | --annotations HOST] [--html FILE]

import reads exports of Zendesk, Freshdesk, Intercom, Help Scout, Zammad, Jira Service
Management and Chatwoot, and any CSV, JSON or Parquet with names for its columns, plain or
packed with gzip. It knows them by their content, and writes daily counts per category and
language into the content folder: how many tickets there were and, as far as the export or
tickets.yaml tells, how many are closed, how many customers were satisfied, and with which
articles tickets were answered. No text, number or person of a ticket is kept. The days of
the export replace those of earlier imports from the same source. It also learns the words in
which customers ask about each topic, those that at least 5 of them use, for the search; read
them through in tickets/words.yaml.

  --from NAME     the source, as in tickets.yaml (such as zendesk or csv, by the kind of file)
  --no-words      count only, and learn no words
  --content DIR   the folder of your content (content)

  --from postgres://USER@HOST/DATABASE
                  counts the tickets of a table in PostgreSQL, or what speaks its protocol, where
                  they are: only counts leave the database, and no words are learned. "table:" in
                  tickets.yaml names the table or view; the password is taken from PGPASSWORD or
                  ~/.pgpass. Interrupting the command ends the statement in the database, too.
  --source NAME   the source in tickets.yaml (the only one with "table:", or postgres)

  --searches FILE a log of what customers searched, as CSV, or as JSON with an object a line:
                  a question and a day on each line; locale, results, confident, article and
                  searches where it has them. Questions asked at least 5 times are kept, in
                  place of all that were imported before, and none with an address or a long
                  number in it.
  --votes FILE    a log of whether articles helped, as CSV or JSON in the same way: an article
                  (its id or address), a day, and helpful (yes or no), or helpful and unhelpful
                  (numbers), vote_sum and vote_count, or a rating on the scale that tickets.yaml
                  tells; locale, section and reason where it has them. The votes take the place
                  of all that were imported before. What readers wrote is never read.
  --day DATE      for articles with the sums of all their votes: the day of that export

sql prints the statement that counts in any other database what tickets.yaml and topics.yaml say of
the source; its answer, as CSV, is the source's counts file.

  --dialect NAME  postgres, redshift, duckdb, bigquery, snowflake, databricks, trino or clickhouse

report is a work list: which articles carry the recurring topics and which to rework first,
which are missing and how to begin them, which categories no topic claims, which articles
compete or are asked about no more, and what was searched and not found. Then come link rate,
reuse, satisfaction and other measures of the field. It is written to .reports/tickets.json as well.

  --until DATE    the day the report ends with, such as 2026-11-15 (the newest ticket's)
  --json          the whole report as JSON
  --markdown      the whole report as Markdown
  --html FILE     the whole report as a page with charts, in one file
  --annotations HOST
                  remarks beside the lines of the content: github (workflow commands) or
                  gitlab (a Code Quality report)

It fails where a topic, article or category has more tickets than "limits" in site.yaml allow.

Exit code: 0 done, 1 findings or a failure that is explained, 2 for a wrong call.
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
          ? 'Say "import", "report" or "sql".'
          : `"${action}" is none of "import", "report" and "sql".`,
      );
  }
});

async function importWhatIsNamed(values: Values, files: readonly string[]): Promise<number> {
  const { from, source, searches, votes, day } = values;
  const dir = contentFolder(values.content);
  if (searches && votes) throw new UsageError('Import --searches and --votes one after the other.');
  if (searches) {
    mustFit(values, '"import --searches"', ['searches']);
    return importSearchLogs([...searches, ...files], dir);
  }
  if (votes) {
    mustFit(values, '"import --votes"', ['votes', 'day']);
    return importVoteLogs([...votes, ...files], dir, day === undefined ? undefined : dayOption('day', day));
  }
  if (from?.includes('://')) {
    mustFit(values, 'an import from a database', ['from', 'source']);
    if (!/^postgres(?:ql)?:/.test(from))
      throw new UsageError('--from is an address, but one that begins with postgres:// is expected.');
    if (files.length > 0) throw new UsageError(`"${files[0]}" is not expected beside a database.`);
    return importDatabase(from, dir, sourceOption(source));
  }
  mustFit(values, '"import FILE…"', ['from', 'no-words']);
  if (files.length === 0) throw new UsageError('"import" needs the path of an export.');
  if (from !== undefined && !sourceName.test(from))
    throw new UsageError(
      `--from is "${from}", but a name of small letters, digits and hyphens is expected, and not "searches" or "votes".`,
    );
  return importFiles(files, dir, from, !values['no-words']);
}

async function print(values: Values, files: readonly string[]): Promise<number> {
  const { dialect, source } = values;
  mustFit(values, '"sql"', ['dialect', 'source']);
  mustBeNone(files);
  if (dialect === undefined || !isDialect(dialect))
    throw new UsageError(
      `--dialect is ${dialect === undefined ? 'missing' : `"${dialect}"`}, but one of ${Object.keys(dialects).join(', ')} is expected.`,
    );
  return printStatement(dialect, contentFolder(values.content), sourceOption(source));
}

async function report(values: Values, files: readonly string[]): Promise<number> {
  const { until, json, markdown, html, annotations } = values;
  mustFit(values, '"report"', ['until', 'json', 'markdown', 'html', 'annotations']);
  mustBeNone(files);
  if ([json, markdown, annotations !== undefined].filter(Boolean).length > 1)
    throw new UsageError('Choose one of --json, --markdown and --annotations.');
  if (html?.trim() === '') throw new UsageError('--html needs the name of a file.');
  if (annotations !== undefined && annotations !== 'github' && annotations !== 'gitlab')
    throw new UsageError(`--annotations is "${annotations}", but github or gitlab is expected.`);
  const form = json ? 'json' : markdown ? 'markdown' : (annotations ?? (html === undefined ? 'text' : 'summary'));
  return reportTickets(contentFolder(values.content), {
    until: until === undefined ? undefined : dayOption('until', until),
    form,
    html,
  });
}

/** A wrong option is an error, never passed over. */
function mustFit(values: Values, call: string, fitting: readonly (keyof Values)[]): void {
  const foreign = Object.keys(values).find((name) => name !== 'content' && !fitting.includes(name as keyof Values));
  if (foreign !== undefined) throw new UsageError(`--${foreign} does not belong to ${call}.`);
}

function mustBeNone(files: readonly string[]): void {
  if (files.length > 0) throw new UsageError(`"${files[0]}" is not expected here.`);
}

function sourceOption(source: string | undefined): string | undefined {
  if (source !== undefined && !sourceName.test(source))
    throw new UsageError(`--source is "${source}", but the name of a source in tickets.yaml is expected.`);
  return source;
}
