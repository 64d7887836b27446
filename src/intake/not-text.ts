import type { Problem } from './problem.ts';

const workbook = 'save the workbook as "CSV UTF-8" in Excel';

/** File types by their first bytes, with what to do instead. */
const kinds: readonly { begins: string; is: string; fix?: string }[] = [
  {
    begins: 'PK\x03\x04',
    is: 'a ZIP archive or an Excel workbook',
    fix: `Unpack the archive and import the files in it, or ${workbook}.`,
  },
  { begins: 'PK\x05\x06', is: 'an empty ZIP archive' },
  { begins: '\xd0\xcf\x11\xe0', is: 'an Excel workbook', fix: 'Save the workbook as "CSV UTF-8" in Excel.' },
  { begins: '%PDF-', is: 'a PDF' },
  ...['\x89PNG', '\xff\xd8\xff', 'GIF87a', 'GIF89a'].map((begins) => ({ begins, is: 'an image' })),
  { begins: 'PAR1', is: 'a Parquet file' },
];

/**
 * Explains that a file isn't text, such as an archive or an image.
 *
 * @param head its first bytes, unpacked
 * @param expected `JSON or CSV`
 * @param again what to do if the file type has no advice of its own, as a sentence
 * @returns `undefined` if the file can be text
 */
export function notTextProblem(head: Uint8Array, expected: string, again: string): Problem | undefined {
  const start = String.fromCharCode(...head.subarray(0, 8));
  const kind = kinds.find(({ begins }) => start.startsWith(begins));
  if (kind) return { says: `The file is ${kind.is}, but ${expected} is expected.`, fix: kind.fix ?? again };
  return head.includes(0) ? { says: `The file isn't text, but ${expected} is expected.`, fix: again } : undefined;
}
