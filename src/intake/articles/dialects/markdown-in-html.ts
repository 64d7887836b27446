import { knownComponent } from '../components/known-components.ts';
import { findCode } from './code-ranges.ts';
import { emptyLine, type NumberedLine } from './numbered-lines.ts';

const TAG_LINE = /^([ \t>]*)<(\/?)([A-Za-z][\w.-]*)((?:\s+(?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^'"<>{}])*)?)>[ \t]*$/;
const IS_MARKDOWN = /\smarkdown(?:\s*=\s*["']?(?:1|block|span|true)["']?)?(?=\s|$)/;

/**
 * Puts blank lines around tags that hold Markdown, which Markdown would read as HTML or as text without them: Notion's
 * `<aside>`, elements with the attribute `markdown`, and components that are blocks.
 */
export function separateTags(lines: readonly NumberedLine[]): NumberedLine[] {
  const all = lines.map(({ text }) => text).join('\n');
  if (!/<aside|<[A-Z]|\smarkdown\b/.test(all)) return [...lines];
  const { isCodeLine } = findCode(all);
  const open = new Map<string, number>();
  return lines.flatMap((line, at) => {
    const [, prefix = '', slash = '', name = '', attributes = ''] = TAG_LINE.exec(line.text) ?? [];
    if (name === '' || isCodeLine(at + 1)) return [line];
    const isComponent = /^[A-Z]/.test(name) && knownComponent(name)?.block === true;
    const isClosed = slash === '/' && (open.get(name) ?? 0) > 0;
    if (isClosed) open.set(name, (open.get(name) ?? 0) - 1);
    const holdsMarkdown = name === 'aside' || IS_MARKDOWN.test(attributes);
    if (slash === '' && holdsMarkdown) open.set(name, (open.get(name) ?? 0) + 1);
    if (!isComponent && !isClosed && !holdsMarkdown) return [line];
    const text = line.text.replace(IS_MARKDOWN, '');
    return [emptyLine(prefix, line.from), { ...line, text }, emptyLine(prefix, line.from)];
  });
}
