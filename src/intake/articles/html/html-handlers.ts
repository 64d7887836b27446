import type { Element, Nodes } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { FootnoteDefinition, FootnoteReference, ListItem, Paragraph, RootContent } from 'mdast';
import { SKIP, visit } from '#markdown/syntax/walk.ts';
import { holdsBlock, isBlank, isElement } from '../elements/html-elements.ts';
import { calloutType } from '../tree/callout-types.ts';
import { anchorMark, type FlowElement, flowElement, textElement } from '../tree/jsx-elements.ts';
import { ELEMENT_TABLE, type Handle, tableFromElements } from './html-tables.ts';

function own(node: Element, name: string): string {
  const value = node.properties[name];
  return typeof value === 'string' ? value : '';
}

const all: Handle = (state, node) => state.all(node);

/** Films, tabs and steps, as `settleTabs` and `settleSteps` leave them. */
function ours(node: Element, content: RootContent[]): FlowElement | undefined {
  const { dataOhjeTabGroup, dataOhjeTabLabel, dataOhjeStepGroup } = node.properties;
  const src = own(node, 'dataOhjeVideo');
  if (src !== '') {
    const [poster, captions] = [own(node, 'dataOhjePoster'), own(node, 'dataOhjeCaptions')];
    const more = { poster: poster || undefined, captions: captions || undefined };
    return flowElement('Video', { src, title: own(node, 'dataTitle'), ...more });
  }
  if (typeof dataOhjeTabLabel === 'string') return flowElement('Tab', { label: dataOhjeTabLabel }, content);
  if (dataOhjeTabGroup !== undefined) return flowElement('Tabs', {}, content);
  const isList = content.some((child) => child.type === 'list' && child.ordered);
  return dataOhjeStepGroup !== undefined && isList ? flowElement('Steps', {}, content) : undefined;
}

const div: Handle = (state, node) => {
  const content = state.toFlow(state.all(node));
  const type = calloutType(own(node, 'dataCallout'));
  const label = own(node, 'dataOhjeFootnote');
  if (label) {
    const children = content as FootnoteDefinition['children'];
    const definition: FootnoteDefinition = { type: 'footnoteDefinition', identifier: label, label, children };
    return definition;
  }
  const group = ours(node, content);
  if (group) {
    state.patch(node, group);
    return group;
  }
  const title = own(node, 'dataTitle') || undefined;
  if (!type || (content.length === 0 && !title)) return content;
  const only: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: title ?? '' }] };
  const callout =
    content.length > 0 ? flowElement('Callout', { type, title }, content) : flowElement('Callout', { type }, [only]);
  state.patch(node, callout);
  return callout;
};

const span: Handle = (state, node) => {
  const anchor = own(node, 'dataAnchor');
  const label = own(node, 'dataFootnoteReference');
  if (anchor) return anchorMark(anchor);
  if (!label) return state.all(node);
  const reference: FootnoteReference = { type: 'footnoteReference', identifier: label, label };
  return reference;
};

const details: Handle = (state, node) => {
  const summary = node.children.find((child) => isElement(child, 'summary'));
  const rest = node.children.filter((child) => child !== summary);
  const title = (summary ? textOf(summary).replace(/\s+/g, ' ').trim() : '') || 'Details';
  const accordion = flowElement('Accordion', { title }, state.toFlow(state.all({ ...node, children: rest })));
  state.patch(node, accordion);
  return accordion;
};

const figure: Handle = (state, node) => {
  const images: Element[] = [];
  let more = false;
  visit(node, (child) => {
    if (isElement(child, 'figcaption')) return SKIP;
    if (isElement(child, 'img')) images.push(child);
    if (isElement(child, 'a') || (child.type === 'text' && child.value.trim() !== '')) more = true;
    return undefined;
  });
  const [image] = images;
  if (more || images.length !== 1 || !image) return state.toFlow(state.all(node));
  const captions = node.children.filter((child) => isElement(child, 'figcaption'));
  const caption = captions.map(textOf).join(' ').trim() || own(image, 'title') || undefined;
  const result = flowElement('Figure', { src: own(image, 'src'), alt: own(image, 'alt'), caption });
  state.patch(image, result);
  return result;
};

const kbd: Handle = (_state, node) => {
  const value = textOf(node)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=\S) ?\+ ?(?=\S)/g, ' + ');
  return value === '' ? undefined : textElement('Kbd', {}, [{ type: 'text', value }]);
};

function inline(name: string): Handle {
  return (state, node) => {
    const children = state.all(node);
    if (children.length === 0 || holdsBlock(node)) return children;
    const title = name === 'abbr' ? own(node, 'title') || undefined : undefined;
    return textElement(name, { title }, children);
  };
}

function isCheckbox(node: Nodes | undefined): node is Element {
  return isElement(node, 'input') && own(node, 'type') === 'checkbox';
}

/** As hast-util-to-mdast does it, but a nested list alone doesn't make the list loose. */
const li: Handle = (state, node) => {
  const spread = node.children.some((child) => isElement(child, 'p'));
  const [first] = node.children.filter((child) => !isBlank(child));
  const host = isElement(first, 'p') ? first : node;
  const box = host.children.find((child) => !isBlank(child));
  if (isCheckbox(box)) host.children = host.children.filter((child) => child !== box);
  const checked = isCheckbox(box) ? Boolean(box.properties.checked) : null;
  const item: ListItem = { type: 'listItem', spread, checked, children: state.toFlow(state.all(node)) };
  state.patch(node, item);
  return item;
};

/** How each HTML element of an article is written in our dialect; the rest is as hast-util-to-mdast does it. */
export const htmlHandlers: Record<string, Handle> = {
  abbr: inline('abbr'),
  details,
  div,
  figure,
  ins: all,
  kbd,
  li,
  mark: inline('mark'),
  small: inline('small'),
  span,
  sub: inline('sub'),
  sup: inline('sup'),
  [ELEMENT_TABLE]: tableFromElements,
  u: all,
};
