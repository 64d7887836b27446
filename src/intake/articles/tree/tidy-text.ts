import type { Nodes, PhrasingContent, Root } from 'mdast';
import { isBlankText, isEmpty } from './empty-nodes.ts';
import { textElement } from './jsx-elements.ts';

/** What decides how a line break is written. */
type Place = 'paragraph' | 'heading' | 'element';

function placeIn(node: Nodes, around: Place): Place {
  if (node.type === 'heading' || node.type === 'paragraph') return node.type;
  return node.type === 'tableCell' || (node.type === 'mdxJsxTextElement' && around !== 'heading') ? 'element' : around;
}

const OWN_LINES = new Set(['paragraph', 'heading', 'tableCell']);
const INLINE = new Set(['strong', 'emphasis', 'delete']);

/** Splits the blank ends off what is inside bold, a link and the like. */
function withoutBlankEnds(nodes: PhrasingContent[]): {
  inside: PhrasingContent[];
  ends: [PhrasingContent[], PhrasingContent[]];
} {
  const inside = [...nodes];
  const ends: [PhrasingContent[], PhrasingContent[]] = [[], []];
  const space: PhrasingContent = { type: 'text', value: ' ' };
  while (inside[0] && isBlankText(inside[0])) ends[0].push(...inside.splice(0, 1));
  for (let last = inside.at(-1); last && isBlankText(last); last = inside.at(-1)) ends[1].unshift(...inside.splice(-1));
  const [first] = inside;
  const last = inside.at(-1);
  if (first?.type === 'text' && /^\s/.test(first.value)) {
    first.value = first.value.trimStart();
    ends[0].push({ ...space });
  }
  if (last?.type === 'text' && /\s$/.test(last.value)) {
    last.value = last.value.trimEnd();
    ends[1].unshift({ ...space });
  }
  return { inside, ends };
}

/**
 * Moves spaces and line breaks at the ends of bold, italic and linked parts outside: `**a **b` is not bold in Markdown.
 */
function endsOutside(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (!('children' in node) || (node.type !== 'link' && !INLINE.has(node.type))) return [node];
    const { inside, ends } = withoutBlankEnds(node.children);
    return [...ends[0], ...(inside.length > 0 ? [{ ...node, children: inside }] : []), ...ends[1]];
  });
}

/** Joins neighbors of the same type: two texts, or two bold parts that would otherwise share their asterisks. */
function joined(nodes: PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      last.value = (last.value + node.value).replace(/ {2,}/g, ' ');
    } else if (last && INLINE.has(node.type) && last.type === node.type && 'children' in last && 'children' in node) {
      last.children = joined([...last.children, ...node.children] as PhrasingContent[]) as typeof last.children;
    } else result.push(node);
  }
  return result;
}

function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  const start = nodes.findIndex((node) => !isBlankText(node));
  if (start < 0) return [];
  let end = nodes.length;
  while (isBlankText(nodes[end - 1] as Nodes)) end -= 1;
  const kept = nodes.slice(start, end);
  const [first] = kept;
  const last = kept.at(-1);
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return kept;
}

/** Bold inside bold adds nothing, and not every parser reads it. */
function withoutNested(nodes: PhrasingContent[], outside: ReadonlySet<string>): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (!('children' in node)) return [node];
    const within = INLINE.has(node.type) ? new Set([...outside, node.type]) : outside;
    const children = withoutNested(node.children as PhrasingContent[], within);
    if (outside.has(node.type)) return children;
    return [{ ...node, children } as PhrasingContent];
  });
}

/** A heading can't contain a line break; a table cell or an element can, as an element. */
function breaksFor(place: Place, nodes: PhrasingContent[]): PhrasingContent[] {
  if (place === 'paragraph') return nodes;
  const instead = (): PhrasingContent => (place === 'heading' ? { type: 'text', value: ' ' } : textElement('br', {}));
  return nodes.map((node) => (node.type === 'break' ? instead() : node));
}

function tidyLines(node: Nodes, around: Place): void {
  if (!('children' in node)) return;
  if (OWN_LINES.has(node.type)) {
    node.children = withoutNested(node.children as PhrasingContent[], new Set()) as typeof node.children;
  }
  const place = placeIn(node, around);
  for (const child of node.children) tidyLines(child, place);
  const lines = OWN_LINES.has(node.type) || INLINE.has(node.type);
  if (!lines && node.type !== 'link' && node.type !== 'mdxJsxTextElement') return;
  const inside = (node.children as PhrasingContent[]).filter((child) => !isEmpty(child));
  const settled = joined(breaksFor(place, joined(endsOutside(inside))));
  node.children = (OWN_LINES.has(node.type) ? trimmed(settled) : settled) as typeof node.children;
}

/** Changes the content of lines to what Markdown can express, in place: spaces, line breaks, bold next to bold. */
export function tidyText(tree: Root): void {
  tidyLines(tree, 'paragraph');
}
