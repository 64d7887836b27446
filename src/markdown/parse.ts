import { mdxToHast } from 'satteri';
import type { Finding } from '#kb/findings/finding.ts';
import { tooDeepToParse, tooDeepToWalk } from './depth.ts';
import type { Tree } from './syntax/tree.ts';
import { applyEdits, explainMistake } from './syntax-mistakes.ts';
import { withoutShownCode } from './tag-pairs.ts';

/** The dialect of all articles: GitHub Flavored Markdown with MDX, with punctuation left as the writer typed it. */
export const features = { gfm: true, frontmatter: false, smartPunctuation: false } as const;

/** The body of an article. */
export interface ParsedBody {
  /** `undefined` if it cannot be read. */
  tree?: Tree;
  /** What can be read of a body with mistakes, to look for more. */
  rest?: Tree;
  /** Every mistake that stops the parser. */
  findings: Finding[];
}

/**
 * Reads the body of an article. Nothing in it is run.
 *
 * @param bodyLine the line of the file on which `body` starts; positions count from the first line of the file
 */
export function parseBody(body: string, path: string, bodyLine: number): ParsedBody {
  // Blank lines instead of the front matter keep all positions correct without any arithmetic.
  // The null character becomes the replacement character, as CommonMark requires.
  let source = '\n'.repeat(bodyLine - 1) + body.replaceAll('\0', '\ufffd');
  const findings: Finding[] = [];
  let shown: string | undefined;
  for (let attempts = attemptsFor(source); ; attempts--) {
    const { tree, tooDeep, message = '' } = attempt(source, path);
    // The parser never sees what is too deep, not even if only a repair made it so.
    if (tooDeep) return { findings: findings.length > 0 ? findings : [tooDeep] };
    if (tree) return findings.length > 0 ? { rest: tree, findings } : { tree, findings };
    shown ??= attempts > 1 ? withoutShownCode(source) : source;
    const { found, edits } = explainMistake(message, source, shown, path);
    if (!findings.some((one) => isSamePlace(one, found))) findings.push(found);
    const repaired = applyEdits(source, edits);
    if (attempts <= 1 || repaired === source) return { findings };
    source = repaired;
    // Both stay equally long.
    shown = applyEdits(shown, edits);
  }
}

function attempt(source: string, path: string): { tree?: Tree; tooDeep?: Finding; message?: string } {
  const unparsed = tooDeepToParse(source, path);
  if (unparsed) return { tooDeep: unparsed };
  try {
    const { children } = mdxToHast(source, { features }) as unknown as Tree;
    const tree: Tree = { type: 'root', children, path };
    const unwalked = tooDeepToWalk(tree, path);
    return unwalked ? { tooDeep: unwalked } : { tree };
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}

const MOST_ATTEMPTS = 50;
// What the parser does grows with the length of an article, and with the square of its tags, braces and entities.
const MOST_WORK = 20_000_000;

/** How many mistakes are looked for, so an article full of them takes no longer than a second. */
function attemptsFor(source: string): number {
  const count = (mark: RegExp) => source.match(mark)?.length ?? 0;
  const work = source.length * 10 + count(/[&{]/g) ** 2 + count(/</g) ** 2 / 5;
  return Math.max(1, Math.min(MOST_ATTEMPTS, Math.floor(MOST_WORK / (work + 1))));
}

function isSamePlace(one: Finding, other: Finding): boolean {
  return one.code === other.code && one.line === other.line && one.column === other.column;
}
