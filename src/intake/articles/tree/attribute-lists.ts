import type { BlockContent, Nodes, Paragraph, Parents, PhrasingContent, Root, Text } from 'mdast';
import { visit } from '#markdown/syntax/walk.ts';
import { calloutBlock, calloutType } from './callout-types.ts';

const WORD = `(?:[.#][^\\s{}]+|[\\w-]+=(?:"[^"]*"|'[^']*'|[^\\s"'{}]+))`;
const LIST = `\\{:?\\s*(${WORD}(?:\\s+${WORD})*|toc)\\s*\\}`;
const AT_START = new RegExp(`^${LIST}`);
const AT_END = new RegExp(`\\s*${LIST}\\s*$`);
const FIRST_LINE = new RegExp(`^${LIST}[ \\t]*\\n`);
const LAST_LINE = new RegExp(`\\n[ \\t]*${LIST}\\s*$`);
const ALONE = new RegExp(`^\\s*${LIST}\\s*$`);

/** Nodes that an attribute list may follow without a space. */
const INLINE = new Set(['link', 'image', 'linkReference', 'imageReference', 'strong', 'emphasis', 'inlineCode']);

function idOf(words: string): string | undefined {
  return /(?:^|\s)(?:#|id=["']?)([^\s"']+)/.exec(words)?.[1];
}

function calloutOf(words: string): ReturnType<typeof calloutType> {
  const names = [...words.matchAll(/\.([^\s.]+)/g)].map((match) =>
    calloutType((match[1] ?? '').replace(/-title$/, '')),
  );
  return names.find((type) => type);
}

/** The title and the content of a callout: with `.note-title`, a theme of Jekyll, the first paragraph is the title. */
function calloutParts(block: BlockContent, words: string): [PhrasingContent[], BlockContent[]] {
  if (block.type !== 'blockquote') return [[], [block]];
  const [first, ...others] = block.children as BlockContent[];
  return /\.\w+-title(?!\S)/.test(words) && first?.type === 'paragraph'
    ? [first.children, others]
    : [[], block.children as BlockContent[]];
}

function giveId(node: Nodes, words: string): void {
  const id = idOf(words);
  if (id) node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
}

/** Removes what matches from a text and returns the words of the attribute list. */
function take(node: Text, pattern: RegExp): string | undefined {
  const match = pattern.exec(node.value);
  if (!match) return undefined;
  node.value = node.value.slice(0, match.index) + node.value.slice(match.index + match[0].length);
  return match[1];
}

function isAlone(node: Nodes | undefined): node is Paragraph {
  if (node?.type !== 'paragraph' || node.children.length !== 1) return false;
  const [only] = node.children;
  return only?.type === 'text' && ALONE.test(only.value);
}

/** An attribute list on its own line belongs to the block it touches; as in Jekyll, the one below first. */
function applyLines(parent: Parents): void {
  const blocks = parent.children as BlockContent[];
  for (let at = 0; at < blocks.length; at += 1) {
    const node = blocks[at];
    if (!isAlone(node)) continue;
    const words = ALONE.exec((node.children[0] as Text).value)?.[1] ?? '';
    const next = blocks[at + 1];
    const below = next?.position?.start.line === (node.position?.end.line ?? 0) + 1;
    const target = below ? at + 1 : at - 1;
    const block = blocks[target];
    if (block) {
      giveId(block, words);
      const type = calloutOf(words);
      if (type) blocks[target] = calloutBlock(type, ...calloutParts(block, words));
    }
    blocks.splice(at, 1);
    at -= 1;
  }
}

function applyInParagraph(node: Paragraph): string | undefined {
  const [first] = node.children;
  const last = node.children.at(-1);
  const words =
    (first?.type === 'text' ? take(first, FIRST_LINE) : undefined) ??
    (last?.type === 'text' ? take(last, LAST_LINE) : undefined);
  if (words) giveId(node, words);
  return words;
}

/**
 * Takes attribute lists (`{#id}`, `{.class}`, kramdown's `{: .note}`) out of the text, in place. Ids are kept as
 * anchors, classes that name a callout make one, and the rest, which is styling, is removed.
 */
export function applyAttributeLists(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'root' || node.type === 'blockquote' || node.type === 'listItem') applyLines(node);
    if (node.type === 'heading') {
      const last = node.children.at(-1);
      const words = last?.type === 'text' ? take(last, AT_END) : undefined;
      if (words) giveId(node, words);
    }
    if (node.type === 'table') {
      const [cell, ...others] = node.children.at(-1)?.children ?? [];
      const row = cell?.children.length === 1 && cell.children[0]?.type === 'text' ? cell.children[0].value : '';
      if (ALONE.test(row) && others.every((other) => other.children.length === 0)) node.children.pop();
    }
    if (node.type === 'text' && parent && index !== undefined) {
      const before = parent.children[index - 1];
      const words = before && INLINE.has(before.type) ? take(node, AT_START) : undefined;
      if (before && words) giveId(before, words);
    }
    if (node.type === 'blockquote' && parent && index !== undefined && node.data === undefined) {
      // A list on the line after a quote is read as a part of its last paragraph.
      const last = node.children.at(-1);
      const words = last?.type === 'paragraph' ? applyInParagraph(last) : undefined;
      const type = calloutOf(words ?? '');
      if (type) parent.children[index] = calloutBlock(type, ...calloutParts(node, words ?? ''));
    }
    if (node.type === 'paragraph' && parent && index !== undefined) {
      const type = calloutOf(applyInParagraph(node) ?? '');
      if (type) parent.children[index] = calloutBlock(type, [], [node]);
    }
  });
}
