import { join } from 'node:path';
import { CategoryUnclear } from '#io/count-tickets.ts';
import { ExportError } from '#io/export-error.ts';
import { importTable, TableUnclear } from '#io/import-table.ts';
import { readContent } from '#io/read-content.ts';
import { tableLines } from '#report/import-table-text.ts';
import { importText, unclearText } from '#report/import-text.ts';
import { failureText, Refusal } from './command.ts';
import { NOTHING, nameOf, refuse } from './tickets-report.ts';

/** Whether `--from` says where the tickets are, and not what their source is called. */
export function isAddress(from: string): boolean {
  return from.includes('://');
}

/** Counts the tickets of a database in it. */
export async function importDatabase(address: string, contentDir: string, source: string | undefined): Promise<number> {
  const { library, findings } = await readContent(contentDir);
  if (!library) return refuse(findings);
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  const progress = elapsed();
  try {
    const result = await importTable(address, {
      contentDir,
      library,
      from: source,
      onProgress: progress.show,
      signal: abort.signal,
    });
    progress.clear();
    if (!result.imported) return refuse(result.findings);
    const counts = nameOf(join(contentDir, result.imported.path));
    process.stdout.write(`${importText(result.imported, counts, '')}\n`);
    return 0;
  } catch (error) {
    progress.clear();
    if (error instanceof TableUnclear)
      throw new Refusal([...tableLines(error.tables, error.source, error.told), '', NOTHING].join('\n'));
    if (error instanceof CategoryUnclear) throw new Refusal(`${unclearText(error)}\n\n${NOTHING}`);
    if (error instanceof ExportError) throw new Refusal(`${error.message}\n\n${NOTHING}`);
    if ((error as NodeJS.ErrnoException).code !== undefined) throw new Refusal(`${failureText(error)}\n\n${NOTHING}`);
    throw error;
  }
}

/** A database says nothing of how far it is, so the seconds show that it is not forgotten. */
function elapsed(): { show(doing: string): void; clear(): void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => {}, clear: () => {} };
  const begun = Date.now();
  let doing = 'Connecting';
  const write = () => stderr.write(`\r\x1b[K${doing} … ${Math.round((Date.now() - begun) / 1000)} s`);
  const ticker = setInterval(write, 1000);
  return {
    show(what) {
      doing = what;
      write();
    },
    clear() {
      clearInterval(ticker);
      stderr.write('\r\x1b[K');
    },
  };
}
