import { h } from 'hastscript';
import type { Component } from './component.ts';

/** `<Steps>` around a numbered list: what to do, one after the other. */
export const steps: Component = {
  attributes: {},
  render: (_props, children) => [h('div', { class: 'steps', dataPart: 'steps' }, children)],
};
