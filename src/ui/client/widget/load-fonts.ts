import type { LoadedWidgetSetup } from './load-widget-setup.ts';

/**
 * Gives the page of the product the fonts of the help center, which a shadow root can't have alone. A family that the
 * product has itself stays as it is. The files are fetched, so the product's policy needs no entry for fonts; without
 * them, the panel has the fonts of the device.
 */
export async function loadFonts({ fonts, base }: Pick<LoadedWidgetSetup, 'fonts' | 'base'>): Promise<void> {
  const has = new Set([...document.fonts].map(({ family }) => family.replace(/^["']|["']$/g, '')));
  const missing = fonts.filter(({ family }) => !has.has(family));
  await Promise.allSettled(
    missing.map(async ({ url, family, weight, style, range }) => {
      const response = await fetch(new URL(url, base), { credentials: 'omit' });
      if (!response.ok) return;
      const face = new FontFace(family, await response.arrayBuffer(), { weight, style, unicodeRange: range });
      document.fonts.add(await face.load());
    }),
  );
}
