import type { List, ListItem, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { plainText } from '../tree/plain-text.ts';
import type { NavEntry } from './nav-entries.ts';

const markdown = unified().use(remarkParse).freeze();

function entryOf(item: ListItem): NavEntry[] {
  const [first] = item.children;
  const link = first?.type === 'paragraph' ? first.children.find((child) => child.type === 'link') : undefined;
  const label = plainText(first?.type === 'paragraph' ? (link ?? first) : undefined).trim();
  const lists = item.children.filter((child): child is List => child.type === 'list');
  const children = lists.flatMap((list) => list.children.flatMap(entryOf));
  if (label === '' && !link) return children;
  return [{ label, ...(link?.type === 'link' && { page: link.url }), ...(children.length > 0 && { children }) }];
}

/** Reads GitBook's `SUMMARY.md`, docsify's `_sidebar.md` and mdBook's menu: lists of links under headings. */
export function readMarkdownMenu(text: string): NavEntry[] {
  const tree: Root = markdown.parse(text.replace(/^---\n[\s\S]*?\n---\n/, ''));
  const entries: NavEntry[] = [];
  let group: NavEntry | undefined;
  for (const node of tree.children) {
    // The level-one heading is the title of the menu.
    if (node.type === 'heading' && node.depth > 1) {
      group = { label: plainText(node).trim(), children: [] };
      entries.push(group);
    }
    if (node.type === 'list') (group?.children ?? entries).push(...node.children.flatMap(entryOf));
  }
  return entries;
}
