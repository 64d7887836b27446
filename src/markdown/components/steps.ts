import { h } from 'hastscript';
import type { Component } from '../syntax/component.ts';

/** `<Steps>` around a numbered list: what to do, one after the other. */
export const steps: Component = {
  attributes: {},
  fault: (children) =>
    children.some((child) => child.type === 'element' && child.tagName === 'ol')
      ? undefined
      : {
          says: '<Steps> holds no numbered list.',
          fix: 'Write each step on a line that begins with "1. ", with an empty line after <Steps>.',
        },
  render: (_props, children) => [h('div', { class: 'steps', dataPart: 'steps' }, children)],
};
