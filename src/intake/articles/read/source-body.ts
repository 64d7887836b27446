import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { markdownToMdast } from 'satteri';
import { unified } from 'unified';
import { tooDeepToParse } from '#markdown/depth.ts';
import { features } from '#markdown/parse.ts';
import { type BlockBook, blockBook, separateMarks, withoutMarks } from '../dialects/block-marks.ts';
import { findCode } from '../dialects/code-ranges.ts';
import { writeDashedTables } from '../dialects/dashed-tables.ts';
import { writeDefinitionLists } from '../dialects/definition-lists.ts';
import { writeEmoji } from '../dialects/emoji-names.ts';
import { markFences } from '../dialects/fenced-blocks.ts';
import { showFormulas } from '../dialects/formulas.ts';
import { writeGridTables } from '../dialects/grid-tables.ts';
import { unfoldIndented } from '../dialects/indented-blocks.ts';
import { explainAbbreviations, settleInlineMarks } from '../dialects/inline-marks.ts';
import { separateTags } from '../dialects/markdown-in-html.ts';
import { lineFinder, type NumberedLine, numberLines } from '../dialects/numbered-lines.ts';
import { writeReadMeBlocks } from '../dialects/readme-blocks.ts';
import { tagBlocks } from '../dialects/tag-blocks.ts';
import type { Report } from '../imported-site.ts';
import { dropPrivateText } from '../visibility/private-text.ts';
import { readFastMdx } from './fast-mdx.ts';
import { hasComponents, tagsAsHtml, withoutMistake, writtenAsMdx } from './mdx-text.ts';
import { replaceTemplateTag, TEMPLATE_TAG } from './template-tags.ts';

/** For what the fast parser can't read: it has no limit to how deep blocks are nested. */
const markdown = unified().use(remarkParse).use(remarkGfm).freeze();
const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();
/** Components indent what they hold, so an indented line among them isn't code. */
const unindented = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .data('micromarkExtensions', [{ disable: { null: ['codeIndented'] } }])
  .freeze();

/** A link or picture whose file name has spaces. Markdown reads it as text unless the name is in angle brackets. */
const SPACED_ADDRESS = /\]\((?!<|https?:)([^()<>\n"]*[^()<>\n"\s]\.\w{2,8}(?:#[^()<>\s"]*)?)([ \t]+"[^"\n]*")?\)/g;

function bracketSpacedAddresses(body: string): string {
  if (!/\]\([^)\n"]* [^)\n"]*\)/.test(body)) return body;
  const { isCode } = findCode(body);
  return body.replace(SPACED_ADDRESS, (whole: string, path: string, title: string | undefined, at: number) =>
    path.includes(' ') && !isCode(at) ? `](<${path}>${title ?? ''})` : whole,
  );
}

/** Replaces template tags outside code; the number of lines stays the same. */
function fillTemplateTags(body: string, book: BlockBook, report: Report): string {
  if (!/\{[{%]/.test(body)) return body;
  const { isCode } = findCode(body);
  const blocks = tagBlocks(body, book);
  return body.replace(TEMPLATE_TAG, (...match) => {
    const groups = match.slice(0, 5) as (string | undefined)[];
    const whole = groups[0] ?? '';
    const at = match[5] as number;
    if (isCode(at)) return whole;
    const line = body.slice(0, at).split('\n').length;
    return replaceTemplateTag(groups, { line, at }, blocks, report) + '\n'.repeat(whole.split('\n').length - 1);
  });
}

/** Reads a piece of MDX as it is written; nothing if it can't be read. */
export function parseMdx(text: string): Root | undefined {
  try {
    return mdx.parse(text);
  } catch {
    return undefined;
  }
}

/** How often a file is read again after a bracket in it was escaped; a large file less often. */
const MOST_CHARACTERS = 2_000_000;

function parseRepaired(text: string): { tree: Root; text: string } | undefined {
  let now = writtenAsMdx(text);
  const fast = readFastMdx(now);
  if (fast) return { tree: fast, text: now };
  for (let left = Math.min(40, MOST_CHARACTERS / (now.length + 1)); left > 0; left -= 1) {
    try {
      return { tree: mdx.parse(now), text: now };
    } catch (error) {
      const { place, ruleId, message = '' } = error as { place?: unknown; ruleId?: string; message?: string };
      const point = place as { offset?: number; start?: { offset?: number } } | undefined;
      const offset = point?.offset ?? point?.start?.offset;
      const escaped = offset === undefined ? undefined : withoutMistake(now, { offset, ruleId, message });
      if (escaped === undefined) return undefined;
      now = escaped;
    }
  }
  return undefined;
}

/** Reads Markdown as remark does, in a thirtieth of its time. */
function parseMarkdown(text: string, path: string): Root {
  if (tooDeepToParse(text, path)) return markdown.parse(text);
  return markdownToMdast(text.replaceAll('\0', '\ufffd'), { features }) as Root;
}

function parseAs(path: string, text: string): { tree: Root; text: string } {
  if (!path.endsWith('.mdx') && !hasComponents(text)) return { tree: parseMarkdown(text, path), text };
  const read = parseRepaired(text);
  if (read) return read;
  const asHtml = tagsAsHtml(text);
  return { tree: unindented.parse(asHtml), text: asHtml };
}

/** Parsed Markdown of one source file, and the lines of the file for its positions. */
export interface SourceBody {
  tree: Root;
  /** The text that the positions of the tree count in. */
  text: string;
  /** The blocks whose marks are in the text. */
  book: BlockBook;
  /** Maps a line of a node's position to the 1-based line in the source file. */
  lineOf(line: number | undefined): number | undefined;
}

/**
 * Parses the body of a source file as Markdown with GFM, or as MDX when it is called `.mdx` or has components.
 * `body` must have the line numbers of the file (see `splitSourceFrontMatter`).
 */
export function parseSourceBody(path: string, body: string, report: Report): SourceBody {
  const shown = dropPrivateText(withoutMarks(body), (text) => findCode(text).isCode, report);
  const book = blockBook();
  const written = writeReadMeBlocks(numberLines(shown));
  const writtenLine = lineFinder(written);
  const reportWritten: Report = (line, ...loss) => report(writtenLine(line), ...loss);
  const text = written.map((line) => line.text).join('\n');
  const filled = bracketSpacedAddresses(fillTemplateTags(showFormulas(text, reportWritten), book, reportWritten));
  const marked = explainAbbreviations(writeEmoji(settleInlineMarks(filled)));
  const passes = [
    separateTags,
    separateMarks,
    (lines: NumberedLine[]) => unfoldIndented(lines, book),
    (lines: NumberedLine[]) => markFences(lines, book),
    writeGridTables,
    writeDashedTables,
    writeDefinitionLists,
  ];
  // No pass so far changes the number of lines.
  const numbered = marked.split('\n').map((line, at) => ({ text: line, from: written[at]?.from ?? at + 1 }));
  const lines = passes.reduce((now, pass) => pass(now), numbered);
  const lineOf = lineFinder(lines);
  const read = parseAs(path, lines.map((line) => line.text).join('\n'));
  return { ...read, book, lineOf };
}

/** A page in HTML as the same tree. Nothing in it is Markdown, so nothing is read as such. */
export function parseHtmlBody(html: string): SourceBody {
  return {
    tree: { type: 'root', children: [{ type: 'html', value: html }] },
    text: html,
    book: blockBook(),
    lineOf: () => undefined,
  };
}
