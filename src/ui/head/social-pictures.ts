import { digest } from '#kb/values/digest.ts';
import type { View } from '../view.ts';

/** What a picture for messengers and social networks says. */
export interface PictureWords {
  title: string;
  /** The section, above the title. */
  label?: string | undefined;
}

/** The size of every picture, in pixels. */
export const PICTURE = { width: 1200, height: 630 };

/** The words on the picture of every page that isn't an article. */
export function siteWords({ chrome, text }: View): PictureWords {
  return { title: text('site.title', { name: chrome.site.name }) };
}

/**
 * The file of a picture, relative to the root of the site. Its name changes with everything that it shows.
 *
 * @returns nothing if the site has none: it is internal, has no address, turned them off, or its theme has neither a font
 *   nor a logo
 */
export function pictureFile({ chrome, locale }: View, { title, label = '' }: PictureWords): string | undefined {
  const { url, audience, site, brand } = chrome;
  if (url === undefined || audience !== 'public' || !site.socialPictures || brand.look === undefined) return undefined;
  // Without fonts, all show the same.
  const words = brand.look.hasFonts ? [site.name, title, label] : [];
  return `_media/social.${digest(brand.look.key, locale.tag, ...words)}.png`;
}
