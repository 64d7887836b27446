import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { visit } from '#markdown/syntax/walk.ts';
import { highestHeading, isBlank, isElement } from '../elements/html-elements.ts';
import { attributesOf } from './component-attributes.ts';
import type { Turn } from './found-component.ts';
import { isComponent } from './tabs.ts';

const TITLES = ['title', 'label', 'heading', 'header', 'name', 'step'];

function step(title: string | undefined, children: ElementContent[]): Element {
  // A number that counts the steps is what the list shows anyway.
  const shown = title !== undefined && !/^[\p{Nd}.\s]+$/u.test(title) ? title : undefined;
  return h('li', { dataOhjeOneStep: true }, [...(shown ? [h('p', [h('strong', shown)])] : []), ...children]);
}

/** `<Steps>`: around steps, a numbered list, or headings that each start a step. */
export const turnSteps: Turn = ({ attributes, children }) => {
  const title = attributes.text('title', 'label');
  const inside = children.map((child) => {
    if (!isComponent(child)) return child;
    const own = attributesOf(child);
    const isStep = /^(?:.*step.*|item|li)$/i.test(String(child.properties.dataOhjeComponent));
    return isStep ? step(own.text(...TITLES), child.children) : child;
  });
  return [...(title ? [h('p', [h('strong', title)])] : []), h('div', { dataOhjeStepGroup: true }, inside)];
};

/** A step that is in no group. */
export const turnStep: Turn = (found) => {
  const { attributes, children } = found;
  // Some systems list all steps in an attribute of one component.
  if (children.some((child) => isComponent(child) && child.properties.dataOhjeComponent === 'Item'))
    return turnSteps(found);
  return [step(attributes.text(...TITLES), children)];
};

function isStep(node: ElementContent): node is Element {
  return isElement(node, 'li') && node.properties.dataOhjeOneStep !== undefined;
}

/** Cuts what is in a group at its headings: each heading of the highest level starts a step. */
function cutAtHeadings(children: ElementContent[]): ElementContent[] {
  const top = highestHeading(children);
  if (top === undefined) return children;
  const before: ElementContent[] = [];
  const made: Element[] = [];
  for (const child of children) {
    if (isElement(child, top)) made.push(h('li', { dataOhjeOneStep: true }, [child]));
    else (made.at(-1)?.children ?? before).push(child);
  }
  return [...before, ...made];
}

function listed(children: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (isStep(child) && isElement(last, 'ol') && last.properties.dataOhjeStepList !== undefined)
      last.children.push(child);
    else if (isStep(child)) result.push(h('ol', { dataOhjeStepList: true }, [child]));
    else if (!isBlank(child) || !isElement(last, 'ol')) result.push(child);
  }
  return result;
}

/**
 * Makes groups of steps what our dialect allows, in place: each holds a numbered list. A group without any is its
 * content, and steps outside a group are a numbered list.
 */
export function settleSteps(tree: Root): void {
  visit(tree, (node) => {
    if (!('children' in node)) return;
    const group = node.type === 'element' && node.properties.dataOhjeStepGroup !== undefined ? node : undefined;
    const children = node.children as ElementContent[];
    const hasSteps = children.some((child) => isStep(child));
    const hasList = children.some((child) => isElement(child, 'ol'));
    const cut = group && !hasSteps && !hasList ? cutAtHeadings(children) : children;
    const isList = node.type === 'element' && node.properties.dataOhjeStepList !== undefined;
    if (cut.some(isStep) && !isList) node.children = listed(cut) as typeof node.children;
    if (!group) return;
    const list = group.children.find((child) => isElement(child, 'ol'));
    if (list === undefined || textOf(list).trim() === '') delete group.properties.dataOhjeStepGroup;
  });
}
