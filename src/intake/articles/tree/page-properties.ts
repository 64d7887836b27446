import type { Root } from 'mdast';
import { plainText } from './plain-text.ts';

const PROPERTY = /^([\p{L}][\p{L}\p{N} _/()-]{0,40}):(?: (.*))?$/u;

/**
 * Takes the properties of a page in Notion out of the text, in place: they are lines such as `Tags: Returns, Money` below
 * the title. Returns them by name.
 */
export function takeProperties(tree: Root): Map<string, string> {
  const start = tree.children.findIndex((node) => node.type !== 'heading' || node.depth > 1);
  const block = tree.children[start];
  const lines = block?.type === 'paragraph' && start > 0 ? plainText(block).split('\n') : [];
  const found = lines.map((line) => PROPERTY.exec(line.trim()));
  if (found.length === 0 || !found.every((match) => match)) return new Map();
  tree.children.splice(start, 1);
  return new Map(found.map((match) => [match?.[1]?.trim() ?? '', match?.[2]?.trim() ?? '']));
}
