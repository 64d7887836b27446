import { escapeHtml } from '#kb/values/escape.ts';
import { PICTURE } from '#ui/head/social-pictures.ts';
import type { ShapedText, Shaper } from './shape-text.ts';

const { width: WIDTH, height: HEIGHT } = PICTURE;
const MARGIN = 80;
const LINE = 1.25;
// In pixels; the first at which the title fits into the lines.
const SIZES = [
  { size: 72, lines: 3 },
  { size: 60, lines: 4 },
  { size: 50, lines: 4 },
];
const TOP = 300;
/** The height of the header behind a logo that can't be seen on the page. */
const BAND = 152;

/** How the pictures of a brand look, in one language. */
export interface PictureLook {
  /** Of light pages, as CSS. */
  colors: { brand: string; surface: string; text: string; muted: string };
  /** As a `data:` address, with its size and the color behind it. */
  logo?: { url: string; width: number; height: number; ground: string } | undefined;
  /** For titles and for all else; none if the theme has no font files. */
  bold?: Shaper | undefined;
  regular?: Shaper | undefined;
}

/** What a picture says. */
export interface PictureText {
  title: string;
  /** The section, above the title. */
  label?: string | undefined;
  /** The name of the help center, below it. */
  name: string;
  locale: string;
  dir: 'ltr' | 'rtl';
}

/**
 * The picture of a page for messengers and social networks: the logo, the section, the title and the name of the help
 * center. A text that the fonts of the theme can't draw is left out.
 *
 * @returns an SVG picture without text: its letters are outlines, so every machine draws the same
 */
export function socialPicture({ colors, logo, bold, regular }: PictureLook, text: PictureText): string {
  const { title, label, name, locale, dir } = text;
  const hasTitle = bold?.covers(title) ?? false;
  const bar = (height: number, color: string) =>
    `<rect width="${WIDTH}" height="${height}" fill="${escapeHtml(color)}"/>`;
  const parts = [
    bar(HEIGHT, colors.surface),
    ...(logo && logo.ground !== colors.surface ? [bar(hasTitle ? BAND : HEIGHT, logo.ground)] : []),
    bar(16, colors.brand),
  ];
  const line = (shaper: Shaper, words: string, size: number, y: number, color: string) => {
    parts.push(outlines(shaper.shape(words, dir), size, y, color, dir));
  };
  const show = ({ url, width, height }: NonNullable<typeof logo>, scale: number, x: number, y: number) => {
    const size = `width="${round(width * scale)}" height="${round(height * scale)}"`;
    parts.push(`<image href="${escapeHtml(url)}" x="${round(x)}" y="${round(y)}" ${size}/>`);
  };
  if (logo && hasTitle) {
    const scale = Math.min(72 / logo.height, 480 / logo.width);
    const y = logo.ground === colors.surface ? 72 : 16 + (BAND - 16 - logo.height * scale) / 2;
    show(logo, scale, dir === 'rtl' ? WIDTH - MARGIN - logo.width * scale : MARGIN, y);
  } else if (logo) {
    const scale = Math.min(160 / logo.height, 720 / logo.width);
    show(logo, scale, (WIDTH - logo.width * scale) / 2, (HEIGHT - logo.height * scale) / 2);
  } else if (bold?.covers(name)) line(bold, name, 44, 120, colors.brand);
  if (regular && hasTitle && label !== undefined && regular.covers(label)) {
    line(regular, shortened(label, regular, 34, locale, dir), 34, TOP - 80, colors.muted);
  }
  if (bold && hasTitle) {
    const { lines, size } = setTitle(title, bold, locale, dir);
    for (const [index, words] of lines.entries())
      line(bold, words, size, TOP + size * 0.3 + index * size * LINE, colors.text);
  }
  if (logo && hasTitle && name !== title && regular?.covers(name)) line(regular, name, 30, HEIGHT - 56, colors.muted);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${parts.join('')}</svg>`;
}

function setTitle(title: string, shaper: Shaper, locale: string, dir: PictureText['dir']) {
  for (const { size, lines: most } of SIZES) {
    const lines = linesOf(title, shaper, size, most, locale, dir);
    if (lines) return { lines, size };
  }
  const { size, lines: most } = SIZES.at(-1) ?? { size: 50, lines: 4 };
  const all = linesOf(title, shaper, size, Number.POSITIVE_INFINITY, locale, dir) ?? [title];
  const rest = all.slice(most - 1).join(' ');
  // A single word can be too long, too.
  const lines = [...all.slice(0, most - 1), rest].filter(Boolean);
  return { lines: lines.map((words) => shortened(words, shaper, size, locale, dir)), size };
}

/** Breaks a text into lines; nothing if it takes more than allowed, or if a word is too long for one. */
function linesOf(
  text: string,
  shaper: Shaper,
  size: number,
  most: number,
  locale: string,
  dir: PictureText['dir'],
): string[] | undefined {
  const width = (words: string) => shaper.shape(words.trim(), dir).width * size;
  const lines: string[] = [];
  for (const piece of piecesOf(text, locale)) {
    const last = lines.at(-1);
    if (last !== undefined && width(last + piece) <= WIDTH - 2 * MARGIN) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  const trimmed = lines.map((words) => words.trim());
  const fits = trimmed.length <= most && trimmed.every((words) => width(words) <= WIDTH - 2 * MARGIN);
  return fits || most === Number.POSITIVE_INFINITY ? trimmed : undefined;
}

/** As much of a text as fits into a line, and an ellipsis. */
function shortened(text: string, shaper: Shaper, size: number, locale: string, dir: PictureText['dir']): string {
  const fits = (words: string) => shaper.shape(words, dir).width * size <= WIDTH - 2 * MARGIN;
  if (fits(text)) return text;
  let short = '';
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'grapheme' }).segment(text)) {
    if (!fits(`${short}${segment}…`)) break;
    short += segment;
  }
  return `${short.trim()}…`;
}

/** The pieces of a text between which a line can end; what separates words belongs to the word before it. */
function piecesOf(text: string, locale: string): string[] {
  const pieces: string[] = [];
  let isOpen = false;
  for (const { segment, isWordLike } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
    const continues = pieces.length > 0 && (isOpen || (!isWordLike && !/^[\p{Ps}\p{Pi}]/u.test(segment)));
    if (continues) pieces[pieces.length - 1] += segment;
    else pieces.push(segment);
    // An opening quote or bracket belongs to the word after it, and so does what no space separates from it.
    isOpen = !isWordLike && !/\s$/.test(segment) && !/^[\p{Pe}\p{Pf}\p{Po}、。，]/u.test(segment);
  }
  return pieces;
}

function outlines(
  { width, glyphs }: ShapedText,
  size: number,
  y: number,
  color: string,
  dir: PictureText['dir'],
): string {
  const left = dir === 'rtl' ? WIDTH - MARGIN - width * size : MARGIN;
  const paths = glyphs.map((glyph) => {
    const scale = (glyph.scale * size).toFixed(5);
    const at = `${round(left + glyph.x * size)} ${round(y + glyph.y * size)}`;
    return `<path transform="translate(${at}) scale(${scale} -${scale})" d="${glyph.path}"/>`;
  });
  return `<g fill="${escapeHtml(color)}">${paths.join('')}</g>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
