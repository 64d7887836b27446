import type { Loss, SourceFile } from '../imported-site.ts';
import { isPartPath } from '../visibility/private-paths.ts';

const PAGE = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/;
/** Liquid and Go templates that only the old site could run. */
const PROGRAM = /\{%-?\s*(?:for|paginate|case)\b|\{\{-?\s*(?:range|define|with)\b/;
const DOCUMENT = /\.(?:html?|org|adoc|asciidoc|rst|textile|wiki|docx?|odt|rtf|ipynb)$/i;
/** Folders with what a site is made of, not with its pages. */
const NOT_PAGES =
  /(?:^|\/)(?:themes?|public|static|assets|dist|build|node_modules|templates?|overrides|layouts|\.[^/]+)\//i;

/** Whether a file is a page in HTML among pages in Markdown, as Jekyll and Hugo have them: it has front matter. */
export function isHtmlPage(path: string, text: string): boolean {
  return /\.html?$/i.test(path) && PAGE.test(text) && !isPartPath(path) && !NOT_PAGES.test(path) && !PROGRAM.test(text);
}

/** Blank lines as character references: at a blank line, Markdown ends what it reads as HTML. */
function withLineEnds(blank: string): string {
  return `\n${'&#10;'.repeat(blank.split('\n').length - 2)}`;
}

/** A page in HTML as Markdown: without blank lines and indents, at which Markdown would read its text as its own. */
export function withHtmlPage(file: SourceFile): SourceFile {
  const { path, text } = file;
  if (!isHtmlPage(path, text)) return file;
  const front = PAGE.exec(text)?.[0] ?? '';
  const body = text
    .slice(front.length)
    .split(/(<pre\b[\s\S]*?<\/pre\s*>)/i)
    .map((part, at) =>
      at % 2 === 1 ? part.replace(/\n(?:[ \t]*\n)+/g, withLineEnds) : part.replace(/\s*\n\s*/g, '\n'),
    )
    .join('');
  return { path, text: `${front}<div>\n${body.trim()}\n</div>\n` };
}

/** Reports each document of another kind, which this importer doesn't read. */
export function otherDocuments(paths: readonly string[]): Loss[] {
  const documents = paths.filter((path) => DOCUMENT.test(path) && !isPartPath(path) && !NOT_PAGES.test(path));
  return [...new Set(documents)].map((path) => ({
    path,
    what: "The file isn't Markdown, so it wasn't imported as an article.",
  }));
}
