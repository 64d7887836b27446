import type { BlockContent, DefinitionContent, Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import type { Report } from '../imported-site.ts';
import { calloutBlock, calloutType, detailsBlock } from './callout-types.ts';

type Block = BlockContent | DefinitionContent;

interface Opened {
  kind: string;
  title: PhrasingContent[];
  line: number | undefined;
  children: Block[];
}

function openingOf(node: Paragraph): Opened | undefined {
  const [first, ...others] = node.children;
  const match = first?.type === 'text' ? /^:{3,}\s*([A-Za-z][\w-]*)\s*([\s\S]*)$/.exec(first.value) : null;
  if (!match?.[1]) return undefined;
  const rest = match[2] ?? '';
  const named = /^\{.*\btitle=["']?([^"'}]*)["']?.*\}$/.exec(rest)?.[1];
  const bracketed = /^\[(.*)\]$/.exec(rest)?.[1];
  const text = named ?? bracketed ?? rest.replace(/\{[^}]*\}$/, '').trim();
  const title: PhrasingContent[] = [...(text ? [{ type: 'text' as const, value: text }] : []), ...others];
  return { kind: match[1].toLowerCase(), title, line: node.position?.start.line, children: [] };
}

function isClosing(node: Paragraph): boolean {
  const [only, ...others] = node.children;
  return only?.type === 'text' && others.length === 0 && /^:{3,}$/.test(only.value.trim());
}

function closed({ kind, title, line, children }: Opened, report: Report): Block[] {
  if (kind === 'details' || kind === 'spoiler') {
    return [detailsBlock(title.length > 0 ? title : [{ type: 'text', value: 'Details' }], children)];
  }
  const type = calloutType(kind);
  if (type) return [calloutBlock(type, title, children)];
  report(line, `The block ":::${kind}" isn't supported; its content was kept as plain text.`);
  return title.length > 0 ? [{ type: 'paragraph', children: title }, ...children] : children;
}

function foldBlocks(blocks: Block[], report: Report): Block[] {
  const outside: Block[] = [];
  const open: Opened[] = [];
  const add = (...nodes: Block[]) => (open.at(-1)?.children ?? outside).push(...nodes);
  for (const node of blocks) {
    const opening = node.type === 'paragraph' ? openingOf(node) : undefined;
    if (opening) open.push(opening);
    else if (node.type !== 'paragraph' || !isClosing(node)) add(node);
    else {
      const last = open.pop();
      if (last) add(...closed(last, report));
    }
  }
  for (let last = open.pop(); last; last = open.pop()) {
    report(last.line, `The block ":::${last.kind}" is never closed; it now ends where the text around it ends.`);
    add(...closed(last, report));
  }
  return outside;
}

/** Folds `:::note … :::` (Docusaurus, VitePress, Starlight) into callouts and `:::details` into accordions, in place. */
export function foldAdmonitions(node: Nodes, report: Report): void {
  if (!('children' in node)) return;
  for (const child of node.children) foldAdmonitions(child, report);
  if (node.type !== 'root' && node.type !== 'blockquote' && node.type !== 'listItem') return;
  if (!node.children.some((child) => child.type === 'paragraph' && openingOf(child))) return;
  node.children = foldBlocks(node.children as Block[], report) as Root['children'] & Block[];
}
