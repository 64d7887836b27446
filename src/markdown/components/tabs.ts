import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Component } from '../syntax/component.ts';

/**
 * `<Tabs>` of `<Tab label="iPhone" platform="ios">`: the same information for different readers.
 *
 * Without JavaScript every tab is readable, one after the other under its label.
 */
export const tabs: Component = {
  attributes: {},
  fault(children) {
    const held = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    if (held.length === 0) return { says: '<Tabs> is empty.', fix: 'Add a <Tab label="…"> for each device.' };
    if (held.every(isTab)) return undefined;
    return {
      says: '<Tabs> contains something other than <Tab>.',
      fix: 'Move it into a <Tab label="…">, or out of <Tabs>.',
    };
  },
  render: (_props, children, text) => [
    h('div', { class: 'tabs', dataPart: 'tabs', dataLabel: text('tabs.label') }, children),
  ],
};

export const tab: Component = {
  attributes: { label: { kind: 'text', required: true }, platform: { kind: 'text' } },
  render(props, children) {
    const label = props.text('label') ?? '';
    return [
      h('section', { class: 'tab', dataPlatform: props.text('platform'), dataLabel: label, ariaLabel: label }, [
        h('p', { class: 'tab-label' }, label),
        ...children,
      ]),
    ];
  },
};

function isTab(child: ElementContent): boolean {
  return child.type === 'element' && child.tagName === 'section' && 'dataLabel' in child.properties;
}
