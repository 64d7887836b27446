import { decodeAddress } from '#kb/values/decode-address.ts';
import type { Collection } from '../collection.ts';
import { fileNameOf } from './paths.ts';

/** The last word of a file's name, by which texts are searched: an address can be cut at a space. */
function lastWord(path: string): string {
  return fileNameOf(path).normalize('NFC').toLowerCase().split(/\s/).at(-1) ?? '';
}

/** The files that pages seem to show or link to, sorted; a file can be missing if its name is written in another way. */
export function filesInText({ pages, assets }: Collection): string[] {
  if (assets.size === 0) return [];
  const words = new Set<string>();
  for (const { body } of pages) {
    const text = 'html' in body ? body.html : body.markdown;
    for (const [word] of text.matchAll(/[^\s"'`()<>[\]{}|=,]+\.\w{1,8}(?![\w.])/g))
      words.add(lastWord(decodeAddress(word)));
  }
  return [...assets].filter((path) => words.has(lastWord(path))).sort();
}
