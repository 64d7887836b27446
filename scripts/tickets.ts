import { join, relative } from 'node:path';
import { indexSearch } from '#build/search-index.ts';
import { CategoryUnclear } from '#io/count-tickets.ts';
import { readCounts } from '#io/counts.ts';
import { ExportError } from '#io/export.ts';
import { importSearches } from '#io/import-searches.ts';
import { importTickets } from '#io/import-tickets.ts';
import { readContent } from '#io/read-content.ts';
import { learnedWordsPath } from '#io/read-learned-words.ts';
import { replaceFile } from '#io/replace-file.ts';
import { readSearched } from '#io/searched.ts';
import { type Coverage, measureCoverage } from '#kb/coverage.ts';
import { isDay } from '#kb/day.ts';
import type { Finding } from '#kb/finding.ts';
import { type NotFound, notFound } from '#kb/searched.ts';
import { printCarrier, sourceName } from '#kb/ticket-sources.ts';
import { coverageMarkdown } from '#report/coverage-markdown.ts';
import { coverageText } from '#report/coverage-text.ts';
import { findingsText } from '#report/findings-text.ts';
import { importSearchesText } from '#report/import-searches-text.ts';
import { candidateLines, importText } from '#report/import-text.ts';
import { command, contentFolder, failureText, Refusal, UsageError } from './command.ts';

const usage = `
Counts the tickets of the help desk, and says what they ask of the articles.

  npm run tickets -- import FILE… [--from NAME] [--no-words] [--content DIR]
  npm run tickets -- import --searches FILE… [--content DIR]
  npm run tickets -- report [--content DIR] [--until DATE] [--json | --markdown]

import reads a Zendesk export (JSON) or a CSV file with a line of column names, plain or
packed with gzip, and writes daily counts per category and language into the content
folder. No text, number or person of a ticket is kept. The days of the export replace
those of earlier imports from the same source. It also learns the words in which customers
ask about each topic, those that at least 5 of them use, for the search; read them through
in tickets/words.yaml.

  --from NAME     the source, as in tickets.yaml (zendesk or csv, by the kind of file)
  --no-words      count only, and learn no words
  --content DIR   the folder of your content (content)

  --searches FILE a log of what customers searched, as CSV: a question and a day on each
                  line; locale, results, confident, article and searches where it has
                  them. Questions asked at least 5 times are kept, in place of all that
                  were imported before, and none with an address or a long number in it.

report says which articles carry the recurring topics, which are missing and which
categories no topic claims, what was searched and not found, and writes it to .reports/tickets.json as well.

  --until DATE    the day the report ends with, such as 2026-11-15 (the newest ticket's)
  --json          the whole report as JSON
  --markdown      the whole report as Markdown

Exit code: 0 done, 1 findings or a failure that is explained, 2 for a wrong call.
`;

const NOTHING = 'Nothing was written.';

await command(
  usage,
  {
    from: { type: 'string' },
    'no-words': { type: 'boolean' },
    searches: { type: 'string', multiple: true },
    content: { type: 'string' },
    until: { type: 'string' },
    json: { type: 'boolean' },
    markdown: { type: 'boolean' },
  },
  async ({ from, 'no-words': noWords = false, searches, content, until, json, markdown }, [action, ...files]) => {
    if (action === 'import') {
      if (until !== undefined || json || markdown)
        throw new UsageError('--until, --json and --markdown belong to "report".');
      if (searches !== undefined) {
        if (from !== undefined) throw new UsageError('--from belongs to tickets, not to --searches.');
        if (noWords) throw new UsageError('--no-words belongs to tickets, not to --searches.');
        return importLogs([...searches, ...files], contentFolder(content));
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
      if (json && markdown) throw new UsageError('Choose one of --json and --markdown.');
      if (until !== undefined && !isDay(until))
        throw new UsageError(`--until is "${until}", but a day such as 2026-11-15 is expected.`);
      return report(contentFolder(content), until, json ? toJson : markdown ? coverageMarkdown : coverageText);
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
    if (error instanceof CategoryUnclear) throw new Refusal(unclear(error));
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

async function report(
  contentDir: string,
  until: string | undefined,
  print: (coverage: Coverage, searched: readonly NotFound[]) => string,
): Promise<number> {
  const [{ library, findings }, { counts, findings: ofCounts }, { searched, findings: ofSearched }] = await Promise.all(
    [readContent(contentDir), readCounts(contentDir), readSearched(contentDir)],
  );
  if (!library) return refuse(findings);
  const unreadable = [...ofCounts, ...ofSearched];
  if (unreadable.length > 0) return refuse(unreadable);
  if (findings.some(({ severity }) => severity === 'error'))
    process.stderr.write(
      'Some of the content has errors, so articles may be missing from the report; `npm run check` names them.\n',
    );
  const coverage = measureCoverage(library, counts, { until });
  const missed = notFound(searched, library);
  await replaceFile(join('.reports', 'tickets.json'), toJson(coverage, missed));
  process.stdout.write(`${print(coverage, missed).trimEnd()}\n`);
  return 0;
}

function refuse(findings: readonly Finding[]): number {
  process.stderr.write(`${findingsText(findings)}\n\n${NOTHING}\n`);
  return 1;
}

function unclear({ told, candidates, source }: CategoryUnclear): string {
  const says = told
    ? `No ticket has anything in "${printCarrier(told)}", which tickets.yaml names under "category".`
    : 'It is not clear where the category of a ticket stands.';
  return [says, ...candidateLines(candidates, source), '', NOTHING].join('\n');
}

function toJson(coverage: Coverage, searched: readonly NotFound[]): string {
  return `${JSON.stringify({ ...coverage, searched }, null, 2)}\n`;
}

/** As the user would write it. */
function nameOf(file: string): string {
  const name = relative(process.cwd(), file);
  return name.startsWith('..') ? file : name;
}
