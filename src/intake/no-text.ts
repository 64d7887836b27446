import type { Unusable } from './unusable.ts';

const workbook = 'save the workbook as "CSV UTF-8"';

/** What begins with these bytes, and what can be done with it. */
const kinds: readonly { begins: string; is: string; fix?: string }[] = [
  {
    begins: 'PK\x03\x04',
    is: 'a ZIP archive or an Excel workbook',
    fix: `Unpack the archive and name the files in it, or ${workbook}.`,
  },
  { begins: 'PK\x05\x06', is: 'an empty ZIP archive' },
  { begins: '\xd0\xcf\x11\xe0', is: 'a workbook of an old Excel', fix: `Open it and ${workbook}.` },
  { begins: '%PDF-', is: 'a PDF' },
  ...['\x89PNG', '\xff\xd8\xff', 'GIF87a', 'GIF89a'].map((begins) => ({ begins, is: 'a picture' })),
  { begins: 'PAR1', is: 'a Parquet file' },
];

/**
 * Says what a file is that holds no text in UTF-8; nothing where it may be one.
 *
 * @param head its first bytes, unpacked
 * @param expected `JSON or CSV`
 * @param again what to do where nobody knows better, as a sentence
 */
export function noText(head: Uint8Array, expected: string, again: string): Unusable | undefined {
  const start = String.fromCharCode(...head.subarray(0, 8));
  const kind = kinds.find(({ begins }) => start.startsWith(begins));
  if (kind) return { says: `The file is ${kind.is}, but ${expected} is expected.`, fix: kind.fix ?? again };
  return head.includes(0) ? { says: `The file is not a text, but ${expected} is expected.`, fix: again } : undefined;
}
