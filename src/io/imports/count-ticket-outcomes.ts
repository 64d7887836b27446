import { outcomeTotals } from '#intake/tickets/count.ts';
import { createLinkedTable, linkedCounts, linkTotals } from '#intake/tickets/links.ts';
import type { TicketOutcome } from '#intake/tickets/ticket-sql.ts';
import type { TicketOutcomeCounts } from '#kb/tickets/imports/imported-tickets.ts';
import type { LinkedCount, LinkKind } from '#kb/tickets/records/ticket-links.ts';
import type { Database } from './duckdb.ts';
import type { ExportQuery } from './export-query.ts';

interface Totals {
  tickets: number;
  said: number;
  closed: number;
  astray: number;
  rated: number;
  satisfied: number;
}

/** Counts the newest versions of all tickets. */
export async function countTicketOutcomes(
  database: Database,
  exports: readonly ExportQuery[],
): Promise<TicketOutcomeCounts> {
  const [totals] = await database.rows<Totals>(outcomeTotals);
  const told = <Part extends keyof TicketOutcome>(part: Part) =>
    exports.every(({ outcome }) => outcome[part]) ? exports[0]?.outcome[part] : undefined;
  const result: TicketOutcomeCounts = { unclear: [] };
  if (!totals) return result;
  const closed = told('closed');
  // States in an unknown language must not be counted as open.
  if (closed?.guessed && closed.is && totals.said > 0 && totals.closed === 0)
    result.unclear.push({ key: 'closed', place: closed.place });
  else if (closed && totals.said > 0) result.closed = { place: closed.place, is: closed.is, tickets: totals.closed };
  const satisfaction = told('satisfaction');
  if (satisfaction?.guessed && totals.astray > 0 && totals.rated === 0)
    result.unclear.push({ key: 'satisfaction', place: satisfaction.place });
  else if (satisfaction) {
    const { place, scale } = satisfaction;
    const { rated, satisfied, astray } = totals;
    result.satisfaction = { place, scale, rated, satisfied, astray };
  }
  const links = told('links');
  if (links) result.links = await countLinks(database, 'links', links, result.closed !== undefined);
  const startedOn = told('startedOn');
  if (startedOn) result.startedOn = await countLinks(database, 'startedOn', startedOn, false);
  return result;
}

async function countLinks(
  database: Database,
  column: LinkKind,
  { place, guessed }: { place: string; guessed: boolean },
  closed: boolean,
): Promise<TicketOutcomeCounts['links']> {
  await database.run(createLinkedTable(column));
  const [totals] = await database.rows<{ tickets: number; lost: number }>(linkTotals);
  if (guessed && !totals?.tickets) return undefined;
  const rows = await database.rows<Omit<LinkedCount, 'articles'> & { articles: string }>(linkedCounts(closed));
  const counts = rows.map(({ articles, ...row }) => ({ ...row, articles: articles.split(' ') }));
  // Most addresses in a text aren't meant as links to articles, so they aren't counted as lost.
  return { place, counts, lost: place === 'text' ? 0 : (totals?.lost ?? 0) };
}
