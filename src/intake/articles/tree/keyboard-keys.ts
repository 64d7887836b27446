import type { PhrasingContent, Root } from 'mdast';
import { visit } from '#markdown/syntax/walk.ts';
import { textElement } from './jsx-elements.ts';
import { plainText } from './plain-text.ts';

function isKey(node: PhrasingContent | undefined): node is PhrasingContent {
  return node?.type === 'mdxJsxTextElement' && node.name === 'Kbd';
}

function isPlus(node: PhrasingContent | undefined): boolean {
  return node?.type === 'text' && node.value.trim() === '+';
}

/** Joins keys that are pressed together, `<Kbd>Ctrl</Kbd> + <Kbd>C</Kbd>`, into one `<Kbd>Ctrl + C</Kbd>`, in place. */
export function joinKeys(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined || !isKey(node as PhrasingContent)) return;
    const siblings = parent.children as PhrasingContent[];
    let end = index + 1;
    while (isPlus(siblings[end]) && isKey(siblings[end + 1])) end += 2;
    if (end === index + 1) return;
    const keys = siblings.slice(index, end).filter(isKey).map(plainText);
    siblings.splice(index, end - index, textElement('Kbd', {}, [{ type: 'text', value: keys.join(' + ') }]));
  });
}
