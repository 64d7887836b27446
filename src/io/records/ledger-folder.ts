import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finishReplacing } from '../machine/atomic-write.ts';
import { claimFolder } from '../machine/claim-folder.ts';
import { isMissing } from '../machine/files.ts';

// The ledgers are in a hidden folder next to the counts. They are local: git ignores the folder, and no site is built
// from it. See ledger-sql.ts for what is in them.

/** The folder of the ledgers. */
export function ledgerFolder(contentDir: string): string {
  return join(contentDir, 'tickets', '.ledger');
}

export function ledgerPath(contentDir: string, source: string): string {
  return join(ledgerFolder(contentDir), `${source}.parquet`);
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

/** The exclusive right to import into a source. */
export interface LedgerClaim {
  /** An empty folder for large files, on the same disk as the ledger. */
  drafts: string;
  release(): Promise<void>;
}

/**
 * Finishes an import that was killed, and keeps others out of the source.
 *
 * @throws FolderBusy if another import into the source is running
 */
export async function claimLedger(contentDir: string, source: string): Promise<LedgerClaim> {
  const folder = ledgerFolder(contentDir);
  await finishReplacing(dirname(folder));
  const claim = await claimFolder(ledgerPath(contentDir, source));
  return {
    drafts: claim.draft,
    async release() {
      await claim.release();
      // An import that failed leaves nothing. A folder that contains anything stays.
      for (const one of [folder, dirname(folder)]) await rmdir(one).catch(() => {});
    },
  };
}
