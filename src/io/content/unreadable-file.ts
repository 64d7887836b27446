import type { Code } from '#kb/findings/codes.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';

/** A file of the company that is there, but can't be read, whatever it is for. */
export function unreadableFile(code: Code, path: string, error: unknown): Finding {
  // Anything but a failure of the system is a mistake in our code.
  const { code: cause } = error as NodeJS.ErrnoException;
  if (cause === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return finding(code, { path }, "This file isn't saved as UTF-8.", 'Save it as UTF-8 in your editor.');
  if (cause === undefined) throw error;
  return finding(code, { path }, "This file can't be opened.", 'Check its permissions, and that it is not a folder.');
}
