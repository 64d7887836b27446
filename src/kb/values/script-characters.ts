/** Characters that every language uses: ASCII, Latin-1, punctuation, currencies, arrows, mathematical symbols. */
const everywhere: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x2000, 0x206f],
  [0x20a0, 0x20bf],
  [0x2190, 0x21ff],
  [0x2200, 0x226f],
];
/** Latin letters beyond this are phonetic or historical. */
const LATIN_END = 0x24f;
const vietnamese = [0x1e00, 0x1eff];

/** The characters that a font needs for some languages, from the scripts they use (Unicode Script_Extensions). */
export function charactersOf(locales: readonly string[]): string {
  const scripts = new Set(['Latn', ...locales.flatMap(scriptsOf)]);
  const signs = new Set(everywhere.flatMap(([from, to]) => range(from, to)));
  for (const script of scripts) {
    const isOf = new RegExp(`\\p{scx=${script}}`, 'u');
    const within = (code: number) => script !== 'Latn' || code <= LATIN_END || isVietnamese(code);
    for (const code of range(0, 0xffff)) if (within(code) && isOf.test(String.fromCharCode(code))) signs.add(code);
  }
  return [...signs].map((code) => String.fromCharCode(code)).join('');
}

function isVietnamese(code: number): boolean {
  const [from = 0, to = 0] = vietnamese;
  return code >= from && code <= to;
}

/** Some languages use several scripts at once, and regular expressions know only the single scripts. */
const severalScripts: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Hira', 'Kana', 'Hani'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani', 'Bopo'],
  Hant: ['Hani', 'Bopo'],
};

function scriptsOf(locale: string): readonly string[] {
  const script = new Intl.Locale(locale).maximize().script ?? 'Latn';
  return severalScripts[script] ?? [script];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
