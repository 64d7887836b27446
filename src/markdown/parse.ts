import { mdxToHast } from 'satteri';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { tooDeepToParse, tooDeepToWalk } from './depth.ts';
import type { Tree } from './syntax/tree.ts';

/** The dialect of all articles: GitHub Flavored Markdown with MDX, with punctuation left as the writer typed it. */
export const features = { gfm: true, frontmatter: false, smartPunctuation: false } as const;

// HTML elements without a closing tag.
const neverClosed = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'source', 'track', 'wbr']);

/**
 * Reads the body of an article. Nothing in it is run.
 *
 * @param bodyLine the line of the file on which `body` starts; positions count from the first line of the file
 */
export function parseBody(body: string, path: string, bodyLine: number): { tree?: Tree; findings: Finding[] } {
  // Blank lines instead of the front matter keep all positions correct without any arithmetic.
  // The null character becomes the replacement character, as CommonMark requires.
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
      `<${name}> is opened here but never closed.`,
      neverClosed.has(name)
        ? `Write <${name} /> instead, which closes itself.`
        : `Add </${name}> where it ends, on a line of its own if it contains paragraphs.`,
    );
  }
  const closing = /Unexpected closing (?:slash|tag).*?`?<\/([^`>]*)>/.exec(rest);
  if (closing)
    return finding(
      'component-unclosed',
      place,
      `</${closing[1]}> closes something that was never opened.`,
      `Remove it, or add <${closing[1]}> before it.`,
    );
  const text = source.split('\n')[place.line - 1] ?? '';
  const here = text.slice(place.column - 1);
  if (here.startsWith('<!--'))
    return finding(
      'comment-html',
      place,
      'HTML comments ("<!-- … -->") are not allowed in an article.',
      'Write the comment as {/* … */}, or remove it.',
    );
  if (/expression|brace/i.test(rest))
    return finding(
      'brace-lone',
      braceBefore(text, place),
      'A "{" starts a variable such as {site.name}, but no variable follows here.',
      'Write \\{ to show the bracket itself, or close the variable with "}".',
    );
  const component = /^<([A-Za-z][\w.]*)\s/.exec(here);
  if (component)
    return finding(
      'mdx-syntax',
      place,
      `<${component[1]}> is opened here, but what follows its name cannot be read.`,
      /=\s*[\u2018-\u201f\u00ab\u00bb]/.test(here)
        ? 'Write each attribute as name="value", with straight quotes instead of curly ones.'
        : 'Write each attribute as name="value", and close the tag with ">".',
    );
  if (here.startsWith('<') || text.includes('<'))
    return finding(
      'angle-lone',
      place,
      `"${here.slice(0, 24)}" starts with "<", which is read as the start of a component or HTML tag.`,
      'Write &lt; for the character itself, or [text](https://…) for a link.',
    );
  return finding(
    'mdx-syntax',
    place,
    `The article cannot be read here: ${(rest.split(' (mdx')[0] ?? rest).trim()}.`,
    'Check this line and the one before it for an unclosed bracket, tag or quote.',
  );
}

function braceBefore<P extends { column: number }>(text: string, place: P): P {
  const brace = text.lastIndexOf('{', place.column - 1);
  return brace < 0 ? place : { ...place, column: brace + 1 };
}
