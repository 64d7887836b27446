import Color from 'colorjs.io';

/** The contrast of a color with its background by WCAG 2.2, from 1 (none) to 21. */
export function contrast(front: string, background: string): number {
  return new Color(front).contrast(new Color(background), 'WCAG21');
}

/**
 * A color as it appears on its background, which shows through if the color is not opaque.
 *
 * @param background opaque
 */
export function blendOver(color: string, background: string): string {
  const own = new Color(color);
  const share = Number(own.alpha);
  own.alpha = 1;
  return hexOf(share < 1 ? Color.mix(new Color(background), own, share, { space: 'srgb', outputSpace: 'srgb' }) : own);
}

/**
 * The shade of a color that reaches a contrast on every background, with as small a change of OKLCH lightness (Ottosson
 * 2020) as possible.
 *
 * @returns a hexadecimal color, or `undefined` if no shade reaches it
 */
export function nearestShade(color: string, backgrounds: readonly string[], least: number): string | undefined {
  const passes = (hex: string) => backgrounds.every((background) => contrast(hex, background) >= least);
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
