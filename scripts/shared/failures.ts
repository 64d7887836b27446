import type { Finding } from '#kb/findings/finding.ts';
import { findingsText } from '#report/findings-text.ts';

/** Wrong usage of a command: exit code 2. */
export class UsageError extends Error {}

/** A failure that the user can fix, explained without a stack trace: exit code 1. */
export class Refusal extends Error {}

/** The last sentence of a command that changed nothing. */
export const NOTHING = 'Nothing was written.';

/** Prints what is wrong with the content, and that nothing was changed. */
export function refuse(findings: readonly Finding[]): number {
  process.stderr.write(`${findingsText(findings)}\n\n${NOTHING}\n`);
  return 1;
}

/** A failure of the machine, such as a full disk, in plain English. */
export function failureText(error: unknown): string {
  const { code, path, message, syscall } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return 'The disk is full. Make room, then run the command again.';
  if (code === 'EDQUOT') return 'Your quota on the disk is used up. Make room, then run the command again.';
  if (code === 'EACCES' || code === 'EPERM')
    return `You don't have permission to ${verbFor(syscall)} ${path ?? 'there'}. Change the permission, or name another folder.`;
  if (code === 'EMFILE' || code === 'ENFILE')
    return 'Too many files are open on this machine. Close other programs, or raise the limit with `ulimit -n`.';
  if (code === 'EBUSY')
    return `${path ?? 'The folder'} is in use, or is a mounted disk of its own. Close what uses it, or name a folder inside it.`;
  if (code === 'EROFS') return `${path ?? 'The folder'} is read-only. Name another folder.`;
  return message;
}

function verbFor(syscall: string | undefined): string {
  if (syscall === 'open') return 'open';
  return syscall !== undefined && /^(?:scandir|opendir|l?stat|read|readlink|access)$/.test(syscall) ? 'read' : 'write';
}

/** Whether the machine refused something, such as a full disk or a missing permission. */
export function isOfMachine(error: unknown): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall !== undefined && /^(?:EACCES|EPERM|ENOSPC|EDQUOT|EROFS|EMFILE|ENFILE|EBUSY|EIO)$/.test(code ?? '');
}

/**
 * Runs several steps, and reports everything that is wrong at once.
 *
 * @throws UsageError or Refusal with a line for each step that failed
 */
export async function together<Made extends unknown[]>(
  ...steps: { [Place in keyof Made]: () => Made[Place] | Promise<Made[Place]> }
): Promise<Made> {
  const done = await Promise.allSettled(steps.map(async (step) => step()));
  const failures = done.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
  const explained = failures.filter((one) => one instanceof UsageError || one instanceof Refusal);
  if (failures.length > explained.length) throw failures.find((one) => !explained.some((known) => known === one));
  const text = explained.map(({ message }) => message).join('\n');
  if (explained.some((one) => one instanceof UsageError)) throw new UsageError(text);
  if (explained.length > 0) throw new Refusal(`${text} ${NOTHING}`);
  return done.map((one) => (one.status === 'fulfilled' ? one.value : undefined)) as Made;
}
