import { Parser } from 'htmlparser2';
import { contrast } from '#kb/theme/contrast.ts';

/** What a dark page can be at its lightest, about. */
const DARK_PAGE = '#1c1c22';

/** WCAG 2.2, 1.4.11: lines that are needed to understand a picture. */
const LEAST = 3;
/** Logos are exempt from it, but must be seen. */
const LEAST_OF_LOGOS = 1.6;

/**
 * Whether a picture is transparent and can have dark lines, which a dark page would hide. Readers in dark mode see it on a
 * light background.
 *
 * @param bytes as they are published
 * @param ending of the file, such as `.svg`
 */
export function needsLightBackground(bytes: Uint8Array, ending: string): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (ending.toLowerCase()) {
    case '.svg':
      return hasDarkLines(file.toString('utf8'));
    case '.png':
      // The color type in the header (PNG, 11.2.1), or the transparency of its palette.
      return ((file[25] ?? 0) & 4) !== 0 || file.includes('tRNS');
    case '.webp':
      // The flag for transparency in an extended file, or the one in a lossless picture (WebP container, 2.7 and 3.4).
      return file.toString('latin1', 12, 16) === 'VP8X' ? ((file[20] ?? 0) & 0x10) !== 0 : isTransparentLossless(file);
    default:
      return false;
  }
}

/** Whether half of a logo or more can't be seen on a page of this color; `false` if it isn't a drawing. */
export function isLogoHidden(bytes: Uint8Array, ending: string, page: string): boolean {
  if (ending.toLowerCase() !== '.svg') return false;
  const drawn = transparentShapes(Buffer.from(bytes).toString('utf8'));
  const isHidden = (color: string) => color === 'none' || hasLess(color, page, LEAST_OF_LOGOS);
  return (
    drawn.length > 0 &&
    drawn.filter(({ fill, stroke }) => isHidden(fill) && isHidden(stroke)).length * 2 >= drawn.length
  );
}

function isTransparentLossless(file: Buffer): boolean {
  return file.toString('latin1', 12, 16) === 'VP8L' && ((file[24] ?? 0) & 0x10) !== 0;
}

interface Paint {
  fill: string;
  stroke: string;
}

const shapes = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text']);
const unpainted = new Set(['defs', 'clipPath', 'mask', 'symbol', 'marker', 'pattern', 'title', 'desc']);
// Their dark insides are mostly bodies with something light in them, and no lines.
const bodies = new Set(['rect', 'circle', 'ellipse']);

interface Shape extends Paint {
  isBody: boolean;
}

/** The shapes of a drawing that lets the page show through; none if it looks different on dark pages by itself. */
function transparentShapes(svg: string): Shape[] {
  if (/prefers-color-scheme/.test(svg)) return [];
  const classes = classPaints(svg);
  const drawn: Shape[] = [];
  let isOpaque = false;
  let size: readonly [number, number] = [0, 0];
  const outside = { paint: { fill: '#000', stroke: 'none' }, hidden: false };
  const open = [outside];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const above = open.at(-1) ?? outside;
        const paint = paintOf(attributes, classes, above.paint);
        const hidden = above.hidden || unpainted.has(name);
        open.push({ paint, hidden });
        if (name === 'svg' && open.length === 2) size = sizeOf(attributes);
        if (hidden || !shapes.has(name)) return;
        if (drawn.length === 0 && covers(name, attributes, paint, size)) isOpaque = true;
        // A line has no inside.
        drawn.push({ ...paint, ...(name === 'line' && { fill: 'none' }), isBody: bodies.has(name) });
      },
      onclosetag() {
        open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(svg);
  return isOpaque ? [] : drawn;
}

function hasDarkLines(svg: string): boolean {
  const drawn = transparentShapes(svg);
  const isDark = (color: string) => hasLess(color, DARK_PAGE, LEAST);
  const filled = drawn.filter(({ fill }) => fill !== 'none');
  return (
    drawn.some(({ fill, stroke, isBody }) => isDark(stroke) || (!isBody && isDark(fill))) ||
    (filled.length > 0 && filled.every(({ fill }) => isDark(fill)))
  );
}

/** What classes paint, as drawing programs write it: `.st0{fill:#231f20}`. */
function classPaints(svg: string): Map<string, Partial<Paint>> {
  const found = new Map<string, Partial<Paint>>();
  for (const [, names = '', rules = ''] of svg.matchAll(/((?:\.[\w-]+[\s,]*)+)\{([^{}]*)\}/g))
    for (const [, name = ''] of names.matchAll(/\.([\w-]+)/g))
      found.set(name, { ...found.get(name), ...declared(rules) });
  return found;
}

function declared(css: string): Partial<Paint> {
  const paint: Partial<Paint> = {};
  for (const [, name, value = ''] of css.matchAll(/(?:^|[;\s])(fill|stroke)\s*:\s*([^;!]+)/g))
    paint[name as keyof Paint] = value.trim();
  return paint;
}

function paintOf(
  { fill, stroke, style = '', class: names = '' }: Record<string, string>,
  classes: ReadonlyMap<string, Partial<Paint>>,
  above: Paint,
): Paint {
  const ofClasses = names.split(/\s+/).map((name) => classes.get(name) ?? {});
  return Object.assign({ ...above }, fill && { fill }, stroke && { stroke }, ...ofClasses, declared(style));
}

function sizeOf({ viewBox, width, height }: Record<string, string>): readonly [number, number] {
  const [, , wide, high] = (viewBox ?? '').split(/[\s,]+/).map(Number);
  return [wide ?? Number.parseFloat(width ?? '0'), high ?? Number.parseFloat(height ?? '0')];
}

/** Whether a shape is the background of the whole picture. */
function covers(
  name: string,
  { width = '', height = '' }: Record<string, string>,
  { fill }: Paint,
  [wide, high]: readonly [number, number],
): boolean {
  if (name !== 'rect' || fill === 'none' || fill === 'transparent') return false;
  const isWhole = (length: string, all: number) =>
    length.endsWith('%') ? Number.parseFloat(length) >= 95 : Number.parseFloat(length) >= all * 0.95;
  return isWhole(width, wide) && isWhole(height, high);
}

function hasLess(color: string, page: string, least: number): boolean {
  if (/^(?:none|transparent|url\(|context-)/.test(color)) return false;
  try {
    return contrast(color === 'currentColor' ? '#000' : color, page) < least;
  } catch {
    return false;
  }
}
