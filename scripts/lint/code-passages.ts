import { parse as parseAstro } from '@astrojs/compiler-rs';
import { parse as parseCss } from 'css-tree';
import { parseSync } from 'vite';
import { type ProsePassage, passage, withoutCode } from './passage.ts';

/** What both parsers make of code: ESTree, whose offsets count UTF-16 code units as JavaScript does. */
interface Node {
  type: string;
  start: number;
  end: number;
  [name: string]: unknown;
}

/** @throws if the code cannot be parsed */
export function typescriptPassages(source: string, path: string): ProsePassage[] {
  const { program, comments, errors } = parseSync(path, source);
  if (errors[0]) throw new Error(errors[0].message);
  return [...commentPassages(source, comments as unknown as Node[]), ...literalPassages(source, program)];
}

/** @throws if the code cannot be parsed */
export function astroPassages(source: string): ProsePassage[] {
  const { ast, diagnostics } = parseAstro(source);
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error) throw new Error(error.text);
  const root = (typeof ast === 'string' ? JSON.parse(ast) : ast) as { comments: Node[] };
  return [...commentPassages(source, root.comments), ...literalPassages(source, root)];
}

/** The comments of a style sheet; it has no other English. */
export function cssPassages(source: string, offset = 0): ProsePassage[] {
  const found: ProsePassage[] = [];
  parseCss(source, {
    positions: true,
    onComment: (_, { start, end }) => found.push(comment(source, start.offset, end.offset, offset)),
  });
  return found;
}

/** In tests, only the comments and the names of tests are ours: the rest plays customers and other programs. */
export function testPassages(source: string, path: string): ProsePassage[] {
  const { program, comments } = parseSync(path, source);
  const names: ProsePassage[] = [];
  walk(program, (node) => {
    if (node.type !== 'CallExpression') return true;
    const callee = source.slice(...rangeOf(node.callee));
    const [name] = node.arguments as Node[];
    if (/^(?:describe|it|test)\b/.test(callee) && (name?.type === 'Literal' || name?.type === 'TemplateLiteral'))
      names.push(...literalPassages(source, name));
    return true;
  });
  return [...commentPassages(source, comments as unknown as Node[]), ...names];
}

/** Lines of comments that follow each other are one text. */
function commentPassages(source: string, comments: readonly Node[]): ProsePassage[] {
  const joined: { start: number; end: number }[] = [];
  for (const { type, start, end } of comments) {
    const last = joined.at(-1);
    if (type === 'Line' && last && /^[ \t]*\n[ \t]*$/.test(source.slice(last.end, start))) last.end = end;
    else joined.push({ start, end });
  }
  return joined.map(({ start, end }) => comment(source, start, end));
}

function comment(source: string, start: number, end: number, offset = 0): ProsePassage {
  const text = source
    .slice(start, end)
    .replace(/^[ \t]*(?:\/\/+|\/?\*+\/?)|\*+\/$/gm, (sign) => ' '.repeat(sign.length));
  return withoutCode({ start: start + offset, text });
}

// Their values are names and numbers, whatever they look like.
const notRead = /^(?:class|className|class:list|style|d|viewBox|id|for|rel|href|src|sizes|media|data-.+)$/;

function literalPassages(source: string, root: unknown): ProsePassage[] {
  const found: ProsePassage[] = [];
  walk(root, (node) => {
    const { type, start, end } = node;
    if (type === 'ImportDeclaration' || type === 'ImportExpression' || type === 'TaggedTemplateExpression')
      return false;
    if (type === 'CallExpression' && /\.split$/.test(source.slice(...rangeOf(node.callee)))) return false;
    if (type === 'JSXAttribute') return !notRead.test(source.slice(...rangeOf(node.name)));
    if (type === 'JSXElement' && source.startsWith('<style', start)) {
      found.push(
        ...(node.children as Node[]).flatMap((sheet) => cssPassages(source.slice(...rangeOf(sheet)), sheet.start)),
      );
      return false;
    }
    if (type === 'AstroComment') found.push(withoutCode(passage(source, start + 4, end - 3)));
    if (type === 'JSXText') found.push(passage(source, start, end));
    if (type === 'Literal' && typeof node.value === 'string') found.push(escaped(passage(source, start + 1, end - 1)));
    if (type === 'TemplateLiteral') found.push(escaped(templatePassage(source, node)));
    return true;
  });
  return found.filter(({ text }) => isProse(text)).map(withoutCode);
}

function templatePassage(source: string, { start, end, expressions }: Node): ProsePassage {
  const gaps = (expressions as Node[]).map((expression) => {
    const [from, to] = rangeOf(expression);
    return [source.lastIndexOf('${', from), source.indexOf('}', to) + 1] as const;
  });
  return passage(source, start + 1, end - 1, gaps);
}

/** A line break that is written as \n separates words. */
function escaped({ start, text }: ProsePassage): ProsePassage {
  return { start, text: text.replace(/\\[nrt]/g, '  ').replace(/\\(?=.)/g, ' ') };
}

/** Texts have several words; a single one is a text only if it is written like a title. */
function isProse(text: string): boolean {
  return (
    /\p{L}\p{Ll}+[,.:;]?\s+\p{L}/u.test(text) ||
    /^\p{Lu}\p{Ll}+[.:]?$/u.test(text) ||
    /\p{L} \uFFFC|\uFFFC \p{L}/u.test(text)
  );
}

function rangeOf(node: unknown): [number, number] {
  const { start, end } = node as Node;
  return [start, end];
}

/** @param visit returns whether what is inside the node is visited too */
function walk(value: unknown, visit: (node: Node) => boolean): void {
  if (Array.isArray(value)) for (const one of value) walk(one, visit);
  else if (typeof value === 'object' && value !== null) {
    if ('type' in value && 'start' in value && !visit(value as Node)) return;
    for (const one of Object.values(value)) if (typeof one === 'object') walk(one, visit);
  }
}
