import { findCode, replaceOutsideCode } from '../dialects/code-ranges.ts';
import { isComponentName } from '../elements/component-tags.ts';
import { isHtmlName, isVoid } from '../elements/html-names.ts';

/** A tag with its name and attributes. */
const TAG = /<([A-Za-z][\w.-]*)((?:\s+(?:"[^"]*"|'[^']*'|[^'"<>{}])*)?)>/g;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+)>/g;
/** Only their tags stay: what is inside isn't MDX, and is left out anyway. */
const PROGRAM = /(<(script|style)\b[^>]*>)([\s\S]*?)(<\/\2\s*>)/gi;
const COMMENT = /<!--([\s\S]*?)-->/g;
/** Braces and angle brackets that can't start code or a tag: `{#id}`, `{: .note}`, `{{name}}`, `a < b`. */
const LONE = /(?<![\\=])(?:\{(?=\s*[#.:%][^}\n]*\})|\{\{|<(?=[^A-Za-z/>!]|$))/gm;

function closedTag(whole: string, name: string, attributes: string): string {
  const quoted = attributes
    .replace(/\s[:@#][\w.:-]+(?:="[^"]*")?/g, '')
    .replace(/"[^"]*"|'[^']*'|=\s*(?!["'{])([^\s"'{}<>]+)/g, (all, value: string | undefined) => {
      if (value === undefined) return all;
      return value.endsWith('/') && attributes.trimEnd().endsWith(value) ? `="${value.slice(0, -1)}" /` : `="${value}"`;
    });
  if (!isVoid(name) || isComponentName(name) || quoted.trimEnd().endsWith('/'))
    return quoted === attributes ? whole : `<${name}${quoted}>`;
  return `<${name}${quoted.trimEnd()} />`;
}

/**
 * Makes text of Markdown readable as MDX, as far as that is safe: comments, tags that are never closed, addresses in
 * angle brackets, and brackets that are only characters. The number of lines stays the same.
 */
export function writtenAsMdx(text: string): string {
  const steps: [RegExp, (...match: string[]) => string][] = [
    [COMMENT, (_all, inside = '') => '\n'.repeat(inside.split('\n').length - 1)],
    [
      PROGRAM,
      (_all, open = '', _name, inside = '', close = '') =>
        `${open}${close}${'\n'.repeat(inside.split('\n').length - 1)}`,
    ],
    [
      AUTOLINK,
      (_all, address = '') =>
        `[${address}](${address.includes('@') && !address.includes(':') ? 'mailto:' : ''}${address})`,
    ],
    [TAG, (whole = '', name = '', attributes = '') => closedTag(whole, name, attributes)],
    [LONE, (whole = '') => whole.replace(/[{<]/g, '\\$&')],
  ];
  return steps.reduce((now, [pattern, put]) => {
    pattern.lastIndex = 0;
    if (!pattern.test(now)) return now;
    const { isCode } = findCode(now);
    return now.replace(pattern, (...match) => {
      const at = match.findIndex((part) => typeof part === 'number');
      return isCode(match[at] as number) ? (match[0] as string) : put(...(match.slice(0, at) as string[]));
    });
  }, text);
}

/** Whether a text has components, which only MDX reads as their writer meant them. */
export function hasComponents(text: string): boolean {
  if (/<[A-Za-z]\w*\s[^>]*=\{/.test(text)) return true;
  const tags = text.matchAll(/<\/([A-Z][\w.]*)\s*>|<([A-Z][\w.]*)(?:\s[^<>]*)?\/>/g);
  return tags.some(([, closed, alone]) => isComponentName(closed ?? alone ?? ''));
}

/** What a parser of MDX says about a text that it can't read. */
export interface MdxMistake {
  offset: number;
  ruleId: string | undefined;
  message: string;
}

function replacedAt(text: string, at: number, instead: string): string {
  return text.slice(0, at) + instead + text.slice(at + 1);
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}

/** The text with a bracket or word escaped, so it can be read further; `undefined` if the mistake is another one. */
export function withoutMistake(text: string, { offset, ruleId = '', message }: MdxMistake): string | undefined {
  if (message.includes('import/exports')) {
    const start = text.lastIndexOf('\n', offset) + 1;
    return /^[ie]/.test(text.slice(start)) ? replacedAt(text, start, `&#${text.charCodeAt(start)};`) : undefined;
  }
  // A word in angle brackets, such as \`<port>\`, is never closed.
  const word = /Expected a closing tag for `<([\w.-]+)>` \((\d+):(\d+)/.exec(message);
  if (word?.[1] && !isHtmlName(word[1]) && !isComponentName(word[1]) && !text.includes(`</${word[1]}`)) {
    return replacedAt(text, offsetOf(text, Number(word[2]), Number(word[3])), '\\<');
  }
  const isCode = ruleId === 'acorn' || ruleId === 'unexpected-eof' || /expression|lazy/.test(ruleId);
  const isTag = /^unexpected-(?:character|lazy|closing-slash|attribute)/.test(ruleId);
  const bracket = isCode ? '{' : isTag ? '<' : undefined;
  if (bracket === undefined) return undefined;
  const at = text.lastIndexOf(bracket, offset);
  if (at < 0 || text[at - 1] === '\\' || text.slice(at, offset).split('\n').length > 40) return undefined;
  return replacedAt(text, at, `\\${bracket}`);
}

const EXPRESSION = String.raw`\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}`;
const TAG_WITH_CODE = new RegExp(
  String.raw`<([A-Z][\w.]*)((?:\s+(?:"[^"]*"|'[^']*'|${EXPRESSION}|[^'"<>{}])*)?)>`,
  'g',
);

function quotedExpression(expression: string): string {
  const inside = expression.slice(1, -1).trim();
  const text = /^(["'`])([^"'`]*)\1$/.exec(inside)?.[2] ?? (/^[\d.]+$/.test(inside) ? inside : expression);
  return `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`;
}

/** Tags of components as HTML can have them: expressions in quotes, and names without dots. */
export function tagsAsHtml(text: string): string {
  return replaceOutsideCode(text, TAG_WITH_CODE, ([all = '', name = '', attributes = '']) => {
    if (!/[{.:@#]/.test(all)) return all;
    const quoted = attributes.replace(
      new RegExp(`=\\s*(${EXPRESSION})`, 'g'),
      (_all, code: string) => `=${quotedExpression(code)}`,
    );
    return `<${name.replaceAll('.', '-')}${quoted.replace(new RegExp(`\\s${EXPRESSION}`, 'g'), '')}>`;
  }).replace(/<\/([A-Z]\w*)\.(\w+)>/g, '</$1-$2>');
}
