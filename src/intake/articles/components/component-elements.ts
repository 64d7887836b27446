import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { isBlank, isElement } from '../elements/html-elements.ts';
import type { Report } from '../imported-site.ts';
import { calloutType } from '../tree/callout-types.ts';

const CALLOUTS = new Set(['Admonition', 'Aside', 'Callout', 'Alert', 'Notice']);
const KINDS = new Set(['Note', 'Info', 'Tip', 'Hint', 'Important', 'Warning', 'Caution', 'Danger', 'Check']);
const ACCORDIONS = new Set(['Accordion', 'Expandable', 'Collapsible', 'Collapse', 'Spoiler', 'ToggleSection']);
const LABELLED = new Set(['TabItem', 'Tab', 'Step', 'Card', 'LinkCard']);
const TABS = new Set(['Tabs', 'CodeTabs', 'CodeGroup']);
const WRAPPERS = new Set(['AccordionGroup', 'CardGroup', 'CardGrid', 'Cards', 'Columns', 'Frame', 'Steps', 'Fragment']);

function attribute(element: Element, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = element.properties[name];
    const text = Array.isArray(value) ? value.join(' ') : value === undefined ? '' : String(value);
    // In a .md file an attribute such as label={x} arrives with its braces, which readers should not see.
    if (text !== '' && !text.startsWith('{')) return text;
  }
  return undefined;
}

function labelled(element: Element): ElementContent[] {
  const label = attribute(element, 'label', 'title', 'value');
  const href = attribute(element, 'href', 'to');
  if (!label) return element.children;
  return [h('p', [href ? h('a', { href }, label) : h('strong', label)]), ...element.children];
}

function callout(name: string, element: Element): ElementContent[] {
  const kind = CALLOUTS.has(name) ? attribute(element, 'type', 'variant', 'severity') : name;
  const dataTitle = attribute(element, 'title');
  return [h('div', { dataCallout: calloutType(kind ?? '') ?? 'note', dataTitle }, element.children)];
}

function replaced(name: string, element: Element, report: (what: string) => void): ElementContent[] {
  const isBox = CALLOUTS.has(name) || KINDS.has(name) || ACCORDIONS.has(name) || LABELLED.has(name);
  // A box in the middle of a sentence would split it.
  if (isBox && element.tagName === 'span') return element.children;
  if (CALLOUTS.has(name) || KINDS.has(name)) return callout(name, element);
  if (ACCORDIONS.has(name)) {
    return [h('details', [h('summary', attribute(element, 'title', 'summary', 'label') ?? ''), ...element.children])];
  }
  if (LABELLED.has(name)) return labelled(element);
  if (TABS.has(name)) {
    report('Tabs were placed below each other, each under its label.');
    return element.children;
  }
  if (WRAPPERS.has(name)) return element.children;
  const src = attribute(element, 'src');
  const alt = attribute(element, 'alt') ?? '';
  if (name === 'Figure' && src) {
    const caption = attribute(element, 'caption', 'title');
    if (element.tagName === 'span') return [h('img', { src, alt })];
    return [h('figure', [h('img', { src, alt }), ...(caption ? [h('figcaption', caption)] : [])])];
  }
  if (name === 'Image' && src) return [h('img', { src, alt })];
  if (name === 'Video' && src) return [h('video', { src, title: attribute(element, 'title') })];
  if (name === 'Link') return [h('a', { href: attribute(element, 'to', 'href') }, element.children)];
  const id = attribute(element, 'id', 'videoid', 'videoId', 'youtubeid');
  if (/^youtube/i.test(name) && id) {
    return [h('iframe', { src: `https://www.youtube.com/embed/${id}`, title: attribute(element, 'title') })];
  }
  const kept = textOf(element).trim() !== '';
  report(`The component <${name}> isn't supported; ${kept ? 'only its content was kept' : 'it was left out'}.`);
  return element.children;
}

/** A component that is written on one line, `<Note>Mind the gap.</Note>`, is a block although Markdown sees a line. */
function raiseLoneComponents(tree: Root): void {
  visit(tree, 'element', (paragraph, index, parent) => {
    if (!isElement(paragraph, 'p') || !parent || index === undefined) return;
    const [only, ...others] = paragraph.children.filter((child) => !isBlank(child));
    if (!isElement(only, 'span') || !only.properties.dataComponent || others.length > 0) return;
    only.tagName = 'div';
    if (only.children.length > 0) only.children = [h('p', only.children)];
    parent.children[index] = only;
  });
}

/** Turns the components of other systems, as `openComponent` writes them, into plain HTML, in place. */
export function turnComponents(tree: Root, report: Report): void {
  raiseLoneComponents(tree);
  visit(tree, 'element', (element, index, parent) => {
    const name = element.properties.dataComponent;
    if (typeof name !== 'string' || !parent || index === undefined) return undefined;
    delete element.properties.dataComponent;
    if (element.tagName === 'details' || element.tagName === 'kbd' || element.tagName === 'summary') return undefined;
    const children = replaced(name, element, (what) => report(element.position?.start.line, what));
    for (const child of children) child.position ??= element.position;
    parent.children.splice(index, 1, ...children);
    return [SKIP, index];
  });
}
