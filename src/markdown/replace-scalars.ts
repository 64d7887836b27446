import { isMap, isNode, isPair, isScalar, type Node, parseDocument, type Scalar, visit } from 'yaml';

/** Where a value is in a YAML file: the keys and indexes that lead to it. */
export type KeyPath = readonly (string | number)[];

/**
 * Replaces texts in a YAML file. Every other byte stays as it is, including comments and quotes.
 *
 * @param replace gets each text, and whether it is a key; `undefined` leaves it as it is
 */
export function replaceScalars(
  text: string,
  replace: (value: string, keys: KeyPath, isKey: boolean) => string | undefined,
): { text: string; changed: number } {
  const edits: { start: number; end: number; to: string }[] = [];
  const document = parseDocument(text, { keepSourceTokens: false });
  if (document.errors.length > 0) return { text, changed: 0 };
  visit(document, {
    Scalar(key, node, ancestors) {
      if (typeof node.value !== 'string' || !node.range) return;
      const to = replace(node.value, keysTo(node, ancestors as Node[]), key === 'key');
      if (to === undefined || to === node.value) return;
      const [start, end] = node.range;
      const quote = /^["']/.exec(text.slice(start, end))?.[0] ?? '';
      edits.push({ start, end, to: `${quote}${to}${quote}` });
    },
  });
  let changed = text;
  for (const { start, end, to } of edits.sort((a, b) => b.start - a.start))
    changed = changed.slice(0, start) + to + changed.slice(end);
  return { text: changed, changed: edits.length };
}

function keysTo(node: Scalar, ancestors: readonly Node[]): (string | number)[] {
  const line = [...ancestors, node];
  return line.flatMap((one, place): (string | number)[] => {
    const next = line[place + 1];
    if (isPair(one)) return isScalar(one.key) && next !== one.key ? [String(one.key.value)] : [];
    const items = (one as { items?: unknown[] }).items;
    return items !== undefined && next !== undefined && !isPair(next) ? [items.indexOf(next)] : [];
  });
}

/** Removes an entry of a map at the top of a YAML file, with its lines. In a map on one line, it stays. */
export function removeEntry(text: string, map: string, key: string): string {
  const node = parseDocument(text).get(map);
  const pair =
    isMap(node) && !node.flow ? node.items.find((one) => isScalar(one.key) && one.key.value === key) : undefined;
  if (!isScalar(pair?.key) || !pair.key.range || !isNode(pair.value) || !pair.value.range) return text;
  const start = text.lastIndexOf('\n', pair.key.range[0]) + 1;
  const rest = text.slice(pair.value.range[2]);
  // A value on one line ends before its line break.
  return text.slice(0, start) + (text[pair.value.range[2] - 1] === '\n' ? rest : rest.replace(/^[^\n]*\n?/, ''));
}
