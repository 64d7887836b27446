import { h } from 'hastscript';
import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast';
import type { Options } from 'mdast-util-to-hast';
import { SKIP, visit } from '#markdown/syntax/walk.ts';

function nameOf(node: FootnoteReference | FootnoteDefinition): string {
  return node.identifier.replace(/[^\p{L}\p{N}_-]+/gu, '-');
}

/** mdast-util-to-hast would number footnotes and print them at the end; with these they pass through unchanged. */
export const footnoteHandlers: NonNullable<Options['handlers']> = {
  footnoteReference(state, node: FootnoteReference) {
    const element = h('span', { dataFootnoteReference: nameOf(node) });
    state.patch(node, element);
    return element;
  },
  footnoteDefinition(state, node: FootnoteDefinition) {
    const element = h('div', { dataOhjeFootnote: nameOf(node) }, state.all(node));
    state.patch(node, element);
    return element;
  },
};

/** Moves footnotes from boxes, lists, and tables to the end of the article, in place. */
export function liftFootnotes(tree: Root): void {
  visit(tree, 'footnoteDefinition', (node, index, parent) => {
    if (!parent || index === undefined || parent === tree) return undefined;
    parent.children.splice(index, 1);
    tree.children.push(node);
    return [SKIP, index];
  });
}
