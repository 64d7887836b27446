import { findCode } from '../dialects/code-ranges.ts';
import { fileNameOf, folderOf, joinPath } from '../links/paths.ts';
import { INCLUDES, type Include, SECTION_MARK } from './include-marks.ts';
import { type MappedText, mappedText, replaceMapped } from './mapped-text.ts';
import type { PartFiles } from './part-files.ts';
import { includedText } from './part-text.ts';

/** What putting parts into a page needs and finds. */
export interface Expansion {
  files: PartFiles;
  /** Paths of files that were put into a page; added to. */
  used: Set<string>;
  report(line: number, what: string): void;
  /** How many parts may still be put in: files that include each other twice would grow without end. */
  budget: { left: number };
}

/** Liquid in an HTML part that only the old site could run. */
const PROGRAM = /\{%-?\s*(?:for|if|unless|case|assign|capture)\b/;
const TEXT_VALUES = ['title', 'content', 'text', 'message', 'body', 'description', 'caption'];
/** Includes that other steps turn into videos and pictures by their name. */
const KNOWN_TAGS = /^(?:youtube|vimeo|figure)[\w.-]*$/i;

/** Links of a part are relative to its own file, unless they only fit the page. */
export function withOwnLinks(text: string, part: string, page: string, files: PartFiles): string {
  if (folderOf(part) === folderOf(page)) return text;
  return text.replace(
    /(\]\(<?|\bsrc=["']|\bhref=["'])(\.{1,2}\/[^\s)"'>]+|[\w-][^\s)"'>:]*\.\w+[^\s)"'>:]*)/g,
    (whole, before: string, url: string) => {
      const [path = '', rest = ''] = url.split(/(?=[?#])/, 2);
      const own = joinPath(folderOf(part), path);
      const isOwn = files.exists(own) || !files.exists(joinPath(folderOf(page), path));
      return isOwn ? `${before}/${own}${rest}` : whole;
    },
  );
}

function withValues(text: string, { values }: Include): string {
  if (!values) return text;
  return text.replace(
    /\{\{-?\s*(?:include|page|\.?get)\.?\s*["']?([\w-]+)["']?\s*(?:\|[^{}]*)?-?\}\}/gi,
    (whole, name: string) => values.get(name) ?? whole,
  );
}

function indented(text: string, indent: string): string {
  return indent === '' ? text : text.replace(/^(?=.)/gm, indent);
}

function partFor(
  include: Include,
  from: string,
  page: string,
  line: number,
  chain: readonly string[],
  expansion: Expansion,
): string | undefined {
  const { files, used, report } = expansion;
  const { path, isTag, values } = include;
  if (isTag && KNOWN_TAGS.test(fileNameOf(path))) return undefined;
  const file = files.find(from, path);
  if (!file) {
    if (isTag) return undefined;
    report(line, `The file "${path}" should be included here, but it isn't in the folder.`);
    return '';
  }
  if (chain.includes(file.path)) {
    report(line, `"${file.path}" includes itself; the second time was left out.`);
    return '';
  }
  if (expansion.budget.left <= 0) {
    report(line, `The page includes too many files; "${file.path}" was left out.`);
    return '';
  }
  expansion.budget.left -= 1;
  used.add(file.path);
  const text = includedText(file, include);
  if (text === undefined) {
    report(line, `"${file.path}" has no part "${include.region}" to include here.`);
    return '';
  }
  if (/\.html?$/i.test(file.path) && PROGRAM.test(text)) {
    report(line, `"${file.path}" is a program of the old site; only the texts that this page gives it were kept.`);
    return TEXT_VALUES.flatMap((name) => values?.get(name) ?? []).join('\n\n');
  }
  const filled = include.code === undefined ? withOwnLinks(withValues(text, include), file.path, page, files) : text;
  const nested: Expansion = { ...expansion, report: (_line, what) => report(line, what) };
  return include.code === undefined
    ? expandIncludes(file.path, page, mappedText(filled), nested, [...chain, file.path]).text
    : filled;
}

/**
 * Puts the files that a page includes into its text, whatever dialect says so.
 *
 * @param from the file that the text is from
 * @param page the page that the text becomes part of
 */
export function expandIncludes(
  from: string,
  page: string,
  text: MappedText,
  expansion: Expansion,
  chain: readonly string[] = [from],
): MappedText {
  let now = text;
  for (const { pattern, read } of INCLUDES) {
    if (!new RegExp(pattern.source, pattern.flags).test(now.text)) continue;
    const { isCode } = findCode(now.text);
    now = replaceMapped(now, pattern, (match, line) => {
      const found = read(match);
      const includes = Array.isArray(found) ? found : found ? [found] : [];
      const inCode = isCode(match.index);
      // In code, only what is there is included: the mark can be shown as an example.
      if (inCode && !includes.every(({ path }) => expansion.files.find(from, path))) return undefined;
      const parts = includes.map((one) => partFor(one, from, page, line, chain, expansion));
      if (parts.length === 0 || parts.some((part) => part === undefined)) return undefined;
      return indented(parts.join('\n\n'), match[1] ?? '');
    });
  }
  return replaceMapped(now, SECTION_MARK, () => '');
}
