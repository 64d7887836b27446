import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { separateFences } from '../dialects/block-fences.ts';
import { lineFinder, numberLines } from '../dialects/numbered-lines.ts';
import type { Report } from '../imported-site.ts';
import { replaceTemplateTag, TEMPLATE_TAG } from './template-tags.ts';

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();
const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

type Range = readonly [start: number, end: number];

function codeOf(tree: Root): { ranges: Range[]; lines: Range[] } {
  const ranges: Range[] = [];
  const lines: Range[] = [];
  visit(tree, (node) => {
    if ((node.type !== 'code' && node.type !== 'inlineCode') || !node.position) return;
    const { start, end } = node.position;
    ranges.push([start.offset ?? 0, end.offset ?? 0]);
    if (node.type === 'code') lines.push([start.line, end.line]);
  });
  return { ranges, lines };
}

function within(ranges: readonly Range[], at: number): boolean {
  return ranges.some(([start, end]) => at >= start && at <= end);
}

/** A link or picture whose file name has spaces. Markdown reads it as text unless the name is in angle brackets. */
const SPACED_ADDRESS = /\]\((?!<|https?:)([^()<>\n"]*[^()<>\n"\s]\.\w{2,8}(?:#[^()<>\s"]*)?)([ \t]+"[^"\n]*")?\)/g;

function bracketSpacedAddresses(body: string): string {
  if (!/\]\([^)\n"]* [^)\n"]*\)/.test(body)) return body;
  const code = codeOf(markdown.parse(body)).ranges;
  return body.replace(SPACED_ADDRESS, (whole: string, path: string, title: string | undefined, at: number) =>
    path.includes(' ') && !within(code, at) ? `](<${path}>${title ?? ''})` : whole,
  );
}

/** Replaces template tags outside code; the number of lines stays the same. */
function fillTemplateTags(body: string, report: Report): string {
  if (!/\{[{%]/.test(body)) return body;
  const code = codeOf(markdown.parse(body)).ranges;
  return body.replace(TEMPLATE_TAG, (...match) => {
    const groups = match.slice(0, 5) as (string | undefined)[];
    const whole = groups[0] ?? '';
    const at = match[5] as number;
    if (within(code, at)) return whole;
    const line = body.slice(0, at).split('\n').length;
    return replaceTemplateTag(groups, line, report) + '\n'.repeat(whole.split('\n').length - 1);
  });
}

function parseAs(path: string, text: string): Root {
  if (path.endsWith('.mdx')) {
    try {
      return mdx.parse(text);
    } catch {
      // Many .mdx files are plain Markdown with a stray brace.
    }
  }
  return markdown.parse(text);
}

/** Parsed Markdown of one source file, and the lines of the file for its positions. */
export interface SourceBody {
  tree: Root;
  /** Maps a line of a node's position to the 1-based line in the source file. */
  lineOf(line: number | undefined): number | undefined;
}

/**
 * Parses the body of a source file as Markdown with GFM, or as MDX when it is called `.mdx` and is valid MDX.
 * `body` must have the line numbers of the file (see `splitSourceFrontMatter`).
 */
export function parseSourceBody(path: string, body: string, report: Report): SourceBody {
  const filled = bracketSpacedAddresses(fillTemplateTags(body, report));
  const plain = numberLines(filled);
  if (!/^[\s>]*(?::::|!!!|\?\?\?)/m.test(filled)) return { tree: parseAs(path, filled), lineOf: lineFinder(plain) };
  const code = codeOf(markdown.parse(filled)).lines;
  const lines = separateFences(plain, (line) => within(code, line));
  return { tree: parseAs(path, lines.map(({ text }) => text).join('\n')), lineOf: lineFinder(lines) };
}

/** A page in HTML as the same tree. Nothing in it is Markdown, so nothing is read as such. */
export function parseHtmlBody(html: string): SourceBody {
  return { tree: { type: 'root', children: [{ type: 'html', value: html }] }, lineOf: () => undefined };
}
