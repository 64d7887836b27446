/**
 * Styles of the site for a page of others: what is measured by the root of a page, which belongs to the product, is
 * measured by `--rem` instead. Conditions of at-rules stay: they are measured by the reader's own setting anyway.
 */
export function portableCss(css: string): string {
  return css
    .replaceAll(':root', '.ohje')
    .replace(/@[^{;]+|(-?(?:\d+\.?\d*|\.\d+))rem\b/g, (whole, number?: string) =>
      number === undefined ? whole : `calc(${number} * var(--rem))`,
    );
}
