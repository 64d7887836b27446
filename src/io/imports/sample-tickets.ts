import { anyText, chooseSample, readSample, type SampleRow } from '#intake/tickets/words/sample.ts';
import { compareText } from '#kb/values/text.ts';
import { explainFailure } from './count-failure.ts';
import type { Database } from './duckdb.ts';
import type { ExportQuery } from './export-query.ts';

/**
 * Reads the texts of a sample of the counted tickets, into memory only.
 *
 * @param topics categories, each with the topic that claims it
 * @returns each ticket once, in an order that depends only on the tickets; none if the exports contain no texts
 */
export async function sampleTickets(
  database: Database,
  exports: readonly ExportQuery[],
  topics: readonly (readonly [category: string, topic: string])[],
  signal: AbortSignal | undefined,
): Promise<SampleRow[]> {
  const written: { one: ExportQuery; from: string }[] = [];
  for (const one of exports) {
    const { ticket, file } = one;
    if (ticket.id === undefined || ticket.words.texts.length === 0) continue;
    const from = file.from(ticket.words.columns);
    const [row] = await explainFailure(file, signal, () => database.rows<{ any: boolean }>(anyText(ticket, from)));
    if (row?.any) written.push({ one, from });
  }
  if (written.length === 0) return [];
  await explainFailure(undefined, signal, () => database.run(chooseSample(topics)));
  const found = new Map<string, SampleRow>();
  for (const { one, from } of written)
    for (const row of await explainFailure(one.file, signal, () =>
      database.rows<SampleRow>(readSample(one.ticket, from)),
    )) {
      const before = found.get(row.id);
      // Versions of a ticket can differ; the choice must not depend on their order.
      if (!before || compareText(before.text, row.text) < 0) found.set(row.id, row);
    }
  return [...found.values()].sort((a, b) => compareText(a.id, b.id));
}
