import { writtenValue } from '#intake/tickets/category.ts';
import {
  type CandidateRow,
  type ColumnProbe,
  compareCandidates,
  countTags,
  holdsWords,
  probeFields,
  probeScalars,
  SAMPLE_ROWS,
  scoreFields,
  scorePrefixes,
  scoreScalars,
  scoreTags,
} from '#intake/tickets/category-candidates.ts';
import { findCommas } from '#intake/tickets/choice-sql.ts';
import type { TicketSql } from '#intake/tickets/ticket-sql.ts';
import type { ScoredAttribute } from '#kb/tickets/imports/imported-tickets.ts';
import { parseAttribute, type TicketAttribute } from '#kb/tickets/records/ticket-sources.ts';
import { explainFailure } from './count-failure.ts';
import type { Database } from './duckdb.ts';
import type { ExportQuery } from './export-query.ts';

const COLUMNS_AT_ONCE = 250;

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
  // Very many columns at once would take too much memory.
  for (let start = 0; start < scalars.length; start += COLUMNS_AT_ONCE) {
    const some = scalars.slice(start, start + COLUMNS_AT_ONCE);
    const probes = await database.rows<ColumnProbe & { place: bigint }>(
      probeScalars(
        some.map(({ sql }) => sql),
        from,
      ),
    );
    const probeAt = new Map(probes.map((probe) => [Number(probe.place), probe]));
    const chosen = some.filter(({ attribute }, place) => {
      const probe = probeAt.get(place);
      return probe && holdsWords(probe, attribute, ticket.hinted(attribute));
    });
    if (chosen.length > 0) found.push(...(await database.rows<CandidateRow>(scoreScalars(chosen, from))));
  }
  if (ticket.fields) {
    const probes = await database.rows<ColumnProbe & { place: string | null }>(probeFields(ticket.fields, from));
    const names = probes.flatMap(({ place, ...probe }) =>
      place !== null && holdsWords(probe, { kind: 'field', name: place }, false) ? [place] : [],
    );
    if (names.length > 0) found.push(...(await database.rows<CandidateRow>(scoreFields(ticket.fields, names, from))));
  }
  if (ticket.tags) {
    await database.run(countTags(ticket.tags, from));
    found.push(...(await database.rows<CandidateRow>(scoreTags)));
    found.push(...(await database.rows<CandidateRow>(scorePrefixes)));
    await database.run('DROP TABLE tag_counts');
  }
  return found;
}

/** Whether commas separate choices in the field of the category. */
export async function hasCommas(database: Database, ticket: TicketSql, category: TicketAttribute, from: string) {
  if (category.kind !== 'column' && category.kind !== 'field') return false;
  const value = writtenValue(ticket, category);
  if (value === undefined) return false;
  const [row] = await database.rows<{ commas: boolean }>(findCommas(value, from, SAMPLE_ROWS));
  return row?.commas ?? false;
}
