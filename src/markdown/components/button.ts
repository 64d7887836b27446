import { h } from 'hastscript';
import type { Component } from '../syntax/component.ts';
import { isDrawing } from '../syntax/links.ts';
import { withoutParagraphs } from '../syntax/paragraphs.ts';

/** `<Button href="/security/report-a-lost-card">Report a lost card</Button>` */
export const button: Component = {
  attributes: { href: { kind: 'link', required: true } },
  render: (props, children) => [
    h(
      'a',
      { class: 'button', dataPart: 'button', href: props.text('href') ?? '', download: isDrawing(props.text('href')) },
      withoutParagraphs(children),
    ),
  ],
};
