import { CategoryUnclear } from '#io/imports/count-tickets.ts';
import { TableUnclear } from '#io/imports/database/import-from-database.ts';
import { ExportError } from '#io/imports/export-error.ts';
import { tableLines } from '#report/imports/table-text.ts';
import { unclearText } from '#report/imports/tickets-text.ts';
import { failureText, NOTHING, Refusal } from '../shared/failures.ts';
import { type Progress, showProgress } from '../shared/progress.ts';

/** Runs an import with a progress display, interruption, and explained failures. */
export async function attended<Done>(run: (progress: Progress, signal: AbortSignal) => Promise<Done>): Promise<Done> {
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());
  const progress = showProgress();
  try {
    return await run(progress, abort.signal);
  } catch (error) {
    progress.clear();
    throw explained(error);
  }
}

/** A failure that the user can fix, as a refusal that says how; anything else unchanged. */
function explained(error: unknown): unknown {
  const refusal = (text: string) => new Refusal(`${text}\n\n${NOTHING}`);
  if (error instanceof TableUnclear) return refusal(tableLines(error.tables, error.source, error.told).join('\n'));
  if (error instanceof CategoryUnclear) return refusal(unclearText(error));
  if (error instanceof ExportError) return refusal(error.message);
  if ((error as NodeJS.ErrnoException).code !== undefined) return refusal(failureText(error));
  return error;
}
