import { join } from 'node:path';
import { indexSearch } from '#build/search-index.ts';
import { CategoryUnclear } from '#io/count-tickets.ts';
import { ExportError } from '#io/export.ts';
import { importSearches } from '#io/import-searches.ts';
import { importTickets } from '#io/import-tickets.ts';
import { importVotes } from '#io/import-votes.ts';
import { linksPath } from '#io/links.ts';
import { readContent } from '#io/read-content.ts';
import { learnedWordsPath } from '#io/read-learned-words.ts';
import { isDay } from '#kb/day.ts';
import { printCarrier, sourceName } from '#kb/ticket-sources.ts';
import { importSearchesText } from '#report/import-searches-text.ts';
import { candidateLines, importText } from '#report/import-text.ts';
import { importVotesText } from '#report/import-votes-text.ts';
import { command, contentFolder, dayOption, failureText, Refusal, UsageError } from './command.ts';
import { onTerminal } from './progress.ts';
import { NOTHING, nameOf, refuse, reportTickets } from './tickets-report.ts';

const usage = `
Counts the tickets of the help desk, and says what they ask of the articles.

  npm run tickets -- import FILE… [--from NAME] [--no-words] [--content DIR]
  npm run tickets -- import --searches FILE… [--content DIR]
  npm run tickets -- import --votes FILE… [--day DATE] [--content DIR]
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

await command(
  usage,
  {
    from: { type: 'string' },
    'no-words': { type: 'boolean' },
    searches: { type: 'string', multiple: true },
    votes: { type: 'string', multiple: true },
    day: { type: 'string' },
    content: { type: 'string' },
    until: { type: 'string' },
    json: { type: 'boolean' },
    markdown: { type: 'boolean' },
    html: { type: 'string' },
    annotations: { type: 'string' },
  },
  async (
    { from, 'no-words': noWords = false, searches, votes, day, content, until, json, markdown, html, annotations },
    [action, ...files],
  ) => {
    if (action === 'import') {
      if (until !== undefined || json || markdown || html !== undefined || annotations !== undefined)
        throw new UsageError('--until, --json, --markdown, --html and --annotations belong to "report".');
      const log = searches ? '--searches' : '--votes';
      if (searches && votes) throw new UsageError('Import --searches and --votes one after the other.');
      if (day !== undefined && !votes) throw new UsageError('--day belongs to --votes.');
      if (searches || votes) {
        if (from !== undefined) throw new UsageError(`--from belongs to tickets, not to ${log}.`);
        if (noWords) throw new UsageError(`--no-words belongs to tickets, not to ${log}.`);
      }
      const folder = contentFolder(content);
      if (searches) return importSearchLogs([...searches, ...files], folder);
      if (votes) return importVoteLogs([...votes, ...files], folder, day && dayOption('day', day));
      if (files.length === 0) throw new UsageError('"import" needs the path of an export.');
      if (from !== undefined && !sourceName.test(from))
        throw new UsageError(
          `--from is "${from}", but a name of small letters, digits and hyphens is expected, and not "searches" or "votes".`,
        );
      return importFiles(files, contentFolder(content), from, !noWords);
    }
    if (action === 'report') {
      if (from !== undefined) throw new UsageError('--from belongs to "import".');
      if (noWords) throw new UsageError('--no-words belongs to "import".');
      if (searches !== undefined) throw new UsageError('--searches belongs to "import".');
      if (votes !== undefined) throw new UsageError('--votes belongs to "import".');
      if (day !== undefined) throw new UsageError('--day belongs to "import --votes".');
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
      action === undefined ? 'Say "import" or "report".' : `"${action}" is neither "import" nor "report".`,
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
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());
  const progress = onTerminal();
  try {
    const result = await importTickets(files, {
      contentDir,
      library,
      from,
      words: learns ? { library, makeIndex: indexSearch } : undefined,
      onProgress: progress.show,
      signal: abort.signal,
    });
    progress.clear();
    if (!result.imported) return refuse(result.findings);
    const { imported } = result;
    const named = (path: string) => nameOf(join(contentDir, path));
    const texts = {
      counts: named(imported.path),
      links: named(linksPath(imported.source)),
      words: named(learnedWordsPath),
    };
    process.stdout.write(`${importText(imported, texts)}\n`);
    return 0;
  } catch (error) {
    progress.clear();
    throw explained(error);
  }
}

async function importSearchLogs(files: readonly string[], contentDir: string): Promise<number> {
  const { library, findings } = await readContent(contentDir);
  if (!library) return refuse(findings);
  try {
    const imported = await importSearches(files, { contentDir, site: library.site });
    process.stdout.write(`${importSearchesText(imported, nameOf(join(contentDir, imported.path)))}\n`);
    return 0;
  } catch (error) {
    throw explained(error);
  }
}

async function importVoteLogs(files: readonly string[], contentDir: string, day: string | undefined): Promise<number> {
  const { library, findings } = await readContent(contentDir);
  if (!library) return refuse(findings);
  try {
    const result = await importVotes(files, { contentDir, library, day });
    if (!result.imported) return refuse(result.findings);
    const { imported } = result;
    process.stdout.write(`${importVotesText(imported, nameOf(join(contentDir, imported.path)))}\n`);
    return 0;
  } catch (error) {
    throw explained(error);
  }
}

/** What people can mend, as a refusal that says how; anything else as it is. */
function explained(error: unknown): unknown {
  if (error instanceof CategoryUnclear) return new Refusal(unclear(error));
  if (error instanceof ExportError) return new Refusal(`${error.message}\n\n${NOTHING}`);
  if ((error as NodeJS.ErrnoException).code !== undefined) return new Refusal(`${failureText(error)}\n\n${NOTHING}`);
  return error;
}

function unclear({ told, candidates, source }: CategoryUnclear): string {
  const says = told
    ? `No ticket has anything in "${printCarrier(told)}", which tickets.yaml names under "category".`
    : 'It is not clear where the category of a ticket stands.';
  return [says, ...candidateLines(candidates, source), '', NOTHING].join('\n');
}
