/**
 * Styles of the site for the page of a product. `rem` depends on the root of that page, so `--rem` replaces it.
 * Conditions of at-rules stay: there, `rem` is the reader's own setting.
 */
export function portableCss(css: string): string {
  return css
    .replaceAll(':root', '.ohje')
    .replace(/@[^{;]+|(-?(?:\d+\.?\d*|\.\d+))rem\b/g, (whole, number?: string) =>
      number === undefined ? whole : `calc(${number} * var(--rem))`,
    );
}
