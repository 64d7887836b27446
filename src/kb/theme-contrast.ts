import { contrast, nearestShade, seenOn } from './contrast.ts';
import { type Finding, finding, type Place } from './finding.ts';
import type { Theme } from './theme.ts';
import type { ColorName } from './theme-file.ts';

/** What must be told from what, and how well: WCAG 2.2, 1.4.3 (text, 4.5) and 1.4.11 (controls, 3). */
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

/** Every pair of colours that people could not tell apart well enough, in either mode. */
export function contrastFindings({ colors }: Theme, at: (name: ColorName) => Place): Finding[] {
  return pairs.flatMap(([front, back, least]) =>
    (['light', 'dark'] as const).flatMap((mode) => {
      const page = seenOn(colors.surface[mode], mode === 'light' ? 'white' : 'black');
      const ground = seenOn(colors[back][mode], page);
      const ratio = contrast(seenOn(colors[front][mode], ground), ground);
      if (ratio >= least) return [];
      const better = nearestShade(colors[front][mode], [ground], least);
      return finding(
        'theme-contrast',
        at(front),
        `"${front}" (${colors[front][mode]}) on "${back}" (${colors[back][mode]}) has a contrast of ${floor(ratio)} in ${mode} mode, and ${least} is needed.`,
        better
          ? `Write ${better} for "${front}" in ${mode} mode, the nearest shade that passes.`
          : `Change "${back}", since no shade of "${front}" passes on it.`,
      );
    }),
  );
}

// Rounded down, so that 4.49 never reads as a contrast that passes.
function floor(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2);
}
