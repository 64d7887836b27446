import type { PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { calloutBlock, calloutType } from './callout-types.ts';

/** Turns GitHub's alerts (`> [!NOTE]`), also with a title behind the marker as note apps write it, into callouts, in place. */
export function turnAlerts(tree: Root): void {
  visit(tree, 'blockquote', (node, index, parent) => {
    const [paragraph, ...blocks] = node.children;
    const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
    if (paragraph?.type !== 'paragraph' || first?.type !== 'text' || !parent || index === undefined) return;
    const match = /^\[!([A-Za-z]+)\][+-]?[ \t]*(?:([^\n]*)\n)?/.exec(first.value);
    if (!match?.[1]) return;
    const title: PhrasingContent[] = match[2] ? [{ type: 'text', value: match[2] }] : [];
    const rest = first.value.slice(match[0].length);
    paragraph.children = [...(rest ? [{ ...first, value: rest }] : []), ...paragraph.children.slice(1)];
    if (paragraph.children[0]?.type === 'break') paragraph.children.shift();
    const children = paragraph.children.length > 0 ? [paragraph, ...blocks] : blocks;
    parent.children[index] = calloutBlock(calloutType(match[1]) ?? 'note', title, children);
  });
}
