import type { Problem } from './problem.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** For text in an older encoding. No one can tell for sure which one it is, so its letters aren't guessed. */
export const notUtf8: Problem = {
  says: "The file isn't UTF-8. It uses an older encoding such as Windows-1252 or Latin-1, so some letters could be misread.",
  fix:
    'Export it again as UTF-8 if the help desk offers that. Otherwise open it in a text editor, check that letters such as ä and é are right,\n' +
    '  and save it as UTF-8. In Excel, choose "Save As", then "CSV UTF-8", and check that dates and long numbers are unchanged.',
};

/** For text whose first bytes name an encoding that a later byte breaks. */
export function damaged(encoding: Encoding): Problem {
  return {
    says: `The file is ${encoding.toUpperCase().replace(/[LB]E$/, '')}, but it's cut off or damaged.`,
    fix: 'Download it again, or save it as UTF-8 (in Excel: "CSV UTF-8").',
  };
}

/** The encoding of a text by its first bytes, and whether it has a byte order mark. */
export function encodingOf(head: Uint8Array): { encoding: Encoding; marked: boolean } {
  const [a, b, c] = head;
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', marked: true };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', marked: true };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', marked: true };
  // In UTF-16, one of the two bytes of a Latin letter is zero.
  const start = head.subarray(0, 200);
  const odd = start.filter((byte, index) => index % 2 === 1 && byte === 0).length;
  const even = start.filter((byte, index) => index % 2 === 0 && byte === 0).length;
  const wide = start.length >= 4 && Math.max(odd, even) > start.length * 0.4 && Math.min(odd, even) === 0;
  return { encoding: wide ? (odd > even ? 'utf-16le' : 'utf-16be') : 'utf-8', marked: false };
}
