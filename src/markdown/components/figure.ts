import { h } from 'hastscript';
import type { Component } from './component.ts';

/** `<Figure src="./freeze.svg" alt="…" caption="…" />`: a picture that says something, and a link to it alone. */
export const figure: Component = {
  attributes: {
    src: { kind: 'media', required: true },
    alt: { kind: 'text', required: true },
    caption: { kind: 'text' },
  },
  render(props, _children, words) {
    const media = props.media('src');
    const alt = props.text('alt') ?? '';
    const caption = props.text('caption');
    const img = h('img', {
      src: media?.url ?? '',
      alt,
      width: media?.width,
      height: media?.height,
      loading: 'lazy',
      decoding: 'async',
    });
    const enlarge = { class: 'enlarge', dataPart: 'enlarge', href: media?.url ?? '' };
    return [
      h('figure', { class: 'figure', dataPart: 'figure' }, [
        h('a', { ...enlarge, ariaLabel: words('figure.enlarge', { alt }) }, [img]),
        ...(caption ? [h('figcaption', caption)] : []),
      ]),
    ];
  },
};
