import type { Code } from '#kb/findings/codes.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';

/** A finding for any file of the company that exists but can't be read. */
export function unreadableFile(code: Code, path: string, error: unknown): Finding {
  // Anything except an error of the system is a bug.
  const { code: cause } = error as NodeJS.ErrnoException;
  if (cause === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return finding(code, { path }, "This file isn't saved as UTF-8.", 'Save it as UTF-8 in your editor.');
  if (cause === undefined) throw error;
  if (cause === 'EISDIR')
    return finding(code, { path }, 'This is a folder, but a file was expected.', 'Rename the folder.');
  if (cause === 'EMFILE' || cause === 'ENFILE')
    return finding(
      code,
      { path },
      "This file can't be opened, because too many files are open on this machine.",
      'Close other programs, or raise the limit with `ulimit -n`.',
    );
  if (cause === 'EACCES' || cause === 'EPERM')
    return finding(code, { path }, "You don't have permission to read this.", 'Change its permissions.');
  return finding(
    code,
    { path },
    `This can't be opened (${cause}).`,
    'Check the disk, and the permissions of the file.',
  );
}
