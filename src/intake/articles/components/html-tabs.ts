import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from '#markdown/syntax/walk.ts';
import { classesOf } from '../elements/html-elements.ts';

function isOf(element: Element, role: string, className: RegExp): boolean {
  return element.properties.role === role || classesOf(element).some((name) => className.test(name));
}

const isList = (element: Element) => isOf(element, 'tablist', /^(?:nav-tabs|tab-list|tabs-nav)$/);
const isPanel = (element: Element) => isOf(element, 'tabpanel', /^(?:tab-pane|tabs-panel)$/);

/** Elements of a type below a node; nothing inside one of them is looked at. */
function found(node: Element | Root, wanted: (element: Element) => boolean): Element[] {
  const all: Element[] = [];
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (wanted(child)) all.push(child);
    else all.push(...found(child, wanted));
  }
  return all;
}

function labelsIn(list: Element): string[] {
  const named = found(list, (element) => element.properties.role === 'tab');
  const labels = named.length > 0 ? named : list.children.filter((child): child is Element => child.type === 'element');
  return labels.map((label) => textOf(label).replace(/\s+/g, ' ').trim());
}

/** What is around the panels; the same node if there are none in it. */
function withoutPanels(node: ElementContent): ElementContent | undefined {
  if (node.type !== 'element') return node;
  if (isPanel(node)) return undefined;
  if (found(node, isPanel).length === 0) return node;
  return { ...node, children: node.children.flatMap((child) => withoutPanels(child) ?? []) };
}

/**
 * Makes tabs of pages in HTML ours, in place: a list of tabs and as many panels, by their roles or by the classes of
 * Bootstrap. Panels that the page hides until their tab is chosen are shown.
 */
export function joinHtmlTabs(tree: Root): void {
  visit(tree, (node) => {
    if (node.type !== 'root' && node.type !== 'element') return undefined;
    const isDirect = node.children.some((child) => child.type === 'element' && isList(child));
    const lists =
      isDirect || node.type === 'root'
        ? node.children.filter((child): child is Element => child.type === 'element' && isList(child))
        : [];
    if (lists.length !== 1) return undefined;
    const [list] = lists as [Element];
    const labels = labelsIn(list);
    const panels = found(node, isPanel);
    if (labels.length < 2 || panels.length !== labels.length || labels.includes('')) return undefined;
    const tabs = panels.map(({ children }, at) => h('div', { dataOhjeTabLabel: labels[at] }, children));
    const group = h('div', { dataOhjeTabGroup: true }, tabs);
    const others = (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
      if (child === list) return [group];
      const rest = withoutPanels(child);
      return rest === child || (rest && textOf(rest).trim() !== '') ? [rest] : [];
    });
    node.children = others as typeof node.children;
    return SKIP;
  });
}
