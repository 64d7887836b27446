import {
  type Candidate,
  type CandidateRow,
  compareCandidates,
  countTags,
  holdsWords,
  type Probe,
  probeScalars,
  weighFields,
  weighPrefixes,
  weighScalars,
  weighTags,
} from '#intake/tickets/candidates.ts';
import { parseCarrier } from '#kb/tickets/records/ticket-sources.ts';
import { explainFailure } from './count-failure.ts';
import type { Database } from './duckdb.ts';
import type { ExportWithParts } from './export-with-parts.ts';

/**
 * Looks in all exports where the category of a ticket might stand.
 *
 * @returns the places, those with most known words first, and the number of tickets
 */
export async function weighCandidates(
  database: Database,
  exports: readonly ExportWithParts[],
  signal: AbortSignal | undefined,
): Promise<{ candidates: Candidate[]; tickets: number }> {
  const candidates = new Map<string, Candidate>();
  let tickets = 0;
  for (const one of exports) {
    await explainFailure(one.file, signal, async () => {
      const rows = await weigh(database, one);
      tickets += Math.max(0, ...rows.map((row) => row.tickets ?? row.filled));
      for (const row of rows) {
        const carrier = parseCarrier(row.name);
        if (!carrier || row.filled === 0) continue;
        const before = candidates.get(row.name);
        candidates.set(row.name, {
          carrier,
          filled: row.filled + (before?.filled ?? 0),
          distinct: Math.max(row.distinct, before?.distinct ?? 0),
          claimed: row.claimed + (before?.claimed ?? 0),
          hinted: one.parts.hinted(carrier),
        });
      }
    });
  }
  return { candidates: [...candidates.values()].sort(compareCandidates), tickets };
}

async function weigh(database: Database, { parts, from }: ExportWithParts): Promise<CandidateRow[]> {
  const found: CandidateRow[] = [];
  const scalars = parts.scalars.flatMap((carrier) => {
    const sql = parts.scalar(carrier);
    return sql === undefined ? [] : [{ carrier, sql }];
  });
  if (scalars.length > 0) {
    const probes = await database.rows<Probe & { place: number }>(
      probeScalars(
        scalars.map(({ sql }) => sql),
        from,
      ),
    );
    const likely = new Set(probes.filter(holdsWords).map(({ place }) => place));
    const chosen = scalars.filter((_, place) => likely.has(place));
    if (chosen.length > 0) found.push(...(await database.rows<CandidateRow>(weighScalars(chosen, from))));
  }
  if (parts.fields) found.push(...(await database.rows<CandidateRow>(weighFields(parts.fields, from))));
  if (parts.tags) {
    await database.run(countTags(parts.tags, from));
    found.push(...(await database.rows<CandidateRow>(weighTags)));
    found.push(...(await database.rows<CandidateRow>(weighPrefixes)));
    await database.run('DROP TABLE tag_counts');
  }
  return found;
}
