import { h } from 'hastscript';
import type { Component } from '../syntax/component.ts';

const types = ['note', 'tip', 'important', 'warning'] as const;

/** `<Callout type="warning" title="…">`: something that must not be overlooked. */
export const callout: Component = {
  attributes: { type: { kind: 'text', values: types }, title: { kind: 'text' } },
  render(props, children, text) {
    const type = props.text('type') ?? 'note';
    const title = props.text('title') ?? text(`callout.${type}`);
    return [
      h('aside', { class: `callout callout-${type}`, dataPart: 'callout', ariaLabel: title }, [
        h('p', { class: 'callout-title' }, title),
        ...children,
      ]),
    ];
  },
};
