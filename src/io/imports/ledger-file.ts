import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aboutRows, type CompleteSpan, keyCheck, keyMacros, probeRows } from '#intake/tickets/ledger-sql.ts';
import { isMissing } from '../machine/files.ts';
import type { Database } from './duckdb.ts';

// The ledgers are in a hidden folder next to the counts. They are local: git ignores the folder, and no site is built
// from it. See ledger-sql.ts for what is in them.

const VERSION = 1;

/** The folder of the ledgers. */
export function ledgerFolder(contentDir: string): string {
  return join(contentDir, 'tickets', '.ledger');
}

export function ledgerPath(contentDir: string, source: string): string {
  return join(ledgerFolder(contentDir), `${source}.parquet`);
}

/** What a ledger says about itself. */
export interface LedgerNotes {
  version: number;
  /** Differs if the key or the database's hash is another one; then no ticket would be found again. */
  check: string;
  /** The time of the newest export, in seconds. */
  asOf: number;
  /** The newest exports of all tickets of their days. */
  complete: CompleteSpan[];
}

export interface OpenLedger {
  notes: LedgerNotes | undefined;
  /** The file, if it can be used. */
  file: string | undefined;
  /** Why it can't be used although there is one. */
  problem?: 'damaged' | 'foreign' | 'newer' | undefined;
  check: string;
}

/** The secret key of the ledgers of a content folder; a new one if there is none. It is not written yet. */
export async function readKey(contentDir: string): Promise<{ key: string; isNew: boolean }> {
  const text = await readFile(keyPath(contentDir), 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return '';
    throw error;
  });
  const key = /^[0-9a-f]{32}$/.exec(text.trim())?.[0];
  return key === undefined ? { key: randomBytes(16).toString('hex'), isNew: true } : { key, isNew: false };
}

/** Creates the folder with its key, which only you can read, and keeps git from adding it. */
export async function writeKey(contentDir: string, key: string): Promise<void> {
  const folder = ledgerFolder(contentDir);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '.gitignore'), '*\n');
  await rm(keyPath(contentDir), { force: true });
  await writeFile(keyPath(contentDir), `${key}\n`, { mode: 0o600 });
}

function keyPath(contentDir: string): string {
  return join(ledgerFolder(contentDir), 'key');
}

/** Makes the database use the key, and opens the ledger of a source. */
export async function openLedger(
  database: Database,
  contentDir: string,
  source: string,
  key: string,
): Promise<OpenLedger> {
  for (const sql of keyMacros(key)) await database.run(sql);
  const [found] = await database.rows<{ check: string }>(keyCheck);
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
    const [row] = await database.rows<{ about: string }>(aboutRows(file));
    const notes = JSON.parse(row?.about ?? '') as LedgerNotes;
    if (typeof notes.version !== 'number' || !Array.isArray(notes.complete)) return undefined;
    // A newer version can have other columns.
    if (notes.version === VERSION) await database.rows(probeRows(file));
    return notes;
  } catch {
    return undefined;
  }
}

/** The notes of a ledger after one more export. */
export function printNotes(before: OpenLedger, asOf: number, complete: CompleteSpan | undefined): string {
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
function isWithin(one: CompleteSpan, other: CompleteSpan): boolean {
  return one.first >= other.first && one.last <= other.last && one.asOf <= other.asOf;
}
