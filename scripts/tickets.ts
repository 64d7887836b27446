import { join } from 'node:path';
import { indexSearch } from '#build/search-index.ts';
import { dialects, isDialect } from '#intake/tickets/dialects.ts';
import { CategoryUnclear } from '#io/count-tickets.ts';
import { ExportError } from '#io/export.ts';
import { importSearches } from '#io/import-searches.ts';
import { importTickets } from '#io/import-tickets.ts';
import { readContent } from '#io/read-content.ts';
import { learnedWordsPath } from '#io/read-learned-words.ts';
import { isDay } from '#kb/day.ts';
import { sourceName } from '#kb/ticket-sources.ts';
import { importSearchesText } from '#report/import-searches-text.ts';
import { importText, unclearText } from '#report/import-text.ts';
import { command, contentFolder, failureText, Refusal, UsageError } from './command.ts';
import { importDatabase, isAddress } from './tickets-database.ts';
import { NOTHING, nameOf, refuse, reportTickets } from './tickets-report.ts';
import { printStatement } from './tickets-sql.ts';

const usage = `
Counts the tickets of the help desk, and says what they ask of the articles.

  npm run tickets -- import FILE… [--from NAME] [--no-words] [--content DIR]
  npm run tickets -- import --from postgres://USER@HOST/DATABASE [--source NAME] [--content DIR]
  npm run tickets -- import --searches FILE… [--content DIR]
  npm run tickets -- sql --dialect NAME [--source NAME] [--content DIR]
  npm run tickets -- report [--content DIR] [--until DATE] [--json | --markdown | --annotations HOST] [--html FILE]

import reads exports of Zendesk, Freshdesk, Intercom, Help Scout, Zammad, Jira Service
Management and Chatwoot, and any CSV, JSON or Parquet with names for its columns, plain or
packed with gzip. It knows them by their content, and writes daily counts per category and language into the content
folder. No text, number or person of a ticket is kept. The days of the export replace
those of earlier imports from the same source. It also learns the words in which customers
ask about each topic, those that at least 5 of them use, for the search; read them through
in tickets/words.yaml.

  --from NAME     the source, as in tickets.yaml (such as zendesk or csv, by the kind of file)
  --no-words      count only, and learn no words
  --content DIR   the folder of your content (content)

  --from postgres://USER@HOST/DATABASE
                  counts the tickets of a table in PostgreSQL, or what speaks its protocol, where
                  they are: only counts leave the database, and no words are learned. "table:" in
                  tickets.yaml names the table or view; the password is taken from PGPASSWORD or
                  ~/.pgpass. Interrupting the command ends the statement in the database, too.
  --source NAME   the source in tickets.yaml (the only one with "table:", or postgres)

  --searches FILE a log of what customers searched, as CSV: a question and a day on each
                  line; locale, results, confident, article and searches where it has
                  them. Questions asked at least 5 times are kept, in place of all that
                  were imported before, and none with an address or a long number in it.

sql prints the statement that counts in any other database what tickets.yaml and topics.yaml say of
the source; its answer, as CSV, is the source's counts file.

  --dialect NAME  postgres, redshift, duckdb, bigquery, snowflake, databricks, trino or clickhouse

report is a work list: which articles carry the recurring topics and which to rework first,
which are missing and how to begin them, which categories no topic claims, which articles
compete or are asked about no more, and what was searched and not found. It is written to
.reports/tickets.json as well.

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

await command(
  usage,
  {
    from: { type: 'string' },
    source: { type: 'string' },
    dialect: { type: 'string' },
    'no-words': { type: 'boolean' },
    searches: { type: 'string', multiple: true },
    content: { type: 'string' },
    until: { type: 'string' },
    json: { type: 'boolean' },
    markdown: { type: 'boolean' },
    html: { type: 'string' },
    annotations: { type: 'string' },
  },
  async (
    { from, source, dialect, 'no-words': noWords = false, searches, content, until, json, markdown, html, annotations },
    [action, ...files],
  ) => {
    if (dialect !== undefined && action !== 'sql') throw new UsageError('--dialect belongs to "sql".');
    if (source !== undefined && !sourceName.test(source))
      throw new UsageError(`--source is "${source}", but the name of a source in tickets.yaml is expected.`);
    if (action === 'sql') {
      const given = { from, 'no-words': noWords || undefined, searches, until, json, markdown, html, annotations };
      const foreign = Object.entries(given).find(([, value]) => value !== undefined)?.[0];
      if (foreign !== undefined) throw new UsageError(`--${foreign} does not belong to "sql".`);
      if (files.length > 0) throw new UsageError(`"${files[0]}" is not expected here.`);
      if (dialect === undefined || !isDialect(dialect))
        throw new UsageError(
          `--dialect is ${dialect === undefined ? 'missing' : `"${dialect}"`}, but one of ${Object.keys(dialects).join(', ')} is expected.`,
        );
      return printStatement(dialect, contentFolder(content), source);
    }
    if (source !== undefined && (action !== 'import' || from === undefined || !isAddress(from)))
      throw new UsageError('--source belongs to a database, as in "import --from postgres://…", and to "sql".');
    if (action === 'import') {
      if (until !== undefined || json || markdown || html !== undefined || annotations !== undefined)
        throw new UsageError('--until, --json, --markdown, --html and --annotations belong to "report".');
      if (searches !== undefined) {
        if (from !== undefined) throw new UsageError('--from belongs to tickets, not to --searches.');
        if (noWords) throw new UsageError('--no-words belongs to tickets, not to --searches.');
        return importLogs([...searches, ...files], contentFolder(content));
      }
      if (from !== undefined && isAddress(from)) {
        if (!/^postgres(?:ql)?:/.test(from))
          throw new UsageError('--from is an address, but one that begins with postgres:// is expected.');
        if (files.length > 0) throw new UsageError(`"${files[0]}" is not expected beside a database.`);
        if (noWords) throw new UsageError('--no-words is not needed: from a database no words are learned.');
        return importDatabase(from, contentFolder(content), source);
      }
      if (files.length === 0) throw new UsageError('"import" needs the path of an export.');
      if (from !== undefined && !sourceName.test(from))
        throw new UsageError(
          `--from is "${from}", but a name of small letters, digits and hyphens is expected, and not "searches".`,
        );
      return importFiles(files, contentFolder(content), from, !noWords);
    }
    if (action === 'report') {
      if (from !== undefined) throw new UsageError('--from belongs to "import".');
      if (noWords) throw new UsageError('--no-words belongs to "import".');
      if (searches !== undefined) throw new UsageError('--searches belongs to "import".');
      if (files.length > 0) throw new UsageError(`"${files[0]}" is not expected here.`);
      if ([json, markdown, annotations !== undefined].filter(Boolean).length > 1)
        throw new UsageError('Choose one of --json, --markdown and --annotations.');
      if (html?.trim() === '') throw new UsageError('--html needs the name of a file.');
      if (annotations !== undefined && annotations !== 'github' && annotations !== 'gitlab')
        throw new UsageError(`--annotations is "${annotations}", but github or gitlab is expected.`);
      if (until !== undefined && !isDay(until))
        throw new UsageError(`--until is "${until}", but a day such as 2026-11-15 is expected.`);
      const form = json ? 'json' : markdown ? 'markdown' : (annotations ?? (html === undefined ? 'text' : 'summary'));
      return reportTickets(contentFolder(content), { until, form, html });
    }
    throw new UsageError(
      action === undefined
        ? 'Say "import", "report" or "sql".'
        : `"${action}" is none of "import", "report" and "sql".`,
    );
  },
);

async function importFiles(
  files: readonly string[],
  contentDir: string,
  from: string | undefined,
  learns: boolean,
): Promise<number> {
  const { library, findings } = await readContent(contentDir);
  if (!library) return refuse(findings);
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  const progress = process.stderr.isTTY
    ? (doing: string, done: number) => process.stderr.write(`\r\x1b[K${doing} … ${Math.round(done * 100)} %`)
    : undefined;
  try {
    const result = await importTickets(files, {
      contentDir,
      library,
      from,
      words: learns ? { library, makeIndex: indexSearch } : undefined,
      onProgress: progress,
      signal: abort.signal,
    });
    if (progress) process.stderr.write('\r\x1b[K');
    if (!result.imported) return refuse(result.findings);
    const { imported } = result;
    const [counts, words] = [imported.path, learnedWordsPath].map((path) => nameOf(join(contentDir, path)));
    process.stdout.write(`${importText(imported, counts ?? '', words ?? '')}\n`);
    return 0;
  } catch (error) {
    if (progress) process.stderr.write('\r\x1b[K');
    if (error instanceof CategoryUnclear) throw new Refusal(`${unclearText(error)}\n\n${NOTHING}`);
    if (error instanceof ExportError) throw new Refusal(`${error.message}\n\n${NOTHING}`);
    if ((error as NodeJS.ErrnoException).code !== undefined) throw new Refusal(`${failureText(error)}\n\n${NOTHING}`);
    throw error;
  }
}

async function importLogs(files: readonly string[], contentDir: string): Promise<number> {
  const { library, findings } = await readContent(contentDir);
  if (!library) return refuse(findings);
  try {
    const imported = await importSearches(files, { contentDir, site: library.site });
    process.stdout.write(`${importSearchesText(imported, nameOf(join(contentDir, imported.path)))}\n`);
    return 0;
  } catch (error) {
    if (error instanceof ExportError) throw new Refusal(`${error.message}\n\n${NOTHING}`);
    if ((error as NodeJS.ErrnoException).code !== undefined) throw new Refusal(`${failureText(error)}\n\n${NOTHING}`);
    throw error;
  }
}
