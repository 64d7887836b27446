import { type Finding, finding, type Place } from '#kb/findings/finding.ts';
import { nodePlace, type Tree, type TreeNode } from './syntax/tree.ts';
import { tooManyTagsInCode } from './tags-in-code.ts';

// Far more than anyone writes, and far less than what crashes the parser and with it the whole process.
const BRACKETS = 500;
const TAGS = 20_000;
const LEVELS = 200;
// What the parser does for the characters and variables of a paragraph grows with their square. This many are read in
// about ten seconds, and a long article in a single paragraph has a hundredth of it.
const MARKS = 14_000;
// A row has as many cells as the first one, even if it is written with fewer.
const CELLS = 200_000;
const code = /\{(?:(?!```)[^{}]){5000,}\}|^(?:import|export)\s(?:(?!\n[ \t]*\n)[^{}]){5000,}/m;

/**
 * Finds what must not reach the parser: too many open brackets, and long code that could be nested just as deeply.
 *
 * @param source with the same line numbers as the file
 */
export function tooDeepToParse(source: string, path: string): Finding | undefined {
  const at = (index: number) => ({ path, line: source.slice(0, index).split('\n').length });
  let open = 0;
  let tags = 0;
  for (const { 0: sign, index } of source.matchAll(/[()[\]{}<]/g)) {
    if (sign === '<') tags++;
    else open = '([{'.includes(sign) ? open + 1 : Math.max(0, open - 1);
    if (open > BRACKETS) return tooDeep(at(index), `More than ${BRACKETS} brackets are open here.`);
    if (tags > TAGS) return tooDeep(at(index), `More than ${TAGS} tags come before this line.`);
  }
  const tagged = tooManyTagsInCode(source);
  if (tagged !== undefined) return tooDeep(at(tagged), 'Too many tags follow an open "{" here.');
  const marked = tooManyMarks(source);
  if (marked !== undefined)
    return finding(
      'article-too-large',
      at(marked),
      `Too many "&" and "{" follow each other without a blank line: the limit is ${MARKS.toLocaleString('en')}.`,
      'Add blank lines between paragraphs, or split the article.',
    );
  const table = tooLargeTable(source);
  if (table !== undefined)
    return finding(
      'article-too-large',
      { path, line: table },
      `This table has more than ${CELLS.toLocaleString('en')} cells.`,
      'Move part of it to another table or to a file.',
    );
  const long = code.exec(source);
  return long ? tooDeep(at(long.index), 'More than 5000 characters of code start here.') : undefined;
}

/** Where a block starts with which the article has too many characters written as `&…;` and variables. */
function tooManyMarks(source: string): number | undefined {
  let work = 0;
  let start = 0;
  for (const block of source.split(/(\n[ \t]*\n)/)) {
    const marks = block.length < 2 ? 0 : countMarks(block);
    work += marks ** 2;
    if (work > MARKS ** 2) return start;
    start += block.length;
  }
  return undefined;
}

/** The line of a table with too many cells: as many as its columns, in all lines up to an empty one. */
function tooLargeTable(source: string): number | undefined {
  const lines = source.split('\n');
  let rows = 0;
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index] ?? '';
    rows = line.trim() === '' ? 0 : rows + 1;
    const isRule = line.includes('|') && line.includes('-') && /^[\s|:>*+-]+$/.test(line);
    if (isRule && line.split('|').length * rows > CELLS) return index + 1;
  }
  return undefined;
}

function countMarks(text: string): number {
  let marks = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (character === 0x26 || character === 0x7b) marks++;
  }
  return marks;
}

/** Finds a parsed tree that is too deep to walk through. */
export function tooDeepToWalk(tree: Tree, path: string): Finding | undefined {
  let level: readonly TreeNode[] = tree.children;
  for (let depth = 1; level.length > 0; depth++) {
    // Line breaks between elements have no position.
    const placed = level.find(({ position }) => position);
    const says = `More than ${LEVELS} quotes, lists or tags are nested here.`;
    if (depth > LEVELS && placed) return tooDeep({ path, ...nodePlace(placed) }, says);
    level = level.flatMap((node) => ('children' in node ? (node.children as TreeNode[]) : []));
  }
  return undefined;
}

function tooDeep(place: Place, says: string): Finding {
  return finding('article-too-deep', place, says, 'Remove the ones you do not need, or close them earlier.');
}
