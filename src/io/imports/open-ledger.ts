import { stat } from 'node:fs/promises';
import * as sql from '#intake/tickets/ledger-sql.ts';
import { type LinkedCount, type LinkKind, linkKinds } from '#kb/tickets/records/ticket-links.ts';
import type { DailyCount } from '#kb/tickets/records/tickets.ts';
import { isMissing } from '../machine/files.ts';
import { ledgerPath } from '../records/ledger-folder.ts';
import type { Database } from './duckdb.ts';

const VERSION = 1;

/** What a ledger says about itself. */
export interface LedgerNotes {
  version: number;
  /** Differs if the key or the database's hash is another one; then no ticket would be found again. */
  check: string;
  /** The time of the newest export, in seconds. */
  asOf: number;
  /** The newest exports of all tickets of their days. */
  complete: sql.CompleteSpan[];
}

export interface OpenLedger {
  notes: LedgerNotes | undefined;
  /** The file, if it can be used. */
  file: string | undefined;
  /** Why it can't be used although there is one. */
  problem?: 'damaged' | 'foreign' | 'newer' | undefined;
  check: string;
}

/** Makes the database use the key, and opens the ledger of a source. */
export async function openLedger(
  database: Database,
  contentDir: string,
  source: string,
  key: string,
): Promise<OpenLedger> {
  for (const macro of sql.keyMacros(key)) await database.run(macro);
  const [found] = await database.rows<{ check: string }>(sql.keyCheck);
  const check = found?.check ?? '';
  const none = { notes: undefined, file: undefined, check };
  const file = ledgerPath(contentDir, source);
  const there = await stat(file).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (!there) return none;
  const notes = await readNotes(database, file);
  if (!notes) return { ...none, problem: 'damaged' };
  if (notes.version > VERSION) return { ...none, problem: 'newer' };
  if (notes.check !== check || notes.version < VERSION) return { ...none, problem: 'foreign' };
  return { notes, file, check };
}

async function readNotes(database: Database, file: string): Promise<LedgerNotes | undefined> {
  try {
    const [row] = await database.rows<{ about: string }>(sql.aboutRows(file));
    const notes = JSON.parse(row?.about ?? '') as LedgerNotes;
    if (typeof notes.version !== 'number' || !Array.isArray(notes.complete)) return undefined;
    // A newer version can have other columns.
    if (notes.version === VERSION) await database.rows(sql.probeRows(file));
    return notes;
  } catch {
    return undefined;
  }
}

/** The notes of a ledger after one more export. */
export function printNotes(before: OpenLedger, asOf: number, complete: sql.CompleteSpan | undefined): string {
  const known = (before.notes?.complete ?? []).filter((one) => !complete || !isWithin(one, complete));
  const notes: LedgerNotes = {
    version: VERSION,
    check: before.check,
    asOf: Math.max(asOf, before.notes?.asOf ?? 0),
    complete: complete ? [...known, complete] : known,
  };
  return JSON.stringify(notes);
}

/** Whether an export says nothing that a newer one doesn't. */
function isWithin(one: sql.CompleteSpan, other: sql.CompleteSpan): boolean {
  return one.first >= other.first && one.last <= other.last && one.asOf <= other.asOf;
}

/** The counts and links of a ledger. */
export interface KnownRows {
  counts: readonly DailyCount[];
  links: Partial<Record<LinkKind, readonly LinkedCount[] | undefined>>;
}

export async function readRows(database: Database, file: string): Promise<KnownRows> {
  type Nullable = Omit<DailyCount, 'closed' | 'rated' | 'satisfied'> &
    Record<'closed' | 'rated' | 'satisfied', number | null>;
  const rows = await database.rows<Nullable>(sql.countRowsOf(file));
  const counts = rows.map(({ closed, rated, satisfied, ...row }) => ({
    ...row,
    ...(closed !== null && { closed }),
    ...(rated !== null && { rated }),
    ...(satisfied !== null && { satisfied }),
  }));
  const links: KnownRows['links'] = {};
  for (const kind of linkKinds) {
    const found = await database.rows<Omit<LinkedCount, 'articles'> & { articles: string }>(sql.linkRowsOf(file, kind));
    links[kind] = found.map((row) => ({ ...row, articles: row.articles.split(' ') }));
  }
  return { counts, links };
}

/** What the last import did with how many tickets. */
export async function notesOf(database: Database, file: string) {
  const rows = await database.rows<{ note: number; tickets: number }>(sql.noteTotals(file));
  const of = (kind: keyof typeof sql.note) => rows.find(({ note }) => note === sql.note[kind])?.tickets ?? 0;
  return {
    added: of('added'),
    changed: of('changed'),
    removed: of('removed'),
    unchanged: of('unchanged'),
    older: of('older'),
  };
}
