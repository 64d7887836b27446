import { h } from 'hastscript';
import type { Component, Media } from '../syntax/component.ts';
import { isDrawing } from '../syntax/links.ts';
import { smallerCopies } from '../syntax/smaller-copies.ts';

// Half a window high, so its text is seen with it. Readers can open it in full.
const TALLEST = 448;

/** `<Figure src="./freeze.svg" alt="…" caption="…" />`: a picture with a caption, linked to the picture in full size. */
export const figure: Component = {
  attributes: {
    src: { kind: 'media', required: true },
    alt: { kind: 'text', required: true },
    caption: { kind: 'text' },
  },
  render(props, _children, text) {
    const media = props.media('src');
    const alt = props.text('alt') ?? '';
    const caption = props.text('caption');
    const img = h('img', {
      src: media?.url ?? '',
      alt,
      ...shownSize(media),
      ...smallerCopies(media, shownSize(media).width),
      dataBackground: media?.background,
      loading: 'lazy',
      decoding: 'async',
    });
    const enlarge = { class: 'enlarge', dataPart: 'enlarge', href: media?.url ?? '', download: isDrawing(media?.url) };
    return [
      h('figure', { class: 'figure', dataPart: 'figure' }, [
        h('a', { ...enlarge, ariaLabel: text('figure.enlarge', { alt }) }, [img]),
        ...(caption ? [h('figcaption', caption)] : []),
      ]),
    ];
  },
};

/** The size it is shown in, known before it is loaded, so nothing moves once it is loaded. */
function shownSize({ width, height }: Partial<Media> = {}): Pick<Media, 'width' | 'height'> {
  if (width === undefined || height === undefined || height <= TALLEST) return { width, height };
  return { width: Math.round((width * TALLEST) / height), height: TALLEST };
}
