import { resolve } from 'node:path';
import { type Claim, claimFolder, FolderBusy, restoreFolder } from '#io/machine/claim-folder.ts';
import { failureText, Refusal } from './failures.ts';

/**
 * Claims the folder of the site to replace it.
 *
 * @throws Refusal if another build has it
 */
export async function claimOut(out: string): Promise<Claim> {
  const claim = await claimFolder(resolve(out)).catch((error: unknown) => {
    if (error instanceof FolderBusy) throw new Refusal(busyText(error, out));
    throw new Refusal(`--out is "${out}", which can't be written: ${failureText(error)} Nothing was built.`);
  });
  if (claim.restored) process.stderr.write(restoredText(out));
  return claim;
}

/** Puts a site back that was moved aside by a build that was then stopped, before the site is read. */
export async function restoreOut(out: string): Promise<void> {
  // A folder that can't be put back can still be read.
  if (await restoreFolder(resolve(out)).catch(() => false)) process.stderr.write(restoredText(out));
}

function restoredText(out: string): string {
  return `An earlier build was stopped while it replaced ${out}. The site from before that build is back in ${out}.\n`;
}

function busyText({ since, pid }: FolderBusy, out: string): string {
  const time = since.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const which = pid === undefined ? 'on another machine' : `(process ${pid})`;
  return `Another build ${which} has been writing to ${out} since ${time}. Wait until it is done, or stop it. Nothing was built.`;
}
