import { mdxToHast, mdxToJs } from 'satteri';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { tooDeepToParse, tooDeepToWalk } from './depth.ts';
import type { Tree } from './syntax/tree.ts';

/** The one dialect: GitHub's Markdown with MDX, and punctuation left as the writer typed it. */
export const features = { gfm: true, frontmatter: false, smartPunctuation: false } as const;

// What HTML has no closing tag for.
const neverClosed = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'source', 'track', 'wbr']);

/**
 * Reads the body of an article. Nothing in it is run.
 *
 * @param bodyLine the line of the file on which `body` begins; positions count from the file's first line
 */
export function parseBody(body: string, path: string, bodyLine: number): { tree?: Tree; findings: Finding[] } {
  // Blank lines in place of the front matter make every position right without any arithmetic.
  // The sign that ends strings elsewhere becomes the one for what cannot be shown, as CommonMark has it.
  const source = '\n'.repeat(bodyLine - 1) + body.replaceAll('\0', '\ufffd');
  const unparsed = tooDeepToParse(source, path);
  if (unparsed) return { findings: [unparsed] };
  try {
    const { children } = mdxToHast(source, { features }) as unknown as Tree;
    const tree: Tree = { type: 'root', children, path };
    const unwalked = tooDeepToWalk(tree, path);
    return unwalked ? { findings: [unwalked] } : { tree, findings: [] };
  } catch (error) {
    return { findings: [explain(error instanceof Error ? error.message : String(error), source, path)] };
  }
}

/** Whether the text of an import or export line is JavaScript, and not a sentence that begins with that word. */
export function isModuleCode(text: string): boolean {
  // The word alone is a paragraph, which could be compiled as well.
  if (/^\w+$/.test(text.trim())) return false;
  try {
    mdxToJs(text);
    return true;
  } catch {
    return false;
  }
}

function explain(message: string, source: string, path: string): Finding {
  const [, line = '1', column = '1', rest = message] = /^(\d+):(\d+): ([\s\S]*)$/.exec(message) ?? [];
  const place = { path, line: Number(line), column: Number(column) };
  const unclosed = /Expected a closing tag for `<([^`>]*)>`(?: \((\d+):(\d+)\))?/.exec(rest);
  if (unclosed) {
    const [, name = '', openLine, openColumn] = unclosed;
    if (openLine) Object.assign(place, { line: Number(openLine), column: Number(openColumn) });
    return finding(
      'component-unclosed',
      place,
      `<${name}> is opened here and not closed.`,
      neverClosed.has(name)
        ? `Write <${name} /> in its place, which closes itself.`
        : `Write </${name}> where it ends; when it holds paragraphs, on a line of its own.`,
    );
  }
  const closing = /Unexpected closing (?:slash|tag).*?`?<\/([^`>]*)>/.exec(rest);
  if (closing)
    return finding(
      'component-unclosed',
      place,
      `</${closing[1]}> closes something that is not open.`,
      'Take it out, or open it before.',
    );
  const text = source.split('\n')[place.line - 1] ?? '';
  const here = text.slice(place.column - 1);
  if (here.startsWith('<!--'))
    return finding(
      'comment-html',
      place,
      'An HTML comment "<!-- … -->" stands here.',
      'Write it as {/* … */}, or take it out.',
    );
  if (/expression|brace/i.test(rest))
    return finding(
      'brace-lone',
      braceBefore(text, place),
      'A "{" begins a variable such as {site.name}, and what follows here is none.',
      'Write \\{ for the character itself, or close the variable with "}".',
    );
  const component = /^<([A-Za-z][\w.]*)\s/.exec(here);
  if (component)
    return finding(
      'mdx-syntax',
      place,
      `<${component[1]}> is opened here, and what follows its name cannot be read.`,
      /=\s*[\u2018-\u201f\u00ab\u00bb]/.test(here)
        ? 'Write each attribute as name="value", with straight quotes in place of curly ones.'
        : 'Write each attribute as name="value", and close the tag with ">".',
    );
  if (here.startsWith('<') || text.includes('<'))
    return finding(
      'angle-lone',
      place,
      `"${here.slice(0, 24)}" begins with "<", which in MDX begins a component.`,
      'Write &lt; for the character itself, and [text](https://…) for a link.',
    );
  return finding(
    'mdx-syntax',
    place,
    `The article cannot be read here: ${(rest.split(' (mdx')[0] ?? rest).trim()}.`,
    'Look at this line and the one before for an unclosed bracket, tag or quote.',
  );
}

function braceBefore<P extends { column: number }>(text: string, place: P): P {
  const brace = text.lastIndexOf('{', place.column - 1);
  return brace < 0 ? place : { ...place, column: brace + 1 };
}
