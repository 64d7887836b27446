const codes = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => String.fromCodePoint(from + place));

/** Characters that are written for others: full-width letters, spaces of other widths, Arabic letters in Persian words. */
const same: readonly (readonly [string, string])[] = [
  ...codes(0xff01, 0xff5e).map((wide) => [wide, String.fromCodePoint(wide.charCodeAt(0) - 0xfee0)] as const),
  ...['\u00a0', '\u1680', ...codes(0x2000, 0x200a), '\u2028', '\u2029', '\u202f', '\u205f', '\u3000'].map(
    (space) => [space, ' '] as const,
  ),
  ['\u064a', '\u06cc'],
  ['\u0649', '\u06cc'],
  ['\u0643', '\u06a9'],
  ['\u06aa', '\u06a9'],
];
/** Characters that no one sees: joiners, marks of direction, soft hyphens, and the tatweel that only stretches a word. */
const unseen = [
  '\u00ad',
  '\u0640',
  '\u061c',
  ...codes(0x200b, 0x200f),
  ...codes(0x202a, 0x202e),
  ...codes(0x2060, 0x2064),
  ...codes(0x2066, 0x2069),
  '\ufeff',
];

/** What {@link wordKey} does before lowercase, for databases: characters to replace one by one, and those to leave out. */
export const replaced = {
  from: same.map(([from]) => from).join(''),
  to: same.map(([, to]) => to).join(''),
  unseen: unseen.join(''),
};
/** Letters that have no lowercase of one letter, or the same one as others; applied in their composed form. */
export const foldedLetters: readonly (readonly [string, string])[] = [
  ['İ', 'i'],
  ['ı', 'i'],
  ['ẞ', 'ss'],
  ['ß', 'ss'],
  ['ς', 'σ'],
];
/** White space at either end. */
export const outer = ' \t\n\v\f\r';

const to = new Map([...same, ...unseen.map((sign) => [sign, ''] as const)]);
const special = new RegExp(`[${[...to.keys()].join('')}]`, 'gu');
const letter = new Map(foldedLetters);
const unlike = new RegExp(`[${[...letter.keys()].join('')}]`, 'gu');
const fold = (text: string) => text.replace(unlike, (one) => letter.get(one) ?? one);

/**
 * What words are compared by: the same for all ways to write one word, in whatever case, width or encoding, and with
 * characters that no one sees. Databases do the same; see `wordKeyMacros`.
 */
export function wordKey(text: string): string {
  const plain = fold(text.replace(special, (sign) => to.get(sign) ?? '').normalize('NFC')).toLowerCase();
  return fold(plain)
    .normalize('NFC')
    .replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '');
}
