import type { SourceFile } from '../imported-site.ts';
import { readStaticModule } from './static-values.ts';

const EXPORTED =
  /^export\s+const\s+(meta|metadata|frontmatter|frontMatter)\s*(?::[^=\n]*)?=\s*\{[\s\S]*?^\}[^\n]*$|^export\s+const\s+(meta|metadata|frontmatter|frontMatter)\s*=\s*\{[^\n]*\};?[ \t]*$/m;

/**
 * Writes what an MDX page exports about itself (`export const metadata = { … }`) as front matter, so its title and
 * who may see it are read. The lines of a longer export stay the same.
 */
export function withExportedMetadata(file: SourceFile): SourceFile {
  const { path, text } = file;
  if (!path.endsWith('.mdx') || /^\s*---/.test(text)) return file;
  const plain = text.replace(/\r\n?/g, '\n');
  const found = EXPORTED.exec(plain);
  const data = found && readStaticModule(found[0])?.exports.get(found[1] ?? found[2] ?? '');
  if (!found || typeof data !== 'object' || data === null) return file;
  const lines = found[0].split('\n').length;
  const front = `---json\n${JSON.stringify(data)}\n---`;
  const before = plain.slice(0, found.index);
  const rest = plain.slice(found.index + found[0].length);
  const isFirst = before.trim() === '' && lines >= 3;
  return isFirst
    ? { path, text: `${before}${front}${'\n'.repeat(lines - 3)}${rest}` }
    : { path, text: `${front}\n${before}${'\n'.repeat(lines - 1)}${rest}` };
}
