import { type ObjectExpression, type Property, parseExpressionAt } from 'acorn';

/**
 * Adds entries to an object in JSON, and keeps everything else as it is written: comments and commas at the end too,
 * which editors allow in their settings.
 *
 * @param key of the object in the outer one; it is added if it isn't there
 * @returns `undefined` if the text isn't an object, or the key has another value
 */
export function addToJson(text: string, key: string, entries: Readonly<Record<string, unknown>>): string | undefined {
  const outer = objectIn(text);
  if (!outer) return undefined;
  const found = propertiesOf(outer).find((property) => nameOf(property) === key);
  if (!found) return insert(text, outer, { [key]: entries });
  return found.value.type === 'ObjectExpression' ? insert(text, found.value, entries) : undefined;
}

/** What a JSON text says, with comments; `undefined` if it isn't an object. */
export function readJson(text: string): Record<string, unknown> | undefined {
  const outer = objectIn(text);
  return outer && (readValue(outer, text) as Record<string, unknown>);
}

function readValue(node: Property['value'] | ObjectExpression, text: string): unknown {
  if (node.type === 'ObjectExpression')
    return Object.fromEntries(
      propertiesOf(node).map((property) => [nameOf(property), readValue(property.value, text)]),
    );
  if (node.type === 'Literal') return node.value;
  if (node.type === 'ArrayExpression')
    return node.elements.map((one) => (one && one.type !== 'SpreadElement' ? readValue(one, text) : null));
  return text.slice(node.start, node.end);
}

function objectIn(text: string): ObjectExpression | undefined {
  try {
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const node = parseExpressionAt(text, start, { ecmaVersion: 'latest' });
    return node.type === 'ObjectExpression' ? node : undefined;
  } catch {
    return undefined;
  }
}

function propertiesOf({ properties }: ObjectExpression): Property[] {
  return properties.filter((one) => one.type === 'Property');
}

function nameOf({ key }: Property): string | undefined {
  return key.type === 'Literal' ? String(key.value) : key.type === 'Identifier' ? key.name : undefined;
}

function insert(text: string, object: ObjectExpression, entries: Readonly<Record<string, unknown>>): string {
  const last = propertiesOf(object).at(-1);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const unit = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  const own = indentAt(text, object.start);
  const inner = last && text.slice(object.start, last.start).includes('\n') ? indentAt(text, last.start) : own + unit;
  const lines = Object.entries(entries).map(([name, value]) => {
    const written = JSON.stringify(value, null, unit).replaceAll('\n', newline + inner);
    return `${newline}${inner}${JSON.stringify(name)}: ${written}`;
  });
  if (!last) return `${text.slice(0, object.start + 1)}${lines.join(',')}${newline}${own}${text.slice(object.end - 1)}`;
  // A comment stays on its line, and a comma that is there already counts.
  const rest = text.slice(last.end);
  const [tail = ''] = /^[ \t]*,?[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*)?(?=\r?\n)/.exec(rest) ?? [];
  const hasComma = tail.trimStart().startsWith(',');
  return [
    text.slice(0, last.end),
    hasComma ? '' : ',',
    tail,
    lines.join(','),
    hasComma ? ',' : '',
    rest.slice(tail.length),
  ].join('');
}

function indentAt(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}
