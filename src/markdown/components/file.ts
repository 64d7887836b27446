import { h } from 'hastscript';
import type { Component } from '../syntax/component.ts';

/** `<File src="./form.pdf">The form</File>`: something to download. */
export const file: Component = {
  attributes: { src: { kind: 'media', required: true, linked: true } },
  render: (props, children) => [
    h('a', { class: 'file', dataPart: 'file', href: props.media('src')?.url ?? '', download: true }, children),
  ],
};
