import { h } from 'hastscript';
import type { Component } from './component.ts';

/** `<Figure src="./freeze.svg" alt="…" caption="…" />`: a picture that says something. */
export const figure: Component = {
  attributes: {
    src: { kind: 'media', required: true },
    alt: { kind: 'text', required: true },
    caption: { kind: 'text' },
  },
  render(props) {
    const media = props.media('src');
    const caption = props.text('caption');
    return [
      h('figure', { class: 'figure', dataPart: 'figure' }, [
        h('img', {
          src: media?.url ?? '',
          alt: props.text('alt') ?? '',
          width: media?.width,
          height: media?.height,
          loading: 'lazy',
          decoding: 'async',
        }),
        ...(caption ? [h('figcaption', caption)] : []),
      ]),
    ];
  },
};
