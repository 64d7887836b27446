import { type Finding, finding, type Place } from '#kb/findings/finding.ts';
import { nodePlace, type Tree, type TreeNode } from './syntax/tree.ts';

// Far more than anyone writes, and far less than what crashes the parser and with it the whole process.
const BRACKETS = 500;
const TAGS = 20_000;
const LEVELS = 200;
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
  const long = code.exec(source);
  return long ? tooDeep(at(long.index), 'More than 5000 characters of code start here.') : undefined;
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
