import {
  type CandidateRow,
  type ColumnProbe,
  compareCandidates,
  countTags,
  holdsWords,
  probeScalars,
  scoreFields,
  scorePrefixes,
  scoreScalars,
  scoreTags,
} from '#intake/tickets/category-candidates.ts';
import type { ScoredAttribute } from '#kb/tickets/imports/imported-tickets.ts';
import { parseAttribute } from '#kb/tickets/records/ticket-sources.ts';
import { explainFailure } from './count-failure.ts';
import type { Database } from './duckdb.ts';
import type { ExportQuery } from './export-query.ts';

/**
 * Finds the attributes of tickets that could be their category, in all exports.
 *
 * @returns the candidates, those with most known categories first, and the number of tickets
 */
export async function scoreCandidates(
  database: Database,
  exports: readonly ExportQuery[],
  signal: AbortSignal | undefined,
): Promise<{ candidates: ScoredAttribute[]; tickets: number }> {
  const candidates = new Map<string, ScoredAttribute>();
  let tickets = 0;
  for (const one of exports) {
    await explainFailure(one.file, signal, async () => {
      const rows = await scoreExport(database, one);
      tickets += Math.max(0, ...rows.map((row) => row.tickets ?? row.filled));
      for (const row of rows) {
        const attribute = parseAttribute(row.name);
        if (!attribute || row.filled === 0) continue;
        const before = candidates.get(row.name);
        candidates.set(row.name, {
          attribute,
          filled: row.filled + (before?.filled ?? 0),
          distinct: Math.max(row.distinct, before?.distinct ?? 0),
          claimed: row.claimed + (before?.claimed ?? 0),
          hinted: one.ticket.hinted(attribute),
        });
      }
    });
  }
  return { candidates: [...candidates.values()].sort(compareCandidates), tickets };
}

async function scoreExport(database: Database, { ticket, from }: ExportQuery): Promise<CandidateRow[]> {
  const found: CandidateRow[] = [];
  const scalars = ticket.scalars.flatMap((attribute) => {
    const sql = ticket.scalar(attribute);
    return sql === undefined ? [] : [{ attribute, sql }];
  });
  if (scalars.length > 0) {
    const probes = await database.rows<ColumnProbe & { place: number }>(
      probeScalars(
        scalars.map(({ sql }) => sql),
        from,
      ),
    );
    const likely = new Set(probes.filter(holdsWords).map(({ place }) => place));
    const chosen = scalars.filter((_, place) => likely.has(place));
    if (chosen.length > 0) found.push(...(await database.rows<CandidateRow>(scoreScalars(chosen, from))));
  }
  if (ticket.fields) found.push(...(await database.rows<CandidateRow>(scoreFields(ticket.fields, from))));
  if (ticket.tags) {
    await database.run(countTags(ticket.tags, from));
    found.push(...(await database.rows<CandidateRow>(scoreTags)));
    found.push(...(await database.rows<CandidateRow>(scorePrefixes)));
    await database.run('DROP TABLE tag_counts');
  }
  return found;
}
