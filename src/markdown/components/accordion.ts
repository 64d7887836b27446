import { h } from 'hastscript';
import type { Component } from '../syntax/component.ts';

/** `<Accordion title="…" open>`: something few readers need, opened in place. */
export const accordion: Component = {
  attributes: { title: { kind: 'text', required: true }, open: { kind: 'flag' } },
  render: (props, children) => [
    h('details', { class: 'accordion', dataPart: 'accordion', open: props.flag('open') }, [
      h('summary', props.text('title') ?? ''),
      h('div', { class: 'accordion-body' }, children),
    ]),
  ],
};
