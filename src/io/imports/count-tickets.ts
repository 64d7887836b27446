import { categoryValue } from '#intake/tickets/category.ts';
import { choiceMacros } from '#intake/tickets/choice-sql.ts';
import { chooseCategory } from '#intake/tickets/choose-category.ts';
import * as count from '#intake/tickets/count.ts';
import { insertTickets } from '#intake/tickets/insert-tickets.ts';
import { type ArticleName, createLinkKeys } from '#intake/tickets/links.ts';
import { rowId } from '#intake/tickets/replay/asked-sql.ts';
import { daysIn, daysInUtc, macros } from '#intake/tickets/sql.ts';
import { localeSql } from '#intake/tickets/ticket-locale.ts';
import { wordKeyMacros } from '#intake/tickets/word-sql.ts';
import type { SampleRow } from '#intake/tickets/words/sample.ts';
import type { Site } from '#kb/content/site.ts';
import type { CountedTickets, ScoredAttribute } from '#kb/tickets/imports/imported-tickets.ts';
import { type LeftOutReason, leftOutReasons } from '#kb/tickets/imports/left-out.ts';
import type { DayTickets } from '#kb/tickets/imports/misdated-days.ts';
import { type LinkKind, linkKinds } from '#kb/tickets/records/ticket-links.ts';
import {
  parseAttribute,
  printAttribute,
  type TicketAttribute,
  type TicketSource,
} from '#kb/tickets/records/ticket-sources.ts';
import type { DailyCount } from '#kb/tickets/records/tickets.ts';
import { repeat } from '../machine/repeat.ts';
import { correctChanges, datesRead, leaveOutDays } from './check-dates.ts';
import { leaveRuinedIds, mustListTickets } from './check-ids.ts';
import { explainFailure } from './count-failure.ts';
import { mustHaveRows, rowsIn, rowsSoFar, whatLeftOut } from './count-rows.ts';
import { countTicketOutcomes } from './count-ticket-outcomes.ts';
import { type Database, openDatabase, spareMemory } from './duckdb.ts';
import { ExportError, type OpenExport } from './export.ts';
import { type ExportQuery, queryOf, type ReadTickets } from './export-query.ts';
import { provideTimeReader, readLocalDates } from './local-dates.ts';
import { missingColumnError } from './missing-column.ts';
import { PROGRESS_INTERVAL_MS, type ProgressOptions } from './progress.ts';
import { sampleTickets } from './sample-tickets.ts';
import { hasCommas, scoreCandidates } from './score-candidates.ts';

export interface CountOptions extends ProgressOptions {
  site: Pick<Site, 'locales' | 'defaultLocale' | 'url'>;
  /** The name of the source. */
  name: string;
  source: TicketSource;
  /** Categories in topics.yaml, and values mapped to categories in tickets.yaml. */
  words: readonly count.KnownWord[];
  /** Categories that the source's counts already contain. */
  shown: readonly string[];
  /** The counts of earlier imports. */
  known?: readonly DayTickets[] | undefined;
  /** By the clock; without it, no day is in the future. */
  today?: string | undefined;
  /** The names by which tickets can link articles. */
  articles?: readonly ArticleName[] | undefined;
  /** Categories with their topics, to also read a sample of the texts. */
  sampled?: readonly (readonly [category: string, topic: string])[] | undefined;
  /** Called at the end, while the tickets are still in the database; `dated` says whether they have a time of change. */
  compare?: ((database: Database, counted: CountedTickets, dated: boolean) => Promise<void>) | undefined;
  /** Called last, with the tickets in the database and what reads them. Rows without ids have made ones then. */
  read?: ((reading: ReadTickets) => Promise<void>) | undefined;
}

/** The counts, and a sample of the texts, which stays in memory. */
export interface CountedAndRead {
  counted: CountedTickets;
  sample: SampleRow[];
}

/** The category can't be found: no attribute is a clear choice, or the one in tickets.yaml is always empty. */
export class CategoryUnclear extends Error {
  candidates: readonly ScoredAttribute[];
  told: TicketAttribute | undefined;
  /** The name of the source, for the lines to write into tickets.yaml. */
  source: string;
  constructor(source: string, candidates: readonly ScoredAttribute[], told?: TicketAttribute) {
    super('It is not clear which column holds the category of a ticket.');
    this.candidates = candidates;
    this.told = told;
    this.source = source;
  }
}

/**
 * Counts the tickets of exports of one format, each ticket once.
 *
 * @throws ExportError if a file can't be read to the end, or lacks a column named in tickets.yaml
 * @throws CategoryUnclear if tickets.yaml doesn't name the category column and it can't be guessed
 */
export async function countTickets(files: readonly OpenExport[], options: CountOptions): Promise<CountedAndRead> {
  const exports: ExportQuery[] = [];
  for (const file of files) exports.push(await queryOf(file, options));
  const linked = linkKinds.filter((column) => exports.every(({ outcome }) => outcome[column] !== undefined));
  const { timezone } = options.source;
  const times = options.source.times ?? exports.find(({ ticket }) => ticket.times)?.ticket.times ?? timezone;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const database = await openDatabase(times, bytes);
  const interrupt = () => database.interrupt();
  options.signal?.addEventListener('abort', interrupt);
  let step: { doing: string; done?: number; rows?: number } = { doing: 'Reading the dates' };
  const endProgress = repeat(PROGRESS_INTERVAL_MS, async () => {
    const { doing, done, rows: expected } = step;
    if (expected === undefined || !options.onProgress) return options.onProgress?.(doing, done);
    const [row] = await database.beside<{ rows: bigint }>(count.rowsRead);
    const rows = Number(row?.rows ?? 0);
    options.onProgress(doing, Math.min(1, rows / Math.max(1, expected)), rows);
  });
  try {
    const dateOptions = { ...options.source, ...options };
    const timeReader = provideTimeReader(database, dateOptions);
    const places = exports.flatMap(({ ticket }) => ticket.leftOut);
    const tables = count.createTables(options.words, options.shown, options.site.locales, linked, places);
    const linkKeys = linked.length > 0 ? createLinkKeys(options.site, options.articles ?? []) : [];
    for (const sql of [...wordKeyMacros, ...choiceMacros, ...macros, ...tables, ...linkKeys]) await database.run(sql);
    await mustListTickets(database, exports, options.name, options.signal);
    const ruinedIds = await leaveRuinedIds(database, exports, options.signal);
    if (options.read) for (const { ticket } of exports) ticket.id ??= rowId(ticket);
    const days = times !== timezone ? daysIn(timezone) : times === 'UTC' ? [daysInUtc] : [];
    for (const sql of days) await database.run(sql);
    const dates = await readLocalDates(database, exports, timeReader, dateOptions);
    step = { doing: 'Looking for the category' };
    const told = options.source.category === undefined ? undefined : parseAttribute(options.source.category);
    const scored = told ? undefined : await scoreCandidates(database, exports, options.signal);
    // Without a likely category, nothing was scored, so the rows weren't counted either.
    if (scored?.tickets === 0 && (await rowsIn(database, exports, options.signal)) === 0) throw noTicketsError(files);
    const choice = scored && chooseCategory(scored.candidates, scored.tickets);
    const category = told ?? choice?.chosen.attribute;
    if (!category) throw new CategoryUnclear(options.name, scored?.candidates ?? []);
    // Only the progress display needs the number of rows in advance.
    const expected = scored?.tickets ?? (options.onProgress ? await rowsIn(database, exports, options.signal) : 0);
    step = { doing: 'Reading tickets', rows: expected };
    const insertAll = async () => {
      for (const one of exports)
        await explainFailure(one.file, options.signal, () => insert(database, one, category, linked, options));
    };
    await insertAll();
    // Only a later row had a date such as 02/11/2026.
    if (await dates.settleOrder()) {
      await database.run(count.forgetTickets);
      await insertAll();
    }
    if (told && !(await anyCategory(database)))
      throw new CategoryUnclear(
        options.name,
        (await scoreCandidates(database, exports, options.signal)).candidates,
        told,
      );
    const counting = (done: number) => {
      step = { doing: 'Counting', done };
    };
    const totals = await explainFailure(undefined, options.signal, () => total(database, exports, options, counting));
    const counted = {
      ...totals,
      category,
      choice,
      candidates: scored?.candidates ?? [],
      ids: exports.every(({ ticket }) => ticket.id !== undefined),
      ruinedIds,
      ...(await datesRead(database, exports, totals.noDate, times, options)),
    };
    step = { doing: 'Reading the texts' };
    const sample = options.sampled ? await sampleTickets(database, exports, options.sampled, options.signal) : [];
    step = { doing: 'Comparing with earlier imports' };
    const dated = exports.every(({ ticket }) => ticket.updated !== undefined);
    await explainFailure(undefined, options.signal, async () => options.compare?.(database, counted, dated));
    const onStep: ReadTickets['onStep'] = (doing, done) => {
      step = { doing, ...(done !== undefined && { done }) };
    };
    await options.read?.({ database, exports, counted, onStep });
    return { counted, sample };
  } finally {
    await endProgress();
    options.signal?.removeEventListener('abort', interrupt);
    await database.close();
  }
}

/** The exports are complete, but empty. */
export function noTicketsError(files: readonly OpenExport[]): ExportError {
  return new ExportError(
    `${files.map(({ path }) => path).join(', ')}: There are no tickets to count.\n  Export a period that has tickets.`,
  );
}

async function insert(
  database: Database,
  { file, ticket, outcome, from }: ExportQuery,
  category: TicketAttribute,
  linked: readonly LinkKind[],
  options: CountOptions,
) {
  const { locale } = options.source;
  const spoken = locale === undefined ? undefined : (parseAttribute(locale) ?? locale);
  const prefix = typeof spoken === 'object' && spoken.kind === 'tag-prefix' ? spoken.name : undefined;
  const value = categoryValue(ticket, category, prefix, await hasCommas(database, ticket, category, from));
  if (!value) throw await missingColumnError(file, { key: 'category', name: printAttribute(category) }, options);
  const language = localeSql(ticket, spoken, options.site);
  if (language === undefined) throw await missingColumnError(file, { key: 'locale', name: locale ?? '' }, options);
  if (category.kind === 'tag' && ticket.tags) await database.run(count.findCommonTags(ticket.tags, from));
  const before = await rowsSoFar(database);
  await database.run(insertTickets(ticket, value, language, outcome, linked, from));
  mustHaveRows(file, (await rowsSoFar(database)) - before);
}

async function anyCategory(database: Database): Promise<boolean> {
  const [row] = await database.rows<{ any: boolean }>(count.anyCategory);
  return row?.any ?? false;
}

async function total(
  database: Database,
  exports: readonly ExportQuery[],
  { known = [], today }: CountOptions,
  onDone: (share: number) => void,
) {
  const [before] = await database.rows<{ read: bigint; noId: bigint }>(count.readTotals);
  onDone(0);
  const changed = await correctChanges(database, known, today);
  await database.run(count.findTwice);
  const [twice] = await database.rows<{ batches: number }>(count.batchesOfTwice);
  const batches = twice?.batches ?? 0;
  const steps = [...(batches > 1 ? [spareMemory] : []), ...count.keepNewest(batches)];
  for (const [place, sql] of steps.entries()) {
    onDone(place / steps.length);
    await database.run(sql);
  }
  const opened = await leaveOutDays(database, known, today);
  for (const sql of count.nameWords) await database.run(sql);
  const [after] = await database.rows<
    { tickets: bigint; noDate: bigint; requesters: boolean } & Record<LeftOutReason, bigint>
  >(count.keptTotals);
  const leftOut = leftOutReasons.map((reason) => [reason, Number(after?.[reason] ?? 0)] as const);
  const outcome = await countTicketOutcomes(database, exports);
  const columns = { closed: outcome.closed !== undefined, rated: outcome.satisfaction !== undefined };
  const counts = await database.rows<DailyCount>(count.dailyCounts(columns));
  const read = Number(before?.read ?? 0);
  const noId = Number(before?.noId ?? 0);
  return {
    counts,
    outcome,
    wrongDates: { opened, changed },
    read,
    noId,
    duplicates: read - noId - Number(after?.tickets ?? 0),
    leftOut: Object.fromEntries(leftOut.filter(([, tickets]) => tickets > 0)),
    leftOutBy: await whatLeftOut(database, exports),
    noDate: Number(after?.noDate ?? 0),
    requesters: after?.requesters ?? false,
  };
}
