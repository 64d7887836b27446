import { join } from 'node:path';
import { dropTickets } from '#intake/tickets/count.ts';
import * as sql from '#intake/tickets/ledger-sql.ts';
import { dayRules, knownFromCounts, unownedDays } from '#kb/tickets/imports/counted-days.ts';
import { decideKind, type ExportKind, type KnownDay, type KnownTickets } from '#kb/tickets/imports/export-kind.ts';
import type { CountedTickets, ImportComparison } from '#kb/tickets/imports/imported-tickets.ts';
import { type MisdatedDay, withoutMisdated } from '#kb/tickets/imports/misdated-days.ts';
import { type LinkedCount, type LinkKind, linkKinds, replaceLinks } from '#kb/tickets/records/ticket-links.ts';
import { chooseCounts, type DailyCount, replaceDays } from '#kb/tickets/records/tickets.ts';
import { addDays } from '#kb/values/day.ts';
import type { Database } from './duckdb.ts';
import { ExportError } from './export-error.ts';
import { type KnownRows, notesOf, type OpenLedger, openLedger, printNotes, readRows } from './open-ledger.ts';

export interface MergeInput {
  contentDir: string;
  source: string;
  /** The secret key of the ledgers. */
  key: string;
  /** An empty folder on the disk of the ledger. */
  drafts: string;
  /** The counts and links of earlier imports. */
  old: readonly DailyCount[];
  oldLinks: Readonly<Record<LinkKind, readonly LinkedCount[]>>;
  /** By the clock. */
  today?: string | undefined;
  /** What the user says the export is. */
  told?: 'full' | 'changed' | undefined;
  /** The files, as the user named them. */
  paths: string;
}

/** All that is known of a source after an import. */
export interface MergedTickets {
  counts: DailyCount[];
  /** Of the kinds that the export has. */
  links: Partial<Record<LinkKind, LinkedCount[]>>;
  /** The new ledger, to be moved into place; `undefined` if the tickets have no ids. */
  draft: string | undefined;
  comparison: ImportComparison;
}

/** An export lacks so many known tickets that it could be all tickets or only some. */
export class KindUnclear extends ExportError {
  constructor(paths: string, { first, last }: { first: string; last: string }, { known, missing }: KnownTickets) {
    super(
      `${paths}: It isn't clear whether this export has all tickets opened from ${first} to ${last}.\n` +
        `  Earlier imports had ${known} tickets of the days in between, and ${missing} of them are missing here.\n` +
        `  If they were deleted, add --full: the ${missing} tickets are no longer counted.\n` +
        `  If the export has only changed or selected tickets, add --changed: the ${missing} tickets stay as they are.`,
    );
  }
}

/**
 * Compares the counted tickets of an export with those that are known, while they are still in the database.
 *
 * @param dated whether the export says when tickets were changed
 * @throws KindUnclear if the export could be all tickets or only some
 */
export async function mergeTickets(
  database: Database,
  counted: CountedTickets,
  dated: boolean,
  found: MergeInput,
): Promise<MergedTickets | undefined> {
  const { kept, misdated } = withoutMisdated(found.old, counted.counts, found.today);
  const input: Input = { ...found, old: kept, misdated };
  const [times] = await database.rows<Times>(sql.exportTimes);
  if (!times?.first || !times.last) return undefined;
  const days = { first: times.first, last: times.last, since: dated ? times.since : times.first };
  if (!counted.ids) return mergeDays(counted, dated, days, input);
  const ledger = await openLedger(database, input.contentDir, input.source, input.key);
  const span = {
    first: times.first,
    last: times.last,
    earliest: dated ? times.earliest : 0,
    asOf: times.latest ?? times.earliest,
  };
  const linked = linkKinds.filter((kind) => counted.outcome?.[kind] !== undefined);
  if (linked.length > 0) await database.run(sql.createLinkNames(linked));
  // If earlier exports said which tickets are closed, one in which none is has only open tickets.
  const isAllOpen =
    counted.outcome?.unclear.some(({ key }) => key === 'closed') === true &&
    input.old.some(({ closed }) => closed !== undefined);
  const rows = sql.freshRows({
    asOf: span.asOf,
    dated,
    closed: counted.outcome?.closed !== undefined || isAllOpen,
    rated: counted.outcome?.satisfaction !== undefined,
    linked,
  });
  const fresh = join(input.drafts, 'fresh.parquet');
  const draft = join(input.drafts, 'ledger.parquet');
  const before: KnownRows = ledger.file ? await readRows(database, ledger.file) : { counts: [], links: {} };
  const unowned = new Set([
    ...unownedDays(input.old, before.counts),
    ...linked.flatMap((kind) => [...unownedDays(input.oldLinks[kind], before.links[kind] ?? [])]),
  ]);
  const decide = (owned: readonly KnownDay[]) => {
    const others = knownFromCounts(input.old, counted.counts, { unowned, ...days });
    const decided = mustDecide([...owned, ...others], dated, days, input);
    const isComplete = decided.kind === 'full' || (decided.kind === 'first' && days.since <= addDays(span.first, 1));
    return { ...decided, notes: printNotes(ledger, span.asOf, isComplete ? span : undefined) };
  };
  let decided: ReturnType<typeof decide>;
  if (ledger.file) {
    await database.run(sql.createWordNames);
    await database.run(sql.writeRows(rows, fresh));
    for (const statement of dropTickets) await database.run(statement);
    const known = await database.rows<KnownRow>(sql.missingRows(ledger.file, fresh, span));
    decided = decide(known.filter(({ day }) => !unowned.has(day)).map(knownDay));
    for (const statement of sql.createTextTypes(ledger.file, fresh)) await database.run(statement);
    const newer = await newerSpans(database, ledger, fresh, span.asOf);
    const merged = sql.mergedRows(ledger.file, fresh, { ...span, full: decided.kind === 'full', newer });
    await database.run(sql.writeLedger(merged, draft, decided.notes));
  } else {
    decided = decide([]);
    await database.run(sql.writeLedger(rows, draft, decided.notes));
  }
  const now: KnownRows =
    ledger.file || isAllOpen
      ? await readRows(database, draft)
      : { counts: counted.counts, links: byKind(linked, (kind) => counted.outcome?.[kind]?.counts ?? []) };
  const merged = replaceKnown(counted, days, input, { ...decided, now, unowned });
  const { added, ...notes } = await notesOf(database, draft);
  // Tickets of days whose counts stay are new in the ledger only.
  const isNew = Math.max(0, added - merged.comparison.unowned.tickets);
  return {
    ...merged,
    draft,
    comparison: { ...merged.comparison, ...notes, added: isNew, problem: ledger.problem },
  };
}

interface Input extends MergeInput {
  /** The days that are already taken out of the old counts. */
  misdated: readonly MisdatedDay[];
}

export type DaysInput = Pick<Input, 'old' | 'oldLinks' | 'told' | 'paths' | 'misdated'>;

/** The first and last day of an export, and the day of its earliest change. */
interface ExportDays {
  first: string;
  last: string;
  since: string;
}

/** Without ids, only the numbers of tickets per day can be compared. */
export function mergeDays(counted: CountedTickets, dated: boolean, days: ExportDays, input: DaysInput): MergedTickets {
  const unowned = new Set(input.old.map(({ day }) => day));
  const decided = mustDecide(knownFromCounts(input.old, counted.counts, { unowned, ...days }), dated, days, input);
  const links = byKind(linkKinds, (kind) => counted.outcome?.[kind]?.counts);
  return replaceKnown(counted, days, input, { ...decided, now: { counts: counted.counts, links }, unowned });
}

function mustDecide(known: readonly KnownDay[], dated: boolean, days: ExportDays, { told, paths }: DaysInput) {
  const { kind, ...evidence } = decideKind({ days: known, dated, told });
  if (kind === undefined) throw new KindUnclear(paths, days, evidence);
  return { kind, ...evidence };
}

interface Decision extends KnownTickets {
  kind: ExportKind;
  /** What is known after the export, except of the unowned days that it doesn't have in full. */
  now: KnownRows;
  unowned: ReadonlySet<string>;
}

function replaceKnown(
  counted: CountedTickets,
  { since }: ExportDays,
  { old, oldLinks, told, misdated }: DaysInput,
  { kind, known, missing, now, unowned }: Decision,
): MergedTickets {
  const choose = chooseCounts(old, now.counts, dayRules({ kind, unowned, fresh: counted.counts, since }));
  const linked = linkKinds.filter((kind) => counted.outcome?.[kind] !== undefined);
  const kept = counted.counts.filter((row) => choose(row) === 'old');
  const isKept = ({ day }: LinkedCount) => !misdated.some((one) => one.day === day);
  return {
    counts: replaceDays(old, now.counts, choose),
    links: byKind(linked, (kind) => replaceLinks(oldLinks[kind].filter(isKept), now.links[kind] ?? [], choose)),
    draft: undefined,
    comparison: {
      kind,
      told: told !== undefined,
      known,
      missing,
      since,
      ids: counted.ids,
      dropped: misdated,
      ...{ added: 0, changed: 0, removed: 0, unchanged: 0, older: 0 },
      unowned: {
        tickets: kept.reduce((sum, { tickets }) => sum + tickets, 0),
        days: new Set(kept.map(({ day }) => day)).size,
        last: kept.reduce((last, { day }) => (day > last ? day : last), ''),
      },
    },
  };
}

interface Times {
  earliest: number;
  latest: number | null;
  since: string;
  first: string | null;
  last: string | null;
}

function byKind<Value>(kinds: readonly LinkKind[], of: (kind: LinkKind) => Value): Partial<Record<LinkKind, Value>> {
  return Object.fromEntries(kinds.map((kind) => [kind, of(kind)]));
}

type KnownRow = Record<'before' | 'beforeMissing' | 'since' | 'sinceMissing' | 'later' | 'laterMissing', number> & {
  day: string;
};

function knownDay(row: KnownRow): KnownDay {
  return {
    day: row.day,
    before: { known: row.before, missing: row.beforeMissing },
    since: { known: row.since, missing: row.sinceMissing },
    later: { known: row.later, missing: row.laterMissing },
  };
}

/** If a newer export of all tickets lacks so many, it was not one. */
const MOST_GONE = 0.05;

/** The exports of all tickets that are newer than this one. */
async function newerSpans(
  database: Database,
  { notes, file = '' }: OpenLedger,
  fresh: string,
  asOf: number,
): Promise<sql.CompleteSpan[]> {
  const result: sql.CompleteSpan[] = [];
  for (const one of notes?.complete ?? []) {
    if (one.asOf <= asOf) continue;
    const [row] = await database.rows<{ tickets: number; unknown: number }>(sql.unknownRows(file, fresh, one));
    if (row && row.unknown > 0 && row.unknown <= Math.max(2, row.tickets * MOST_GONE)) result.push(one);
  }
  return result;
}
