import type { Media } from './component.ts';

/** How wide an article is, in CSS pixels: 44rem. A theme that makes it wider shows pictures a little less sharp. */
const WIDEST = 704;

/** The attributes of an `<img>` with which browsers choose a smaller copy, if there is one. @param width as it is shown */
export function smallerCopies(
  media: Pick<Media, 'srcset'> | undefined,
  width = WIDEST,
): { srcSet?: string; sizes?: string } {
  if (media?.srcset === undefined) return {};
  const shown = Math.min(width, WIDEST);
  return { srcSet: media.srcset, sizes: `(max-width: ${shown}px) 100vw, ${shown}px` };
}
