import { h } from 'hastscript';
import { withoutParagraphs } from '../paragraphs.ts';
import type { Component } from './component.ts';

/** `<Button href="/security/report-a-lost-card">Report a lost card</Button>` */
export const button: Component = {
  attributes: { href: { kind: 'link', required: true } },
  render: (props, children) => [
    h('a', { class: 'button', dataPart: 'button', href: props.text('href') ?? '' }, withoutParagraphs(children)),
  ],
};
