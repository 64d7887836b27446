import type { Element, ElementContent } from 'hast';

// What ends a paragraph: https://html.spec.whatwg.org/multipage/grouping-content.html#the-p-element.
const blocks = new Set(
  'address article aside blockquote details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul'.split(
    ' ',
  ),
);

/**
 * A paragraph with a component or a snippet in it that is a block: the text before it, the block, and the text after
 * it. A browser would end the paragraph there, too, and leave an empty one behind.
 */
export function splitParagraph(paragraph: Element): Element[] {
  if (!paragraph.children.some(isBlock)) return [paragraph];
  const parts: Element[] = [];
  let text: ElementContent[] = [];
  const close = () => {
    if (text.some((node) => node.type !== 'text' || node.value.trim() !== ''))
      parts.push({ ...paragraph, children: text });
    text = [];
  };
  for (const child of paragraph.children) {
    if (isBlock(child)) {
      close();
      parts.push(child);
    } else text.push(child);
  }
  close();
  return parts;
}

/** The text of a single paragraph, to be part of a sentence; otherwise the same nodes. */
export function asPartOfSentence(nodes: readonly ElementContent[]): ElementContent[] {
  const [only, ...others] = nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  return only?.type === 'element' && only.tagName === 'p' && others.length === 0 ? only.children : [...nodes];
}

function isBlock(node: ElementContent): node is Element {
  return node.type === 'element' && blocks.has(node.tagName);
}
