import { type Finding, finding, type Place } from '#kb/findings/finding.ts';
import { nearest } from '#kb/findings/suggest.ts';
import { blank, closingTag, isOpenAt, type Stretch, unclosedTag } from './tag-pairs.ts';

/** A mistake that stops the parser. */
export interface SyntaxMistake {
  found: Finding;
  /** What makes the parser find the next mistake: parts of the text replaced by others of the same length. */
  edits: readonly Edit[];
}

export interface Edit {
  start: number;
  text: string;
}

/** The text with its edits. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  return edits.reduce(
    (text, { start, text: put }) => text.slice(0, start) + put + text.slice(start + put.length),
    source,
  );
}

interface Failure {
  source: string;
  /** The text with spaces for code that is only shown. */
  shown: string;
  place: Place & { line: number; column: number };
  /** The offset of the place. */
  at: number;
  /** What the parser says, without the place. */
  rest: string;
}

// HTML elements without a closing tag.
const neverClosed = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'source', 'track', 'wbr']);

/**
 * What stopped the parser, for writers.
 *
 * @param message of the parser
 * @param shown the source with spaces for code that is only shown
 */
export function explainMistake(message: string, source: string, shown: string, path: string): SyntaxMistake {
  const [, line = '1', column = '1', rest = message] = /^(\d+):(\d+): ([\s\S]*)$/.exec(message) ?? [];
  const place = { path, line: Number(line), column: Number(column) };
  const failure = { source, shown, place, at: offsetOf(source, place.line, place.column), rest };
  return unclosed(failure) ?? crossed(failure) ?? neverOpened(failure) ?? otherMistake(failure);
}

function unclosed({ source, shown, place, rest }: Failure): SyntaxMistake | undefined {
  const named = /Expected a closing tag for `<([^`>]*)>`(?: \((\d+):(\d+)\))?(?<within> before the end of)?/.exec(rest);
  if (!named) return undefined;
  const [, name = '', line = place.line, column = place.column] = named;
  const within = named.groups?.within;
  const text = { source, shown, path: place.path };
  const end = endOfTag(source, offsetOf(source, Number(line), Number(column)));
  const closed = within === undefined ? closingTag(shown, name, end) : undefined;
  // It is closed, so the parser took another one inside it for it.
  const inner = closed && unclosedTag(shown, end, closed.start);
  if (!inner) return neverEnds(text, name, Number(line), Number(column), within);
  const before = source.slice(0, inner.start).split('\n');
  return neverEnds(text, inner.name, before.length, (before.at(-1)?.length ?? 0) + 1, within);
}

function neverEnds(
  { source, shown, path }: { source: string; shown: string; path: string },
  name: string,
  line: number,
  column: number,
  within?: string,
): SyntaxMistake {
  const at = offsetOf(source, line, column);
  const end = endOfTag(source, at);
  // Closed, but in another paragraph, list item or quote.
  const closed = within === undefined ? undefined : closingTag(shown, name, end);
  return {
    found: finding(
      'component-unclosed',
      { path, line, column },
      `<${name}> is opened here but never closed.`,
      neverClosed.has(name)
        ? `Write <${name} /> instead, which closes itself.`
        : `Add </${name}> where it ends, on a line of its own if it contains paragraphs.`,
    ),
    edits: without(source, { start: at, end }, ...(closed ? [closed] : [])),
  };
}

/** A closing tag while something else is still open. */
function crossed({ source, shown, place, at, rest }: Failure): SyntaxMistake | undefined {
  const named =
    /Unexpected closing tag `<\/([^`>]*)>`, expected corresponding closing tag for `<([^`>]*)>` \((\d+):(\d+)\)/.exec(
      rest,
    );
  if (!named) return undefined;
  const [, closing = '', open = '', line = '1', column = '1'] = named;
  // <Tabs><Tab></Tabs>
  if (isOpenAt(shown, closing, at) && closing !== open)
    return neverEnds({ source, shown, path: place.path }, open, Number(line), Number(column));
  const end = endOfTag(source, at);
  const start = offsetOf(source, Number(line), Number(column));
  // One of the two was meant to be the other, unless the open one is closed later, or the two are not alike in place.
  const isAlike = Number(line) === place.line || (startsLine(source, at) && startsLine(source, start));
  const isOther = nearest(closing, [open]) !== undefined || (isAlike && closingTag(shown, open, end) === undefined);
  const opened = { start, end: endOfTag(source, start) };
  return {
    found: finding(
      'component-unclosed',
      place,
      `</${closing}> closes something that was never opened, while <${open}> on line ${line} is still open.`,
      isOther ? `Change it to </${open}>.` : 'Remove it.',
    ),
    edits: without(source, { start: at, end }, ...(isOther ? [opened] : [])),
  };
}

function startsLine(source: string, at: number): boolean {
  return source.slice(source.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
}

function neverOpened({ source, place, at, rest }: Failure): SyntaxMistake | undefined {
  const closing = /Unexpected closing (?:slash|tag).*?`?<\/([^`>]*)>/.exec(rest);
  if (!closing) return undefined;
  return {
    found: finding(
      'component-unclosed',
      place,
      `</${closing[1]}> closes something that was never opened.`,
      `Remove it, or add <${closing[1]}> before it.`,
    ),
    edits: without(source, { start: at, end: endOfTag(source, at) }),
  };
}

function otherMistake(failure: Failure): SyntaxMistake {
  const { source, shown, place, at, rest } = failure;
  const text = source.split('\n')[place.line - 1] ?? '';
  const here = text.slice(place.column - 1);
  if (here.startsWith('<!--')) {
    const end = source.indexOf('-->', at);
    return {
      found: finding(
        'comment-html',
        place,
        'HTML comments ("<!-- … -->") are not allowed in an article.',
        'Write the comment as {/* … */}, or remove it.',
      ),
      edits: without(source, { start: at, end: end < 0 ? at + 4 : end + 3 }),
    };
  }
  if (/expression|brace/i.test(rest)) return loneBrace(failure, text);
  const component = /^<([A-Za-z][\w.]*)(?=\s|$)/.exec(here);
  if (component)
    return {
      found: finding(
        'mdx-syntax',
        place,
        `<${component[1]}> is opened here, but what follows its name cannot be read.`,
        /=\s*[\u2018-\u201f\u00ab\u00bb]/.test(source.slice(at, endOfTag(source, at)))
          ? 'Write each attribute as name="value", with straight quotes instead of curly ones.'
          : 'Write each attribute as name="value", and close the tag with ">".',
      ),
      edits: withoutAttributes(source, shown, component[1] ?? '', at),
    };
  if (here.startsWith('<') || text.includes('<'))
    return {
      found: finding(
        'angle-lone',
        place,
        `"${here.slice(0, 24)}" starts with "<", which is read as the start of a component or HTML tag.`,
        'Write &lt; for the character itself, or [text](https://…) for a link.',
      ),
      edits: without(source, { start: at, end: at + 1 }),
    };
  return {
    found: finding(
      'mdx-syntax',
      place,
      `The article cannot be read here: ${(rest.split(' (mdx')[0] ?? rest).trim()}.`,
      'Check this line and the one before it for an unclosed bracket, tag or quote.',
    ),
    edits: [],
  };
}

function loneBrace({ source, place }: Failure, text: string): SyntaxMistake {
  const brace = text.lastIndexOf('{', place.column - 1);
  const at = brace < 0 ? place : { ...place, column: brace + 1 };
  const start = offsetOf(source, at.line, at.column);
  const isComment = source.startsWith('{/*', start);
  // What is between braces is one mistake. An open comment ends somewhere, and no one knows where.
  const inside = /^\{[^{}\n]*\}/.exec(source.slice(start, start + 1000));
  return {
    found: isComment
      ? finding('brace-lone', at, 'A comment starts here with "{/*", but never ends.', 'Write "*/}" where it ends.')
      : finding(
          'brace-lone',
          at,
          'A "{" starts a variable such as {site.name}, but no variable follows here.',
          'Write \\{ to show the bracket itself, or close the variable with "}".',
        ),
    edits: without(source, { start, end: start + (inside?.[0].length ?? 1) }),
  };
}

/** A tag that can be read again if it is closed somewhere, so what it contains still belongs to it. */
function withoutAttributes(source: string, shown: string, name: string, start: number): Edit[] {
  const end = endOfTag(source, start);
  const length = end - start;
  const open = `<${name}`;
  if (source.slice(start, end).endsWith('/>')) return [{ start, text: `${open.padEnd(length - 2)}/>` }];
  if (closingTag(shown, name, end) && length > open.length) return [{ start, text: `${open.padEnd(length - 1)}>` }];
  return without(source, { start, end });
}

function without(source: string, ...stretches: readonly Stretch[]): Edit[] {
  return stretches.map(({ start, end }) => ({ start, text: blank(source.slice(start, end)) }));
}

/** After the ">" of a tag; a tag without one ends with its line. */
function endOfTag(source: string, start: number): number {
  const found = /^<[^>]*?(?:>|\n[ \t]*\n|$)/.exec(source.slice(start, start + 5000))?.[0];
  if (found?.endsWith('>')) return start + found.length;
  const line = source.indexOf('\n', start);
  return line < 0 ? source.length : line;
}

function offsetOf(source: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) start = source.indexOf('\n', start) + 1 || source.length;
  return Math.min(source.length, start + column - 1);
}
