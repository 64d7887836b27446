import Color from 'colorjs.io';
import { contrast, hexOf, nearestShade } from './contrast.ts';
import type { Theme } from './theme.ts';

type Mode = 'light' | 'dark';

/** The contrast from which the edge of a button is visible against the page. */
const APART = 1.25;
const TEXT = 4.5;
const CONTROL = 3;
/** If white on the brand color reaches this contrast, a slightly darker brand changes less than black text would. */
const NEARLY = 3.3;

/** Hues of callouts in OKLCH degrees. Readers recognize them, so they do not depend on the brand. */
const hues = { mark: 95, note: 255, tip: 155, important: 310, warning: 55 };

/** Yellow that is darkened looks olive, so dark shades of a yellow brand are blue-gray, and its links blue. */
const COOL = 250;
const isYellow = (chroma: number, hue: number) => chroma >= 0.08 && hue >= 85 && hue <= 125;

/**
 * Derives a palette from one color, for light and dark mode. The brand color stays the same or almost the same;
 * everything else takes its hue, with little chroma so text stays readable. Every required contrast is met for any
 * color, because the OKLCH lightness of shades is changed until it is.
 *
 * @param brand a CSS color
 */
export function makePalette(brand: string): Theme['colors'] {
  const { light, dark } = { light: modeOf(brand, 'light'), dark: modeOf(brand, 'dark') };
  return Object.fromEntries(
    Object.entries(light).map(([name, color]) => [name, { light: color, dark: dark[name as keyof typeof dark] }]),
  ) as Theme['colors'];
}

function modeOf(brand: string, mode: Mode): Record<keyof Theme['colors'], string> {
  const own = new Color(brand).to('oklch');
  own.alpha = 1;
  const chroma = Number(own.c) || 0;
  const hue = Number(own.h) || 0;
  const isLight = mode === 'light';
  const yellow = isYellow(chroma, hue);
  const hueAt = (lightness: number) => (yellow && lightness < 0.8 ? COOL : hue);
  /** The brand's hue at a lightness, with a part of its chroma, at most `most`. */
  const tinted = (lightness: number, part: number, most: number) =>
    hexOf(new Color('oklch', [lightness, Math.min(chroma * part, most), hueAt(lightness)]));
  const surface = isLight ? '#ffffff' : tinted(0.19, 0.2, 0.03);
  const raised = isLight ? tinted(0.97, 0.1, 0.014) : tinted(0.24, 0.22, 0.035);
  const grounds = [surface, raised];
  const readable = (color: string, least: number) =>
    nearestShade(color, grounds, least) ?? (isLight ? '#000000' : '#ffffff');
  const called = (name: keyof typeof hues) =>
    readable(hexOf(new Color('oklch', [isLight ? 0.47 : 0.8, isLight ? 0.13 : 0.1, hues[name]])), TEXT);
  const button = buttonOf(hexOf(own), surface, tinted(0.24, 0.2, 0.05));
  return {
    brand: button.ground,
    onBrand: button.text,
    text: isLight ? tinted(0.24, 0.2, 0.05) : tinted(0.95, 0.06, 0.015),
    muted: readable(tinted(isLight ? 0.48 : 0.75, 0.15, 0.035), TEXT),
    link: yellow && isLight ? called('note') : readable(linkOf(own, isLight), TEXT),
    surface,
    raised,
    border: isLight ? tinted(0.9, 0.12, 0.025) : tinted(0.34, 0.25, 0.045),
    control: readable(tinted(isLight ? 0.58 : 0.66, 0.3, 0.06), CONTROL),
    mark: hexOf(new Color('oklch', isLight ? [0.95, 0.1, hues.mark] : [0.38, 0.07, hues.mark])),
    note: called('note'),
    tip: called('tip'),
    important: called('important'),
    warning: called('warning'),
  };
}

/**
 * The brand color as a background, and the text on it. People expect white text on a strong color: if white almost has
 * enough contrast, the brand becomes a little darker; otherwise the text is dark.
 */
function buttonOf(brand: string, surface: string, ink: string): { ground: string; text: string } {
  const ground = nearestShade(brand, [surface], APART) ?? brand;
  if (contrast(ground, '#ffffff') >= NEARLY) {
    const darker = nearestShade(ground, ['#ffffff'], TEXT);
    if (darker !== undefined && contrast(darker, surface) >= APART) return { ground: darker, text: '#ffffff' };
  }
  return { ground, text: contrast(ink, ground) >= TEXT ? ink : '#000000' };
}

/** In dark mode, a saturated color glares. A color without chroma leaves only the underline to mark a link. */
function linkOf(own: Color, isLight: boolean): string {
  const link = own.clone();
  if (!isLight) link.set({ l: Math.max(Number(own.l), 0.76), c: Math.min(Number(own.c) || 0, 0.13) });
  return hexOf(link);
}
