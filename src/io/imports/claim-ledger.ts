import { rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finishReplacing } from '../machine/atomic-write.ts';
import { claimFolder, FolderBusy } from '../machine/claim-folder.ts';
import { ExportError } from './export-error.ts';
import { ledgerFolder, ledgerPath } from './ledger-file.ts';

/** The exclusive right to import into a source. */
export interface LedgerClaim {
  /** An empty folder for large files, on the same disk as the ledger. */
  drafts: string;
  release(): Promise<void>;
}

/**
 * Finishes an import that was killed, and keeps others out of the source.
 *
 * @throws ExportError if another import into the source is running
 */
export async function claimLedger(contentDir: string, source: string): Promise<LedgerClaim> {
  const folder = ledgerFolder(contentDir);
  await finishReplacing(dirname(folder));
  try {
    const claim = await claimFolder(ledgerPath(contentDir, source));
    return {
      drafts: claim.draft,
      async release() {
        await claim.release();
        // An import that failed leaves nothing. A folder that contains anything stays.
        for (const one of [folder, dirname(folder)]) await rmdir(one).catch(() => {});
      },
    };
  } catch (error) {
    if (!(error instanceof FolderBusy)) throw error;
    const process = error.pid === undefined ? 'on another machine' : `in process ${error.pid}`;
    throw new ExportError(
      `Another import into "${source}" is running ${process}, since ${error.since.toLocaleTimeString('en-GB')}.\n  Wait until it has finished, then import again.`,
    );
  }
}
