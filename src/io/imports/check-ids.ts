import { type IdRow, readIds, ruinedIds } from '#intake/tickets/ruined-ids.ts';
import { namesSum, readSums } from '#intake/tickets/shapes/summed-rows.ts';
import { identifier } from '#intake/tickets/sql.ts';
import type { RuinedIds } from '#kb/tickets/imports/imported-tickets.ts';
import { explainFailure } from './count-failure.ts';
import type { Database } from './duckdb.ts';
import { ExportError } from './export-error.ts';
import type { ExportQuery } from './export-query.ts';

/**
 * Finds exports whose ids can't tell tickets apart, such as those that Excel has rounded, and makes their queries do
 * without ids: every row is a ticket then.
 *
 * @param exports changed in place
 * @returns what the ids of the first such export look like
 */
export async function leaveRuinedIds(
  database: Database,
  exports: ExportQuery[],
  signal: AbortSignal | undefined,
): Promise<RuinedIds | undefined> {
  let first: RuinedIds | undefined;
  for (const [place, one] of exports.entries()) {
    const { id, created } = one.ticket;
    if (id === undefined) continue;
    const [row] = await explainFailure(one.file, signal, () => database.rows<IdRow>(readIds(id, created, one.from)));
    const ruined = row && ruinedIds(row);
    if (!ruined) continue;
    first ??= ruined;
    exports[place] = { ...one, ticket: { ...one.ticket, id: undefined } };
  }
  return first;
}

/**
 * @param name of the source
 * @throws ExportError if an export has a row per day and category instead of one per ticket, as reports do
 */
export async function mustListTickets(
  database: Database,
  exports: readonly ExportQuery[],
  name: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const { file, ticket, from } of exports) {
    if (ticket.id !== undefined || file.format.layout === 'json') continue;
    for (const [place, key] of file.keys.entries()) {
      if (!namesSum(key) || file.paths?.has(key)) continue;
      const value = file.layout.kind === 'rows' ? `"c${place}"` : identifier(key);
      const [row] = await explainFailure(file, signal, () => database.rows<{ sums: boolean }>(readSums(value, from)));
      if (row?.sums)
        throw new ExportError(
          `${file.path}: The rows are sums: "${key}" has the number of tickets of each. One row per ticket is expected.\n` +
            '  Export the list of tickets, with their ids. If each row is one ticket all the same, delete that column.\n' +
            `  If there are only sums, write them to tickets/${name}.csv in the content folder, with the columns\n` +
            '  day,locale,category,tickets.',
        );
    }
  }
}
