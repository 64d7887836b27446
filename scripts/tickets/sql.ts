import { join } from 'node:path';
import { type DialectName, dialects } from '#intake/tickets/database/dialects.ts';
import { sourceStatement } from '#intake/tickets/database/source-statement.ts';
import { tableSource } from '#io/imports/database/import-from-database.ts';
import { ExportError } from '#io/imports/export-error.ts';
import { knownWords } from '#io/imports/import-tickets.ts';
import { countsPath, readSourceCounts } from '#io/records/counts.ts';
import { readTicketSources } from '#io/records/ticket-sources.ts';
import type { TicketSources } from '#kb/tickets/records/ticket-sources.ts';
import { readWithProgress } from '../shared/content-progress.ts';
import { Refusal, refuse } from '../shared/failures.ts';
import { nameOf } from '../shared/paths.ts';

/** Prints the statement that makes the counts file of a source in a database of the company's. */
export async function printStatement(
  dialect: DialectName,
  contentDir: string,
  told: string | undefined,
): Promise<number> {
  const { library, findings: unreadable } = await readWithProgress(contentDir);
  if (!library) return refuse(unreadable);
  const { sources, findings } = await readTicketSources(contentDir);
  const name = told ?? nameIn(sources);
  const old = await readSourceCounts(contentDir, name);
  if (findings.length + old.findings.length > 0) return refuse([...findings, ...old.findings]);
  const source = sources[name];
  const statement =
    source &&
    sourceStatement(dialects[dialect], source, {
      words: knownWords(library.topics, source),
      shown: [...new Set(old.counts.map(({ category }) => category))],
      site: library.site,
    });
  if (statement === undefined)
    throw new Refusal(
      `tickets.yaml doesn't say which table and category column source "${name}" has. Add them, for example:\n` +
        `  sources:\n    ${name}:\n      table: support.tickets\n      category: column:category\n\nNothing was printed.`,
    );
  const notes = [
    `Run this in ${dialects[dialect].title} and save the result as CSV with column names: ${nameOf(join(contentDir, countsPath(name)))}`,
    'It counts every row. If the table has merged, deleted or spam tickets, set "table:" to a view without them.',
    'Categories are compared in lowercase, so topics.yaml must write accents and inner spaces as the table does.',
  ];
  process.stdout.write(`${notes.map((note) => `-- ${note}\n`).join('')}${statement};\n`);
  return 0;
}

function nameIn(sources: TicketSources): string {
  try {
    return tableSource(sources);
  } catch (error) {
    if (error instanceof ExportError) throw new Refusal(`${error.message}\n\nNothing was printed.`);
    throw error;
  }
}
