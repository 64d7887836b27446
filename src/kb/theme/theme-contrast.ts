import { type Finding, finding, type Place } from '../findings/finding.ts';
import { blendOver, contrast, nearestShade } from './contrast.ts';
import type { Theme } from './theme.ts';
import type { ColorName } from './theme-file.ts';

/** The pairs of colors that need contrast, and how much: WCAG 2.2, 1.4.3 (text, 4.5) and 1.4.11 (controls, 3). */
export const pairs: readonly [ColorName, ColorName, number][] = [
  ...(['text', 'muted', 'link', 'note', 'tip', 'important', 'warning'] as const).flatMap(
    (name): [ColorName, ColorName, number][] => [
      [name, 'surface', 4.5],
      [name, 'raised', 4.5],
    ],
  ),
  ['onBrand', 'brand', 4.5],
  ['text', 'mark', 4.5],
  ['control', 'surface', 3],
  ['control', 'raised', 3],
];

/** The contrast of a pair of colors in one mode. */
export interface PairContrast {
  front: ColorName;
  back: ColorName;
  mode: 'light' | 'dark';
  /** By WCAG 2.2, from 1 to 21, as both appear on the page. */
  ratio: number;
  /** The required ratio. */
  least: number;
  /** If the ratio is too low, the nearest shade of the front that reaches it, if there is one. */
  better?: string | undefined;
}

/** Every pair in both modes, measured. */
export function measureContrasts({ colors }: Pick<Theme, 'colors'>): PairContrast[] {
  return pairs.flatMap(([front, back, least]) =>
    (['light', 'dark'] as const).map((mode) => {
      const page = blendOver(colors.surface[mode], mode === 'light' ? 'white' : 'black');
      const background = blendOver(colors[back][mode], page);
      const ratio = contrast(blendOver(colors[front][mode], background), background);
      const better = ratio < least ? nearestShade(colors[front][mode], [background], least) : undefined;
      return { front, back, mode, ratio, least, better };
    }),
  );
}

/** Every pair of colors with too little contrast, in either mode. */
export function contrastFindings({ colors }: Theme, at: (name: ColorName) => Place): Finding[] {
  return measureContrasts({ colors })
    .filter(({ ratio, least }) => ratio < least)
    .map(({ front, back, mode, ratio, least, better }) =>
      finding(
        'theme-contrast',
        at(front),
        `"${front}" (${colors[front][mode]}) on "${back}" (${colors[back][mode]}) has a contrast of ${ratioText(ratio)} in ${mode} mode, but needs at least ${least}.`,
        better
          ? `Change "${front}" to ${better} in ${mode} mode, the closest shade with enough contrast.`
          : `Change "${back}", because no shade of "${front}" has enough contrast on it.`,
      ),
    );
}

/** Rounded down, so 4.499 is never shown as 4.5. */
export function ratioText(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2);
}
