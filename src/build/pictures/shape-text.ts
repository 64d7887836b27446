import bidiFactory from 'bidi-js';
import { Blob, Direction, Face, Font, shape, Buffer as Text, Variation } from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { fontCharacters } from '#io/media/theme-font.ts';
import { digest } from '#kb/values/digest.ts';

const bidi = bidiFactory();

/** Text as outlines, in units of the size of the font: 1 is as high as a line of text without any space. */
export interface ShapedText {
  width: number;
  /** Outlines of glyphs as SVG paths, and where they are. */
  glyphs: readonly { path: string; x: number; y: number; scale: number }[];
}

/** Shapes text with the fonts of a theme, as browsers do: the first font that has a character draws it. */
export interface Shaper {
  /** Whether every character can be drawn. */
  covers(text: string): boolean;
  /** @param dir of the paragraph that the text is from */
  shape(text: string, dir: 'ltr' | 'rtl'): ShapedText;
  /** Changes whenever a font does. */
  key: string;
}

interface LoadedFont {
  font: Font;
  upem: number;
  characters: ReadonlySet<number>;
}

/**
 * Makes the fonts of a theme ready to shape with.
 *
 * @param files WOFF2 or any other font, in the order of their use
 * @param weight of the text, if a font has several
 */
export async function makeShaper(files: readonly Buffer[], weight: number): Promise<Shaper> {
  const fonts = await Promise.all(
    files.map(async (bytes): Promise<LoadedFont> => {
      const characters = fontCharacters(bytes);
      const plain = await subsetFont(bytes, String.fromCodePoint(...characters), { targetFormat: 'sfnt' });
      const face = new Face(new Blob(new Uint8Array(plain)));
      const font = new Font(face);
      const axis = face.getAxisInfos().wght;
      if (axis) font.setVariations([new Variation('wght', Math.min(axis.max, Math.max(axis.min, weight)))]);
      return { font, upem: face.upem, characters: new Set(characters) };
    }),
  );
  const paths = new Map<Font, Map<number, string>>();
  const pathOf = (font: Font, glyph: number) => {
    const known = paths.get(font) ?? new Map<number, string>();
    paths.set(font, known);
    const path = known.get(glyph) ?? font.glyphToPath(glyph);
    known.set(glyph, path);
    return path;
  };
  const fontFor = (code: number) => fonts.find(({ characters }) => characters.has(code));
  const shapeRun = (run: string, isRtl: boolean, { font, upem }: LoadedFont, from: number): ShapedText => {
    const text = new Text();
    text.addText(run);
    text.guessSegmentProperties();
    text.setDirection(isRtl ? Direction.RTL : Direction.LTR);
    shape(font, text);
    let x = from;
    const glyphs = text.getGlyphInfosAndPositions().map(({ codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 }) => {
      const at = x + xOffset / upem;
      x += xAdvance / upem;
      return { path: pathOf(font, codepoint), x: at, y: -yOffset / upem, scale: 1 / upem };
    });
    return { width: x - from, glyphs };
  };
  return {
    key: digest(...files, String(weight)),
    covers: (text) => [...text].every((sign) => isInvisible(sign) || fontFor(sign.codePointAt(0) ?? 0) !== undefined),
    shape(text, dir) {
      let width = 0;
      const glyphs: ShapedText['glyphs'][number][] = [];
      for (const { text: run, isRtl } of visualRuns(text, dir)) {
        const parts = partsByFont(run, fontFor);
        for (const { text: part, font } of isRtl ? parts.reverse() : parts) {
          const shaped = shapeRun(part, isRtl, font, width);
          width += shaped.width;
          glyphs.push(...shaped.glyphs.filter(({ path }) => path !== ''));
        }
      }
      return { width, glyphs };
    },
  };
}

/** Spaces and marks that only join, part or direct other characters. */
function isInvisible(sign: string): boolean {
  return /[\s\p{Cf}]/u.test(sign);
}

/** The parts of a line that run in one direction, in the order in which they are seen from the left. */
function visualRuns(text: string, dir: 'ltr' | 'rtl'): { text: string; isRtl: boolean }[] {
  const { levels } = bidi.getEmbeddingLevels(text, dir);
  const runs: { text: string; level: number }[] = [];
  for (const [index, level] of [...levels].entries()) {
    const last = runs.at(-1);
    const unit = text[index] ?? '';
    if (last?.level === level) last.text += unit;
    else runs.push({ text: unit, level });
  }
  // https://www.unicode.org/reports/tr9/#L2
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--)
    for (let start = 0; start < runs.length; start++) {
      let end = start;
      while ((runs[end]?.level ?? -1) >= level) end++;
      if (end > start) runs.splice(start, end - start, ...runs.slice(start, end).reverse());
      start = end;
    }
  return runs.map(({ text, level }) => ({ text, isRtl: level % 2 === 1 }));
}

function partsByFont(
  text: string,
  fontFor: (code: number) => LoadedFont | undefined,
): { text: string; font: LoadedFont }[] {
  const parts: { text: string; font: LoadedFont }[] = [];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const last = parts.at(-1);
    // A space or a joiner belongs to the text before it.
    if (last && (last.font.characters.has(code) || isInvisible(sign))) {
      last.text += sign;
      continue;
    }
    const font = fontFor(code);
    if (font) parts.push({ text: sign, font });
    else if (last) last.text += sign;
  }
  return parts;
}
