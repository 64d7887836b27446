import { createLinkNames } from '#intake/tickets/ledger-sql.ts';
import * as sql from '#intake/tickets/replay/asked-sql.ts';
import { plainTexts } from '#intake/tickets/replay/question.ts';
import { isOtherLanguage, writtenLocale } from '#intake/tickets/ticket-locale.ts';
import type { Site } from '#kb/content/site.ts';
import { parseAttribute, type TicketSource } from '#kb/tickets/records/ticket-sources.ts';
import { compareText } from '#kb/values/text.ts';
import { explainFailure } from '../count-failure.ts';
import type { Database } from '../duckdb.ts';
import type { ExportQuery, ReadTickets } from '../export-query.ts';

/** More isn't read, neither by the search nor for words. */
const MOST_LETTERS = 2000;

export interface GroupOptions {
  site: Pick<Site, 'locales' | 'defaultLocale'>;
  source: TicketSource;
  /** Categories, each with the topic that claims it. */
  topics: readonly (readonly [category: string, topic: string])[];
  signal: AbortSignal | undefined;
}

/** Groups all counted tickets by language, topic, and the articles that their replies link. */
export async function groupTickets(
  { database, exports }: ReadTickets,
  { site, source, topics, signal }: GroupOptions,
): Promise<sql.TicketGroup[]> {
  const linked = exports.every(({ outcome }) => outcome.links !== undefined);
  const run = (statement: string) => explainFailure(undefined, signal, () => database.run(statement));
  await run(sql.createForeign);
  for (const one of exports) await findForeign(database, one, { site, source, signal });
  if (linked) await run(createLinkNames(['links']));
  for (const statement of sql.createToAsk(topics, linked)) await run(statement);
  return explainFailure(undefined, signal, () => database.rows<sql.TicketGroup>(sql.ticketGroups));
}

async function findForeign(
  database: Database,
  { file, ticket, from }: ExportQuery,
  { site, source, signal }: Pick<GroupOptions, 'site' | 'source' | 'signal'>,
): Promise<void> {
  const named = source.locale === undefined ? undefined : (parseAttribute(source.locale) ?? source.locale);
  const written = writtenLocale(ticket, named);
  if (written === undefined) return;
  await explainFailure(file, signal, async () => {
    const values = await database.rows<{ written: string }>(sql.writtenLocales(written, from));
    const others = values.map((value) => value.written).filter((value) => isOtherLanguage(value, site));
    if (others.length > 0) await database.run(sql.insertForeign(ticket, written, others, from));
  });
}

/** A ticket with what the customer wrote at first, as plain text. It stays in memory. */
export interface TicketQuestion extends Omit<sql.AskedRow, 'texts' | 'twice'> {
  /** The subject and the message, or one of them; empty if there are no words. */
  texts: readonly string[];
}

/**
 * Chooses tickets and reads their texts, part by part.
 *
 * @param groups those whose tickets can be asked
 * @param most how many tickets are chosen at most
 * @returns the numbers of chosen tickets by group; tickets without any text come without texts, or not at all
 */
export async function chooseTickets(
  { database, exports }: ReadTickets,
  groups: readonly sql.TicketGroup[],
  most: number,
  signal: AbortSignal | undefined,
): Promise<{ chosen: number[]; questions: AsyncIterable<readonly TicketQuestion[]> }> {
  for (const statement of sql.chooseAsked(groups, most))
    await explainFailure(undefined, signal, () => database.run(statement));
  const rows = await explainFailure(undefined, signal, () =>
    database.rows<{ place: number; tickets: number }>(sql.chosenGroups),
  );
  const chosen = groups.map(() => 0);
  for (const { place, tickets } of rows) chosen[place] = tickets;
  return { chosen, questions: readQuestions(database, exports, signal) };
}

async function* readQuestions(
  database: Database,
  exports: readonly ExportQuery[],
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly TicketQuestion[]> {
  const versions = new Map<string, TicketQuestion>();
  for (const { file, ticket } of exports) {
    if (ticket.id === undefined || ticket.words.texts.length === 0) continue;
    const statement = sql.readAsked(ticket, file.from(ticket.words.columns));
    const parts = database.parts<sql.AskedRow>(statement)[Symbol.asyncIterator]();
    for (;;) {
      const { done, value } = await explainFailure(file, signal, () => parts.next());
      if (done) break;
      const once: TicketQuestion[] = [];
      for (const row of value) {
        const question = questionOf(row);
        if (row.twice) keepOne(versions, question);
        else once.push(question);
      }
      yield once;
    }
  }
  yield [...versions.values()];
}

/** Versions of a ticket can differ; the choice must not depend on their order. */
function keepOne(versions: Map<string, TicketQuestion>, question: TicketQuestion): void {
  const before = versions.get(question.id);
  if (!before || compareText(before.texts.join('\n'), question.texts.join('\n')) < 0)
    versions.set(question.id, question);
}

function questionOf({ texts, twice: _, ...row }: sql.AskedRow): TicketQuestion {
  return { ...row, texts: plainTexts(texts).map((text) => text.slice(0, MOST_LETTERS)) };
}
