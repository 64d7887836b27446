import { findCode } from '../dialects/code-ranges.ts';
import type { SourceFile } from '../imported-site.ts';
import { type Expansion, expandIncludes, withOwnLinks } from './expand-includes.ts';
import { type MappedText, mappedText, replaceMapped } from './mapped-text.ts';
import { readDataFile } from './part-data.ts';
import { bodyOfPart } from './part-text.ts';
import { readStaticExpression, readStaticModule, type StaticImport, type StaticValues } from './static-values.ts';

const PROGRAM_START =
  /^(?:import\s+(?:[\w*{$"']|type\s)|export\s+(?:const|let|var|default|function|\{|\*|async|class)\b)/;
const IS_MARKDOWN = /\.(?:mdx?|markdown)$/i;

const SHOWN_FILE = /\.(?:png|jpe?g|gif|webp|avif|svg|mp4|webm|pdf)(?:\?\w+)?$/i;

/** A program in a page, as whole lines. */
interface ProgramBlock {
  text: string;
  start: number;
  end: number;
}

/** The import and export lines of a page; a block goes on until it can be read, as a text in it can have blank lines. */
function programsIn(text: string): ProgramBlock[] {
  const { isCode } = findCode(text);
  const lines = text.split('\n');
  const blocks: ProgramBlock[] = [];
  let at = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const start = at;
    at += (lines[index]?.length ?? 0) + 1;
    if (!PROGRAM_START.test(lines[index] ?? '') || isCode(start)) continue;
    let best = 0;
    for (let end = index + 1; end <= Math.min(lines.length, index + 400); end += 1) {
      const isEdge = end === lines.length || (lines[end] ?? '').trim() === '' || PROGRAM_START.test(lines[end] ?? '');
      if (!isEdge && end > index + 1) continue;
      if (readStaticModule(lines.slice(index, end).join('\n'))) best = end;
      if (best > 0) break;
    }
    if (best === 0) continue;
    const block = lines.slice(index, best).join('\n');
    blocks.push({ text: block, start, end: start + block.length });
    at = start + block.length + 1;
    index = best - 1;
  }
  return blocks;
}

interface PageScope {
  values: StaticValues;
  /** Paths of Markdown files by the name of the component that shows them. */
  parts: Map<string, string>;
}

function addImport(
  { from, names }: StaticImport,
  page: string,
  { values, parts }: PageScope,
  expansion: Expansion,
  chain: readonly string[],
): void {
  const isRaw = /^!!?raw-loader!|\?raw$/.test(from);
  const [only] = names;
  if (only && !isRaw && SHOWN_FILE.test(from)) {
    // What shows a picture needs its address.
    values.set(only.local, from.replace(/\?\w+$/, ''));
    return;
  }
  const file = expansion.files.find(page, from.replace(/^!!?[\w-]+!/, '').replace(/\?\w+$/, ''));
  if (!file) return;
  for (const { local, imported } of names) {
    const isMarkdown = !isRaw && IS_MARKDOWN.test(file.path);
    if (isMarkdown && imported === 'default') {
      // It's used only once it is shown.
      parts.set(local, file.path);
      continue;
    }
    const { exported, hasText } = isMarkdown
      ? exportsOf(file, expansion, chain)
      : { exported: isRaw ? undefined : readDataFile(file), hasText: false };
    const all = exported && Object.fromEntries(exported);
    const value = isRaw ? file.text.trimEnd() : imported === '*' ? all : exported?.get(imported);
    if (value === undefined) continue;
    values.set(local, value);
    if (!hasText) expansion.used.add(file.path);
  }
}

/** What a Markdown file exports, and whether it has text too. A file that imports itself, however far around, has nothing. */
function exportsOf(
  file: SourceFile,
  expansion: Expansion,
  chain: readonly string[],
): { exported: StaticValues; hasText: boolean } {
  if (chain.includes(file.path) || expansion.budget.left <= 0) return { exported: new Map(), hasText: true };
  expansion.budget.left -= 1;
  const body = bodyOfPart(file);
  const { values, resolved } = scopeOf(file.path, body, expansion, new Map(), [...chain, file.path]);
  const text = resolved.reduceRight((now, { start, end }) => now.slice(0, start) + now.slice(end), body);
  return { exported: values, hasText: text.trim() !== '' };
}

function scopeOf(
  path: string,
  text: string,
  expansion: Expansion,
  given: StaticValues,
  chain: readonly string[],
): PageScope & { resolved: ProgramBlock[] } {
  const scope: PageScope = { values: new Map(given), parts: new Map() };
  const resolved = programsIn(text).filter((block) => {
    const { imports = [] } = readStaticModule(block.text) ?? {};
    if (expansion.budget.left > 0) for (const one of imports) addImport(one, path, scope, expansion, chain);
    const read = readStaticModule(block.text, scope.values);
    for (const [name, value] of read?.exports ?? []) scope.values.set(name, value);
    return read !== undefined && read.unknown.length === 0;
  });
  return { ...scope, resolved };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number')
    ? value.join('')
    : undefined;
}

function asMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\n\s*/g, ' ');
}

function asAttribute(text: string): string {
  return `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
}

const ATTRIBUTES = String.raw`(?:[^<>"'{}]|"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\})*?`;

function attributesIn(text: string, values: StaticValues): StaticValues {
  const found: StaticValues = new Map();
  for (const [, name = '', double, single, expression] of text.matchAll(
    /([\w-]+)=(?:"([^"]*)"|'([^']*)'|\{((?:[^{}]|\{[^{}]*\})*)\})/g,
  )) {
    const value = double ?? single ?? readStaticExpression(expression ?? '', values);
    if (value !== undefined) found.set(name, value);
  }
  return found;
}

/** Components that show code, whose text is an attribute or an expression. */
function fillCode(text: MappedText, values: StaticValues): MappedText {
  const pattern = new RegExp(
    `^([ \\t]*)<(CodeBlock|Code|Highlight|Pre)\\b(${ATTRIBUTES})(?:/>|>\\s*\\{((?:[^{}]|\\{[^{}]*\\})*)\\}\\s*</\\2>)`,
    'gm',
  );
  return replaceMapped(text, pattern, ([, indent = '', , attributes = '', inside]) => {
    const given = attributesIn(attributes, values);
    const code =
      inside === undefined
        ? (given.get('children') ?? given.get('code') ?? given.get('source'))
        : readStaticExpression(inside, values);
    const shown = textOf(code);
    if (shown === undefined) return undefined;
    const language = String(given.get('language') ?? given.get('lang') ?? given.get('className') ?? '').replace(
      /^language-/,
      '',
    );
    const title = given.get('title');
    const fence = '`'.repeat(Math.max(3, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length + 1)));
    const block = `${fence}${language}${title ? ` title="${title}"` : ''}\n${shown.replace(/^\n+|\s+$/g, '')}\n${fence}`;
    return `\n${block}\n`.replace(/^(?=.)/gm, indent);
  });
}

function fillParts(
  page: string,
  text: MappedText,
  { parts, values }: PageScope,
  expansion: Expansion,
  chain: readonly string[],
): MappedText {
  let now = text;
  for (const [name, part] of parts) {
    const pattern = new RegExp(`([^\\n]*?)<${name}\\b(${ATTRIBUTES})(?:/>|>([\\s\\S]*?)</${name}>)(?=([^\\n]*))`, 'g');
    now = replaceMapped(now, pattern, (match, line) => {
      const [, before = '', attributes = '', children = '', after = ''] = match;
      const file = expansion.files.at(part);
      if (!file || chain.includes(part) || expansion.budget.left <= 0) return undefined;
      expansion.budget.left -= 1;
      expansion.used.add(part);
      const props = attributesIn(attributes, values);
      if (children.trim() !== '') props.set('children', children.trim());
      const given: StaticValues = new Map([...props, ['props', Object.fromEntries(props)]]);
      const body = withOwnLinks(bodyOfPart(file), part, page, expansion.files);
      const nested = { ...expansion, report: (_line: number, what: string) => expansion.report(line, what) };
      const filled = expandMdx(part, page, mappedText(body), nested, given, [...chain, part]).text.trim();
      const isAlone = before.trim() === '' && after.trim() === '';
      return isAlone ? `\n${filled}\n`.replace(/^(?=.)/gm, before) : before + filled.replace(/\n+/g, ' ');
    });
  }
  return now;
}

function fillExpressions(text: MappedText, values: StaticValues): MappedText {
  if (values.size === 0) return text;
  const { isCode } = findCode(text.text);
  const names = [...values.keys()].map((name) => name.replaceAll('$', '\\$')).join('|');
  const pattern = new RegExp(`(=?)\\{\\s*((?:${names})\\b[^{}\\n]*|\`[^\`\\n]*\`)\\}`, 'g');
  return replaceMapped(text, pattern, ({ index, 1: attribute, 2: expression = '' }) => {
    if (isCode(index)) return undefined;
    const value = textOf(readStaticExpression(expression.trim(), values));
    if (value === undefined) return undefined;
    if (attribute) return `=${asAttribute(value)}`;
    // What was given to a part between its tags is Markdown.
    return /^(?:props\.)?children$/.test(expression.trim()) ? value : asMarkdown(value);
  });
}

/**
 * Puts the constants of MDX and the Markdown files that it imports as components into a page. Nothing is run; what has
 * to be run stays for the steps that report it. Import lines say nothing to readers and go.
 *
 * @param given values by name that the page including this one gives it
 */
export function expandMdx(
  path: string,
  page: string,
  text: MappedText,
  expansion: Expansion,
  given: StaticValues = new Map(),
  chain: readonly string[] = [path],
): MappedText {
  const { values, parts, resolved } = scopeOf(path, text.text, expansion, given, chain);
  let now = text;
  for (const block of resolved.toReversed()) now = cut(now, block);
  if (values.size === 0 && parts.size === 0) return expandIncludes(path, page, now, expansion, chain);
  now = replaceMapped(now, /=\{\s*(\w+)\.src\s*\}/g, ([, name = '']) =>
    typeof values.get(name) === 'string' ? `={${name}}` : undefined,
  );
  now = fillParts(page, now, { values, parts }, expansion, chain);
  now = fillExpressions(fillCode(now, values), values);
  return expandIncludes(path, page, now, expansion, chain);
}

/** Empties the lines of a block. */
function cut({ text, lines }: MappedText, { start, end }: ProgramBlock): MappedText {
  const gap = text.slice(start, end).replace(/[^\n]/g, '');
  return { text: text.slice(0, start) + gap + text.slice(end), lines };
}
