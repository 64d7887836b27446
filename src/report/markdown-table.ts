/** A table of cells that are Markdown already; the columns named in `numeric` are set to the right. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: ReadonlySet<string>,
): string {
  const rule = header.map((name) => (numeric.has(name) ? '--:' : '---'));
  return [header, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Words of the help desk are anybody's words, and must not become markup. */
export function markdownText(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>|#~!&@]/g, (sign) => (sign === '@' ? '@\u200b' : `\\${sign}`));
}

export function markdownCode(words: string): string {
  return `\`${words.replace(/\s+/g, ' ').replaceAll('`', 'ʼ').replaceAll('|', '\\|')}\``;
}
