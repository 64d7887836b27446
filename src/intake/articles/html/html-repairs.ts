import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from '#markdown/syntax/walk.ts';
import { classesOf, holdsBlock, isBlank, isBlock, isElement } from '../elements/html-elements.ts';

const FORMATTING = new Set(
  'a abbr b big cite code del em font i ins kbd mark q s samp small span strike strong sub sup tt u var'.split(' '),
);
const HEADING = /^h[1-6]$/;

function linksIn(element: Element): number {
  let count = 0;
  for (const child of element.children) {
    visit(child, 'element', (node) => {
      if (node.tagName === 'a' && node.properties.href) count += 1;
    });
  }
  return count;
}

function isMixed(node: ElementContent): node is Element {
  return node.type === 'element' && (isBlock(node) || holdsBlock(node));
}

function flattened(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (!isMixed(child)) return [child];
    return [{ type: 'text', value: ' ' }, ...flattened(child.children), { type: 'text', value: ' ' }];
  });
}

/** Moves a link from around blocks to the lines inside them. */
function linkedLines(link: Element, children: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let line: Element | undefined;
  for (const child of children) {
    if (isMixed(child)) {
      result.push({ ...child, children: linkedLines(link, child.children) });
      line = undefined;
    } else if (line) line.children.push(child);
    else if (isBlank(child)) result.push(child);
    else {
      line = { ...link, children: [child] };
      result.push(line);
    }
  }
  return result;
}

/**
 * Replaces, in place, what HTML allows and Markdown cannot express: bold around whole paragraphs with the paragraphs,
 * blocks inside a heading with their text, a link around blocks with a link in each of them, a link around a link with
 * the inner one.
 */
export function untangleBlocks(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (HEADING.test(element.tagName)) element.children = flattened(element.children);
    if (element.tagName === 'menu' || element.tagName === 'dir') element.tagName = 'ul';
    if (element.tagName === 'dt') element.children = [h('strong', element.children)];
    const holdsLink = element.tagName === 'a' && linksIn(element) > 0;
    if (!FORMATTING.has(element.tagName) || !(holdsLink || holdsBlock(element))) return undefined;
    const inside = element.tagName === 'a' && !holdsLink ? linkedLines(element, element.children) : element.children;
    parent.children.splice(index, 1, ...inside);
    return [SKIP, index];
  });
}

/** Puts list items outside any list into one, in place; browsers also show them as a list. */
export function gatherItems(tree: Root): void {
  visit(tree, (parent) => {
    if (!('children' in parent) || isElement(parent, 'ul', 'ol', 'menu', 'dir')) return;
    if (!parent.children.some((child) => isElement(child, 'li'))) return;
    const children: ElementContent[] = [];
    for (const child of parent.children as ElementContent[]) {
      const list = children.at(-1);
      if (isElement(list, 'ul') && list.properties.dataStray && (isElement(child, 'li') || isBlank(child))) {
        list.children.push(child);
      } else if (isElement(child, 'li')) children.push(h('ul', { dataStray: true }, child));
      else children.push(child);
    }
    parent.children = children;
  });
}

function stretched(link: Element, siblings: ElementContent[]): ElementContent[] {
  const others = siblings.filter((node) => node !== link);
  const inline = others.filter((node) => !isBlock(node));
  if (inline.some((node) => textOf(node).trim() !== '')) {
    const first = others.findIndex((node) => !isBlock(node) && !isBlank(node));
    const after = others.slice(first).findIndex(isBlock);
    const end = after < 0 ? others.length : first + after;
    return [...others.slice(0, first), { ...link, children: others.slice(first, end) }, ...others.slice(end)];
  }
  const host = others.find((node) => isBlock(node) && textOf(node).trim() !== '');
  if (host?.type !== 'element') return siblings;
  host.children = [{ ...link, children: host.children }];
  return others;
}

/**
 * Gives an empty link the text of the card that it is laid over (`<a href="x"></a><span>Buy</span>`), in place; only if
 * the card has no other link. Other empty links stay as they are.
 */
export function fillEmptyLinks(tree: Root): void {
  visit(tree, 'element', (element, _index, parent) => {
    if (!isElement(element, 'a') || !element.properties.href || !element.children.every(isBlank)) return;
    if (parent?.type !== 'element' || linksIn(parent) > 1) return;
    parent.children = stretched(element, parent.children);
  });
}

/** Gives code blocks their language where the Markdown writer looks for it, in place (`<pre lang="js">` and others). */
export function nameLanguages(tree: Root): void {
  visit(tree, 'element', (pre) => {
    if (!isElement(pre, 'pre')) return;
    const code = pre.children.find((child) => isElement(child, 'code'));
    const named = [...classesOf(pre), ...(code?.type === 'element' ? classesOf(code) : [])];
    const language = named.map((name) => /^lang(?:uage)?-(.+)$/.exec(name)?.[1]).find((name) => name);
    const lang = language ?? (typeof pre.properties.lang === 'string' ? pre.properties.lang : undefined);
    if (!lang) return;
    const className = [`language-${lang}`];
    if (code?.type === 'element') code.properties.className = className;
    else pre.children = [{ type: 'element', tagName: 'code', properties: { className }, children: pre.children }];
  });
}

/** Turns links without a target into plain text, in place. */
export function dropDeadLinks(tree: Root): void {
  visit(tree, 'element', (element) => {
    if (isElement(element, 'a') && !element.properties.href) element.tagName = 'span';
  });
}

/** Splits code in a line at its line breaks, in place: Markdown's code can't hold one, and a row of a table is one line. */
export function splitCodeAtBreaks(tree: Root): void {
  visit(tree, 'element', (code, index, parent) => {
    if (code.tagName === 'pre') return SKIP;
    if (!isElement(code, 'code', 'tt', 'samp') || !parent || index === undefined) return undefined;
    if (!code.children.some((child) => isElement(child, 'br'))) return undefined;
    const parts: ElementContent[][] = [[]];
    for (const child of code.children) {
      if (isElement(child, 'br')) parts.push([]);
      else parts.at(-1)?.push(child);
    }
    const lines = parts.map((children): ElementContent => ({ ...code, children }));
    const pieces = lines.flatMap((line, at) => (at === 0 ? [line] : [h('br'), line]));
    parent.children.splice(
      index,
      1,
      ...pieces.filter((piece) => isElement(piece, 'br') || textOf(piece).trim() !== ''),
    );
    return [SKIP, index + pieces.length];
  });
}
