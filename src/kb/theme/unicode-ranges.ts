/** A gap of this many unknown characters is bridged: a shorter list is worth more than a file that loads in vain. */
const BRIDGED = 64;

/** The characters that fonts say they have but that need none of them, such as U+FFFF. */
const NOT_TEXT = 0xfff0;

/**
 * The `unicode-range` of each file of a font family, so browsers load a file only for text that it shows. Without
 * ranges, they load every file of a family while the first one is on its way.
 *
 * @param files the code points of each file; if two have the same, the later file shows it, as in CSS
 * @returns an empty text for a file that shows nothing, because later ones have all it has
 */
export function unicodeRanges(files: readonly (readonly number[])[]): string[] {
  const owner = new Map<number, number>();
  for (const [place, codes] of files.entries()) for (const code of codes) owner.set(code, place);
  const ranges = files.map((): [first: number, last: number][] => []);
  // The owner of the last code point before each one decides what lies between them.
  let before: { code: number; place: number } | undefined;
  for (const [code, place] of [...owner].sort(([one], [other]) => one - other)) {
    if (code >= NOT_TEXT && code <= 0xffff) continue;
    const range = ranges[place]?.at(-1);
    const isNext = before?.place === place && code - before.code <= BRIDGED;
    if (range && isNext) range[1] = code;
    else ranges[place]?.push([code, code]);
    before = { code, place };
  }
  return ranges.map((list) => list.map(print).join(','));
}

function print([first, last]: readonly [number, number]): string {
  const hex = (code: number) => code.toString(16).toUpperCase();
  return first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`;
}
