/** Takes the quotes off a value that has them on both sides. */
function unquoted(value: string): string {
  const match = /^(["'])(.*)\1$/.exec(value);
  return match?.[2] ?? value;
}

/**
 * Quotes the plain values of top-level lines that YAML stumbles over: `title: How to: reset` is the usual reason for
 * broken front matter, and the line says what the writer meant.
 */
export function quoteYamlLines(text: string): string {
  return text.replace(/^([A-Za-z_][\w-]*):[ \t]+([^\s"'[{|>#].*)$/gm, (line, key: string, value: string) => {
    const stumbles = /:(?:\s|$)|\s#/.test(value) || /^[@`%&*!,?-]/.test(value);
    return stumbles ? `${key}: ${JSON.stringify(value.trimEnd())}` : line;
  });
}

/**
 * What can be saved of YAML that does not parse: its top-level `key: value` lines, each value a plain string.
 */
export function readYamlLines(text: string): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const line of text.split('\n')) {
    const match = /^["']?([A-Za-z_][\w-]*)["']?\s*[:=](?:\s+(.*))?$/.exec(line.trimEnd());
    const value = match?.[2]?.trim();
    if (match?.[1] && value && !/^[[{|>&*]/.test(value)) data[match[1]] = unquoted(value);
  }
  return data;
}
