export interface PageHead {
  title: string;
  summary: string;
  aliases: readonly string[];
  related?: readonly string[];
}

/** The front matter of a generated page, with a note for those who open the file. */
export function frontMatter({ title, summary, aliases, related = [] }: PageHead): string {
  const keys = { title, summary, aliases, ...(related.length > 0 && { related }) };
  return `---\n${Object.entries(keys)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('')}---\n\n{/* Made by \`npm run docs\` from the code. Changes here are lost. */}\n`;
}

/** A Markdown table. Cells are Markdown, without line breaks. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Plain text as MDX. What is between backticks stays as it is. */
export function escaped(text: string): string {
  return text.replace(/`[^`]*`|[{<]/g, (found) => (found === '<' ? '&lt;' : found === '{' ? '\\{' : found));
}
