import type { Blockquote, Paragraph, Parents, PhrasingContent, Root } from 'mdast';
import { visit } from '#markdown/syntax/walk.ts';
import { calloutBlock, calloutType } from './callout-types.ts';
import { typeOfEmoji } from './emoji-types.ts';

/** Takes the first line off a paragraph; `undefined` if it is the only one. */
function takeFirstLine(paragraph: Paragraph): PhrasingContent[] | undefined {
  const end = paragraph.children.findIndex(
    (child) => child.type === 'break' || (child.type === 'text' && child.value.includes('\n')),
  );
  const last = paragraph.children[end];
  if (!last) return undefined;
  const line = paragraph.children.slice(0, end);
  const rest = paragraph.children.slice(end + 1);
  if (last.type === 'text') {
    const at = last.value.indexOf('\n');
    if (at > 0) line.push({ type: 'text', value: last.value.slice(0, at) });
    if (at + 1 < last.value.length) rest.unshift({ type: 'text', value: last.value.slice(at + 1) });
  }
  paragraph.children = rest;
  return line;
}

/** A quote that starts with an emoji, as ReadMe writes callouts: the first line is the title if more follows. */
function emojiCallout(node: Blockquote, paragraph: Paragraph): Blockquote | undefined {
  const [first] = paragraph.children;
  const emoji = first?.type === 'text' ? typeOfEmoji(first.value) : undefined;
  if (first?.type !== 'text' || !emoji) return undefined;
  first.value = first.value.slice(emoji.length).trimStart();
  if (first.value === '') paragraph.children.shift();
  const others = node.children.slice(1);
  const title = takeFirstLine(paragraph) ?? (others.length > 0 ? paragraph.children.splice(0) : []);
  return calloutBlock(emoji.type, title, paragraph.children.length > 0 ? [paragraph, ...others] : others);
}

/**
 * Turns GitHub's alerts (`> [!NOTE]`), also with a title behind the marker as note apps write it, and quotes that start
 * with an emoji into callouts, in place.
 */
export function turnAlerts(tree: Root): void {
  const quotes: [node: Blockquote, parent: Parents][] = [];
  visit(tree, 'blockquote', (node, _index, parent) => {
    if (parent) quotes.push([node, parent]);
  });
  // Callouts in callouts come first: the outer ones take them along.
  for (const [node, parent] of quotes.reverse()) turnAlert(node, (parent.children as unknown[]).indexOf(node), parent);
}

function turnAlert(node: Blockquote, index: number, parent: Parents): void {
  const [paragraph, ...blocks] = node.children;
  const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  if (paragraph?.type !== 'paragraph' || first?.type !== 'text') return;
  if (node.data?.hName !== undefined) return;
  const callout = emojiCallout(node, paragraph);
  if (callout) {
    parent.children[index] = callout;
    return;
  }
  const match = /^\[!([A-Za-z][\w-]*)(?:\|[^\]\n]*)?\][+-]?[ \t]*(?:([^\n]*)(?:\n|$))?/.exec(first.value);
  if (!match?.[1]) return;
  const marked = /^[^\n]*$/.test(first.value) && paragraph.children.length > 1;
  const line = marked ? takeFirstLine(paragraph) : undefined;
  if (line) {
    // The title has words in bold or links.
    const [mark, ...others] = line;
    const start = mark?.type === 'text' ? mark.value.slice(match[0].length - (match[2]?.length ?? 0)) : '';
    const titled: PhrasingContent[] = [...(start ? [{ type: 'text' as const, value: start }] : []), ...others];
    const content: Blockquote['children'] = paragraph.children.length > 0 ? [paragraph, ...blocks] : blocks;
    parent.children[index] = calloutBlock(calloutType(match[1]) ?? 'note', titled, content);
    return;
  }
  const rest = first.value.slice(match[0].length);
  const isLine = rest !== '' || match[0].endsWith('\n') || paragraph.children.length === 1;
  const title: PhrasingContent[] = match[2] && isLine ? [{ type: 'text', value: match[2] }] : [];
  const kept = match[2] && !isLine ? [{ ...first, value: match[2] }] : [];
  paragraph.children = [...kept, ...(rest ? [{ ...first, value: rest }] : []), ...paragraph.children.slice(1)];
  if (paragraph.children[0]?.type === 'break') paragraph.children.shift();
  const children = paragraph.children.length > 0 ? [paragraph, ...blocks] : blocks;
  parent.children[index] = calloutBlock(calloutType(match[1]) ?? 'note', title, children);
}
