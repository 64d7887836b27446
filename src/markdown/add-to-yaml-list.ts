import { isNode, isSeq, parseDocument } from 'yaml';

/**
 * Adds an entry to the end of a YAML list. Every other byte stays as it is, including comments.
 *
 * @param key of the list, which must have at least one entry
 * @throws if there is no such list
 */
export function addToYamlList(text: string, key: string, entry: string): string {
  const list = parseDocument(text).get(key);
  const last: unknown = isSeq(list) ? list.items.at(-1) : undefined;
  if (!isSeq(list) || !isNode(last) || !last.range) throw new Error(`There is no list "${key}" to add to.`);
  const [begin, end] = last.range;
  if (list.flow) return `${text.slice(0, end)}, ${entry}${text.slice(end)}`;
  // A comment after the last entry belongs to that entry.
  const lineEnd = end + (/[^\r\n]*/.exec(text.slice(end))?.[0].length ?? 0);
  const before = text.slice(text.lastIndexOf('\n', begin) + 1, begin);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text.slice(0, lineEnd)}${newline}${before}${entry}${text.slice(lineEnd)}`;
}
