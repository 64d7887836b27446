import { h } from 'hastscript';
import { isElsewhere } from '#kb/values/link-address.ts';
import type { Component } from '../syntax/component.ts';

/**
 * `<Video src="./open.mp4" title="…" poster="./open.jpg" captions="./open.vtt">transcript</Video>`
 *
 * Nothing is loaded before the reader starts it. A film on another host is a link, so no request leaves the help center
 * by itself.
 */
export const video: Component = {
  attributes: {
    src: { kind: 'media', required: true, linked: true },
    title: { kind: 'text', required: true },
    poster: { kind: 'media' },
    // Browsers silently ignore any other format.
    captions: { kind: 'media', ending: '.vtt' },
  },
  render(props, children, text) {
    const src = props.media('src')?.url ?? '';
    const title = props.text('title') ?? '';
    const captions = props.media('captions');
    const poster = props.media('poster');
    const film = isElsewhere(src)
      ? h('a', { class: 'button', href: src }, text('video.watch', { title }))
      : h(
          'video',
          {
            controls: true,
            preload: 'none',
            poster: poster?.url,
            ariaLabel: title,
            playsInline: true,
            // The size of the poster is known before it is loaded.
            width: poster?.width,
            height: poster?.height,
          },
          [
            h('source', { src }),
            ...(captions ? [h('track', { kind: 'captions', src: captions.url, default: true })] : []),
          ],
        );
    const transcript = children.some(
      (child) => child.type === 'element' || (child.type === 'text' && child.value.trim() !== ''),
    );
    return [
      h('figure', { class: 'video', dataPart: 'video' }, [
        film,
        h('figcaption', title),
        ...(transcript
          ? [h('details', { class: 'accordion' }, [h('summary', text('video.transcript')), h('div', children)])]
          : []),
      ]),
    ];
  },
};
