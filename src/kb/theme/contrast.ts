import Color from 'colorjs.io';

/** The contrast of a color with its background by WCAG 2.2: from 1, none at all, to 21. */
export function contrast(front: string, ground: string): number {
  return new Color(front).contrast(new Color(ground), 'WCAG21');
}

/**
 * A color as it looks on its background, which shines through one that is not opaque.
 *
 * @param ground an opaque background
 */
export function seenOn(color: string, ground: string): string {
  const own = new Color(color);
  const share = Number(own.alpha);
  own.alpha = 1;
  return hexOf(share < 1 ? Color.mix(new Color(ground), own, share, { space: 'srgb', outputSpace: 'srgb' }) : own);
}

/**
 * The shade of a color, moved in OKLCH lightness (Ottosson 2020) as little as possible, that reaches a contrast on
 * every one of the backgrounds.
 *
 * @returns a hexadecimal color, or nothing if no shade does
 */
export function nearestShade(color: string, grounds: readonly string[], least: number): string | undefined {
  const passes = (hex: string) => grounds.every((ground) => contrast(hex, ground) >= least);
  const start = new Color(color).to('oklch');
  start.alpha = 1;
  const asItIs = hexOf(start);
  if (passes(asItIs)) return asItIs;
  for (let step = 1; step <= 200; step++)
    for (const sign of [-1, 1]) {
      const tried = start.clone();
      tried.set('l', Math.min(1, Math.max(0, Number(start.l) + (sign * step) / 200)));
      const hex = hexOf(tried);
      if (passes(hex)) return hex;
    }
  return undefined;
}

/** The color as screens show it, such as `#0a7cff`. */
export function hexOf(color: Color): string {
  return color.to('srgb').toGamut().toString({ format: 'hex', collapse: false });
}
