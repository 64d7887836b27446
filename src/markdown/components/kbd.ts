import type { ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { Component } from '../syntax/component.ts';

/** `<Kbd>Ctrl + F</Kbd>`: keys to press together. Key names are Latin, so they are always read from left to right. */
export const kbd: Component = {
  attributes: {},
  render(_props, children) {
    const keys = textOf({ type: 'root', children })
      .split(/\s*\+\s+/)
      .filter(Boolean);
    const parts: ElementContent[] = keys.flatMap((key, index) => [
      ...(index > 0 ? [{ type: 'text', value: ' + ' } as const] : []),
      h('kbd', key),
    ]);
    return [h('span', { class: 'keys', dir: 'ltr' }, parts)];
  },
};
