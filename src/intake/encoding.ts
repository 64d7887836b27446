import type { Unusable } from './unusable.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Of a text in an older encoding: which of them it is nobody can tell for sure, so its letters are not guessed. */
export const notUtf8: Unusable = {
  says: 'The file is not in UTF-8, but in an older encoding such as Windows-1252 or Latin-1, in which letters may be misread.',
  fix:
    'Export it again as UTF-8 where that can be chosen. Otherwise open it in a text editor, see that letters such as ä and é are right,\n' +
    '  and save it with the encoding UTF-8. In Excel that is "Save As", "CSV UTF-8"; see that it has not changed dates and long numbers.',
};

/** Of a text whose beginning says how its signs are written, where one of them is none. */
export function damaged(encoding: Encoding): Unusable {
  return {
    says: `The file is in ${encoding.toUpperCase().replace(/[LB]E$/, '')}, but cut off or damaged.`,
    fix: 'Download it again, or save it as UTF-8 (in Excel: "CSV UTF-8").',
  };
}

/** How the signs of a text are written, and whether a byte order mark says so, from its first bytes. */
export function encodingOf(head: Uint8Array): { encoding: Encoding; marked: boolean } {
  const [a, b, c] = head;
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', marked: true };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', marked: true };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', marked: true };
  // Of the two bytes of a Latin letter one is empty.
  const start = head.subarray(0, 200);
  const odd = start.filter((byte, index) => index % 2 === 1 && byte === 0).length;
  const even = start.filter((byte, index) => index % 2 === 0 && byte === 0).length;
  const wide = start.length >= 4 && Math.max(odd, even) > start.length * 0.4 && Math.min(odd, even) === 0;
  return { encoding: wide ? (odd > even ? 'utf-16le' : 'utf-16be') : 'utf-8', marked: false };
}
