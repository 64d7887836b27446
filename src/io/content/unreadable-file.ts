import type { Code } from '#kb/findings/codes.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';

/** A finding for any file of the company that exists but can't be read. */
export function unreadableFile(code: Code, path: string, error: unknown): Finding {
  // Anything except an error of the system is a bug.
  const { code: cause } = error as NodeJS.ErrnoException;
  if (cause === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return finding(code, { path }, "This file isn't saved as UTF-8.", 'Save it as UTF-8 in your editor.');
  if (cause === undefined) throw error;
  return finding(code, { path }, "This file can't be opened.", 'Check its permissions, and that it is not a folder.');
}
