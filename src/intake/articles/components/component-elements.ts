import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from '#markdown/syntax/walk.ts';
import { isBlank, isElement } from '../elements/html-elements.ts';
import type { Report } from '../imported-site.ts';
import { attributesOf } from './component-attributes.ts';
import { nameIcons } from './icons.ts';
import { knownComponent } from './known-components.ts';
import { settleSteps } from './steps.ts';
import { isComponent, settleTabs } from './tabs.ts';
import { attributeValueText, holdsProse, paragraphsIn, turnUnknown } from './unknown-component.ts';

function isBlockComponent(node: ElementContent): node is Element {
  return isComponent(node) && node.tagName === 'span' && knownComponent(nameOf(node))?.block === true;
}

function nameOf(element: Element): string {
  return String(element.properties.dataOhjeComponent);
}

/** A block component in a line as a block; the line in it becomes a paragraph. */
function raised(component: Element): Element {
  return { ...component, tagName: 'div', children: paragraphsOf(component.children, component.position) };
}

/** Whether a component in a line has words right before and after it: as a block, it would split a sentence. */
function isInSentence(line: ElementContent[], at: number): boolean {
  const [before, after] = [line[at - 1], line[at + 1]];
  const isWord = (node: ElementContent | undefined, edge: RegExp) =>
    node !== undefined &&
    (node.type === 'text' ? !edge.test(node.value) && node.value.trim() !== '' : !isComponent(node));
  return isWord(before, /\n[ \t]*$/) && isWord(after, /^[ \t]*\n/);
}

/** Splits a line at the block components in it. */
function paragraphsOf(line: ElementContent[], position: Element['position']): ElementContent[] {
  const result: ElementContent[] = [];
  let open: Element | undefined;
  for (const [at, child] of line.entries()) {
    if (isBlockComponent(child) && !isInSentence(line, at)) {
      result.push(raised(child));
      open = undefined;
    } else if (open) open.children.push(child);
    else if (!isBlank(child)) {
      open = { ...h('p', child), ...(position && { position }) };
      result.push(open);
    }
  }
  return result;
}

/**
 * Components that are written on one line, `<Note>Mind the gap.</Note>`, are blocks although Markdown sees a line. Any
 * other component that is alone on its line is a block too.
 */
function raiseComponents(tree: Root): void {
  visit(tree, 'element', (paragraph, index, parent) => {
    if (!isElement(paragraph, 'p') || !parent || index === undefined) return undefined;
    const [only, ...others] = paragraph.children.filter((child) => !isBlank(child));
    const isLone = isComponent(only) && only.tagName === 'span' && others.length === 0;
    const lone = isLone && knownComponent(nameOf(only))?.block !== false;
    if (!lone && !paragraph.children.some(isBlockComponent)) return undefined;
    const blocks = lone ? [raised(only)] : paragraphsOf(paragraph.children, paragraph.position);
    parent.children.splice(index, 1, ...blocks);
    return [SKIP, index + blocks.length];
  });
}

/** Turns the components of other systems, as `openComponent` writes them, into plain HTML and our own, in place. */
export function turnComponents(tree: Root, report: Report): void {
  raiseComponents(tree);
  nameIcons(tree, report);
  visit(tree, 'element', (element, index, parent) => {
    if (!isComponent(element) || !parent || index === undefined) return undefined;
    const name = nameOf(element);
    const known = knownComponent(name);
    const isReal = element.tagName === 'kbd' || element.tagName === 'summary';
    const attributes = attributesOf(element);
    const inLine = element.tagName === 'span';
    delete element.properties.dataOhjeComponent;
    delete element.properties.dataOhjeAttributes;
    if (isReal) return undefined;
    const own: Report = (line, what) => report(line ?? element.position?.start.line, what);
    const found = {
      name,
      inLine,
      attributes,
      children: element.children,
      report: (what: string) => own(undefined, what),
    };
    // A box in the middle of a bold part or a link would split it.
    const instead = [...(inLine && known?.block ? element.children : (known?.turn ?? turnUnknown)(found))];
    // What a component says in attributes that have no place here is kept below it.
    for (const [key, value] of known ? attributes.unread() : []) {
      if (!inLine && holdsProse(value)) instead.push(...paragraphsIn(value));
      else if (holdsProse(value) || typeof value === 'object')
        found.report(`The attribute ${key}="${attributeValueText(value)}" of <${name}> was left out.`);
    }
    for (const child of instead) child.position ??= element.position;
    const id = attributes.text('id');
    const anchor = id && !inLine ? [h('span', { id })] : [];
    parent.children.splice(index, 1, ...anchor, ...instead);
    return [SKIP, index + anchor.length];
  });
  settleTabs(tree);
  settleSteps(tree);
}
