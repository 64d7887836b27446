import { h } from 'hastscript';
import type { Component } from '../syntax/component.ts';

/** `<Steps>` around a numbered list: what to do, one after the other. */
export const steps: Component = {
  attributes: {},
  fault: (children) =>
    children.some((child) => child.type === 'element' && child.tagName === 'ol')
      ? undefined
      : {
          says: '<Steps> does not contain a numbered list.',
          fix: 'Start the line of each step with "1. ", and leave a blank line after <Steps>.',
        },
  render: (_props, children) => [h('div', { class: 'steps', dataPart: 'steps' }, children)],
};
