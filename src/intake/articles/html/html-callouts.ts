import type { Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { classesOf, isElement } from '../elements/html-elements.ts';
import { type CalloutType, calloutType } from '../tree/callout-types.ts';

const CARRIERS = ['div', 'aside', 'section', 'p', 'blockquote'];
/** Class names that always mean a box; `example` or `quote` can mean anything. */
const BOXES = new Set(
  'note info tip hint important warning caution danger attention notice alert callout admonition'.split(' '),
);
/** Class names that frame a word about the kind: `alert-warning`, `bs-callout-info`, `panel-danger`. */
const FRAMED = /^(?:bs-)?(?:alert|callout|admonition|panel|message|notification|is)-(\w+)$/;

function typeOf(classes: readonly string[]): CalloutType | undefined {
  const framed = classes.map((name) => calloutType(FRAMED.exec(name)?.[1] ?? '')).find((type) => type);
  const plain = classes
    .filter((name) => BOXES.has(name.toLowerCase()))
    .map(calloutType)
    .filter((type) => type !== undefined);
  // `admonition warning`: the general word comes first, the kind says more.
  return framed ?? plain.find((type) => type !== 'note') ?? plain[0];
}

/** Marks boxes that are callouts by their class (`<div class="note">`), in place, for the Markdown writer. */
export function markCallouts(tree: Root): void {
  visit(tree, 'element', (element) => {
    if (!CARRIERS.includes(element.tagName) || element.properties.dataCallout) return;
    const type = typeOf(classesOf(element));
    if (!type) return;
    if (isElement(element, 'p')) element.children = [h('p', element.children)];
    element.tagName = 'div';
    element.properties.dataCallout = type;
    delete element.properties.className;
  });
}
