import { type IdRow, readIds, ruinedIds } from '#intake/tickets/ruined-ids.ts';
import type { RuinedIds } from '#kb/tickets/imports/imported-tickets.ts';
import { explainFailure } from './count-failure.ts';
import type { Database } from './duckdb.ts';
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
