import { samePeople } from '#intake/tickets/words/same-people.ts';
import type { SampleRow } from '#intake/tickets/words/sample.ts';
import type { Library } from '#kb/content/library.ts';
import { TicketSource } from '#kb/tickets/records/ticket-sources.ts';
import { countTickets } from '../imports/count-tickets.ts';
import { knownWords } from '../imports/import-tickets.ts';
import type { ProgressOptions } from '../imports/progress.ts';
import { withExports } from '../imports/tidy-csv.ts';
import { readTicketSources } from '../records/ticket-sources.ts';

/** The texts of tickets, which stay in memory. */
export interface TicketTexts {
  /** At most some hundred of each topic and language. */
  rows: readonly SampleRow[];
  /** The author of a row, the same for all names of one person. */
  personOf(row: SampleRow): string | undefined;
  /** Whether the export says who wrote. */
  named: boolean;
}

/**
 * Reads tickets of topics from exports, as the import does. Nothing is written or kept.
 *
 * @param from the name of the source; by default, the name of the format
 * @throws ExportError, CategoryUnclear
 */
export async function readTicketTexts(
  paths: readonly string[],
  {
    contentDir,
    library,
    from,
    ...waiting
  }: ProgressOptions & { contentDir: string; library: Library; from: string | undefined },
): Promise<TicketTexts> {
  const { site, topics } = library;
  const { sources } = await readTicketSources(contentDir);
  return withExports(paths, waiting, async (files) => {
    const name = from ?? files[0]?.format.name ?? '';
    const source = sources[name] ?? TicketSource.parse({});
    const { sample } = await countTickets(files, {
      ...waiting,
      site,
      name,
      source,
      words: knownWords(topics, source),
      shown: [],
      sampled: topics.flatMap(({ id, categories }) => categories.map((category) => [category, id] as const)),
    });
    const person = samePeople(sample.map(({ requester, mail }) => [requester, mail]));
    const named = sample.some(({ requester }) => requester !== null);
    return {
      rows: sample,
      named,
      personOf: ({ id, requester }) => (named ? (requester === null ? undefined : person(requester)) : id),
    };
  });
}
