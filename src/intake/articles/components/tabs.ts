import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { highestHeading, isBlank, isElement } from '../elements/html-elements.ts';
import { attributesOf } from './component-attributes.ts';
import type { Turn } from './found-component.ts';

const LABELS = ['label', 'title', 'name', 'header', 'heading', 'tab', 'value', 'text', 'itemkey'];

/** Whether an element is a component that isn't turned yet. */
export function isComponent(node: ElementContent | undefined): node is Element {
  return node?.type === 'element' && typeof node.properties.dataOhjeComponent === 'string';
}

function labelIn(entry: unknown): { label?: string; value?: string } {
  if (typeof entry === 'string' || typeof entry === 'number') return { label: String(entry), value: String(entry) };
  if (typeof entry !== 'object' || entry === null) return {};
  const { label, title, name, value } = entry as Record<string, unknown>;
  const text = [label, title, name, value].find((one) => typeof one === 'string');
  return { ...(typeof text === 'string' && { label: text }), ...(typeof value === 'string' && { value }) };
}

/** The name of a code block: the title that it has, or its language. */
function nameOfCode(pre: Element): string | undefined {
  const code = pre.children.find((child) => isElement(child, 'code'));
  if (code?.type !== 'element') return undefined;
  const title = code.properties.dataTitle;
  delete code.properties.dataTitle;
  const classes = Array.isArray(code.properties.className) ? code.properties.className.map(String) : [];
  const language = classes.map((name) => /^language-(.+)$/.exec(name)?.[1]).find((name) => name);
  return typeof title === 'string' && title !== '' ? title : language;
}

function tab(label: string, children: ElementContent[]): Element {
  return h('div', { dataOhjeTabLabel: label }, children);
}

/** `<Tabs>`: its children are tabs by their own label, by the list of labels in an attribute, or by their code. */
export const turnTabs: Turn = ({ attributes, children }) => {
  const written = attributes.text('items', 'tabs', 'labels', 'names')?.split(/\s*,\s*/) ?? [];
  const entries = [
    ...written,
    ...attributes.list('items', 'values', 'tabs', 'labels', 'options', 'names', 'titles'),
  ].map(labelIn);
  const shown = children.filter((child) => !isBlank(child));
  const isPlain = shown.length > 1 && shown.length === entries.length && !shown.some(isComponent);
  const made = shown.map((child, at): ElementContent => {
    const entry = entries[at]?.label;
    if (child.type === 'element' && child.tagName === 'pre')
      return tab(nameOfCode(child) ?? entry ?? String(at + 1), [child]);
    if (isPlain) return tab(entry ?? String(at + 1), [child]);
    if (!isComponent(child)) return child;
    const own = attributesOf(child);
    const value = own.text('value');
    const named = entries.find((one) => value !== undefined && one.value === value)?.label;
    const label = own.text('label', 'title') ?? named ?? own.text(...LABELS) ?? entry;
    // A tab is known by its label; other components, such as a list of tabs, are looked at on their own.
    return label !== undefined && child.properties.dataOhjeComponent !== 'Tabs' ? tab(label, child.children) : child;
  });
  const title = attributes.text('title', 'label');
  return [...(title ? [h('p', [h('strong', title)])] : []), h('div', { dataOhjeTabGroup: true }, made)];
};

/** A tab that is in no group, or whose group is a component that isn't known. */
export const turnTab: Turn = ({ attributes, children }) => [tab(attributes.text(...LABELS) ?? '', children)];

/** A block whose headings of the highest level are tabs, as Quarto writes them. */
export const turnHeadingTabs: Turn = ({ children }) => {
  const top = highestHeading(children);
  const made: ElementContent[] = [];
  let open: Element | undefined;
  for (const child of children) {
    if (top !== undefined && isElement(child, top)) {
      open = tab(textOf(child), []);
      made.push(open);
    } else (open?.children ?? made).push(child);
  }
  return [h('div', { dataOhjeTabGroup: true }, made)];
};

function isTab(node: ElementContent): node is Element {
  return node.type === 'element' && typeof node.properties.dataOhjeTabLabel === 'string';
}

function isGroup(node: ElementContent): node is Element {
  return node.type === 'element' && node.properties.dataOhjeTabGroup !== undefined;
}

/** Tabs side by side become a group of their own; one alone without a label becomes its content. */
function gathered(children: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let group: Element[] = [];
  const close = () => {
    const [only, ...others] = group;
    const isBare = only && others.length === 0 && only.properties.dataOhjeTabLabel === '';
    if (isBare) result.push(...only.children);
    else if (only) result.push(h('div', { dataOhjeTabGroup: true }, group));
    group = [];
  };
  for (const child of children) {
    if (isTab(child)) group.push(child);
    else if (!isBlank(child) || group.length === 0) {
      close();
      result.push(child);
    }
  }
  close();
  return result;
}

function isFilled(node: Element): boolean {
  return textOf(node).trim() !== '' || node.children.some((child) => !isBlank(child));
}

/**
 * Makes groups of tabs what our dialect allows, in place: a group holds only tabs with a label, and a tab is in a group.
 * What else is in a group is put in front of it.
 */
export function settleTabs(node: Root | Element): void {
  let hasTabs = false;
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    settleTabs(child);
    hasTabs ||= isTab(child) || isGroup(child);
  }
  if (!hasTabs && !(node.type === 'element' && isGroup(node))) return;
  const children = (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (!isGroup(child)) return [child];
    const all = child.children.flatMap((one) => (isGroup(one) ? one.children : [one]));
    const held = all.filter(isTab).filter(isFilled);
    held.forEach((one, at) => {
      if (String(one.properties.dataOhjeTabLabel).trim() === '') one.properties.dataOhjeTabLabel = String(at + 1);
    });
    const others = all.filter((one) => !isTab(one) && !isBlank(one));
    return [...others, ...(held.length > 0 ? [{ ...child, children: held }] : [])];
  });
  const isInGroup = node.type === 'element' && isGroup(node);
  node.children = (isInGroup ? children : gathered(children)) as typeof node.children;
}
