import { create } from 'fontkitten';
import subsetFont from 'subset-font';
import type { FontFile } from '#kb/theme/theme-file.ts';
import type { FontMetrics } from '#kb/theme/theme-fonts.ts';
import { charactersOf } from '#kb/values/script-characters.ts';

/** A font prepared for a theme. */
export interface ThemeFont extends Omit<FontFile, 'file' | 'preload'> {
  /** WOFF2, with only the characters of the site's languages. */
  bytes: Buffer;
  /** The locales of the site whose letters it lacks. */
  lacks: string[];
}

/**
 * Makes a font small for the readers of some languages.
 *
 * @param bytes TrueType, OpenType, WOFF or WOFF2
 * @returns `undefined` if the bytes are not a font in one of these formats
 */
export async function makeThemeFont(bytes: Buffer, locales: readonly string[]): Promise<ThemeFont | undefined> {
  const font = openFont(bytes);
  if (font === undefined) return undefined;
  const { variationAxes } = font;
  // If a family has more than regular and bold, its legacy names split it. Only the preferred name is the same for all.
  const name = font.getName('preferredFamily') ?? font.familyName;
  const os2 = font['OS/2'];
  const { min, max } = variationAxes.wght ?? {};
  return {
    family: name.replace(/[^\p{L}\p{N}_ -]/gu, '').trim() || 'Brand',
    weight: min !== undefined && max !== undefined ? `${min} ${max}` : String(os2.usWeightClass),
    style: os2.fsSelection.italic || font.italicAngle !== 0 ? 'italic' : 'normal',
    bytes: await subsetFont(bytes, charactersOf(locales), { targetFormat: 'woff2' }),
    lacks: locales.filter((locale) => !lettersOf(locale).every((letter) => font.hasGlyphForCodePoint(letter))),
  };
}

/** Letters with the frequencies of English, and spaces between words: the sample that next/font uses. */
const ENGLISH = 'aaabcdeeeefghiijklmnnoopqrrssttuvwxyz      ';

/** How much space a font takes; nothing if it is not a font, or has no Latin letters. */
export function measureFont(bytes: Buffer): FontMetrics | undefined {
  const font = openFont(bytes);
  const codes = [...ENGLISH].map((sign) => sign.charCodeAt(0));
  if (font === undefined || !codes.every((code) => font.hasGlyphForCodePoint(code))) return undefined;
  const width = codes.reduce((sum, code) => sum + font.glyphForCodePoint(code).advanceWidth, 0) / codes.length;
  const { unitsPerEm, ascent, descent, lineGap } = font;
  return {
    width: width / unitsPerEm,
    ascent: ascent / unitsPerEm,
    descent: Math.abs(descent) / unitsPerEm,
    lineGap: lineGap / unitsPerEm,
  };
}

/** The code points that a font has; none if it isn't a font. */
export function fontCharacters(bytes: Buffer): number[] {
  return openFont(bytes)?.characterSet ?? [];
}

function openFont(bytes: Buffer) {
  try {
    const font = create(bytes);
    return 'fonts' in font ? undefined : font;
  } catch {
    return undefined;
  }
}

/** The letters in a language's own name and its names of days, as a sample of the letters it uses. */
function lettersOf(locale: string): number[] {
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', month: 'long', timeZone: 'UTC' });
  const words = [0, 1, 2, 3, 4, 5, 6].map((day) => weekdays.format(Date.UTC(2026, day, 1 + day)));
  return [...new Set([...words.join('')].filter((sign) => /\p{L}/u.test(sign)))].map(
    (sign) => sign.codePointAt(0) ?? 0,
  );
}
