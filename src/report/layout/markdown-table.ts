/** A table whose cells are Markdown already; columns named in `numeric` are right-aligned. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: ReadonlySet<string>,
): string {
  const rule = header.map((name) => (numeric.has(name) ? '--:' : '---'));
  return [header, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Text as Markdown. Text from the help desk can be anything, and must not turn into markup. */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>|#~!&@]/g, (character) => (character === '@' ? '@\u200b' : `\\${character}`));
}

export function markdownCode(text: string): string {
  return `\`${text.replace(/\s+/g, ' ').replaceAll('`', 'ʼ').replaceAll('|', '\\|')}\``;
}
