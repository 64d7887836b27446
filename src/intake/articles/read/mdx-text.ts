import { findCode } from '../dialects/code-ranges.ts';
import { isComponentName } from '../elements/component-tags.ts';
import { isVoid } from '../elements/html-names.ts';

/** A tag with its name and attributes. */
const TAG = /<([A-Za-z][\w.-]*)((?:\s+(?:"[^"]*"|'[^']*'|[^'"<>{}])*)?)>/g;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+)>/g;
const COMMENT = /<!--([\s\S]*?)-->/g;
/** Braces and angle brackets that can't start code or a tag: `{#id}`, `{: .note}`, `{{name}}`, `a < b`. */
const LONE = /(?<!\\)(?:\{(?=\s*[#.:%{][^}\n]*\})|\{(?=\{)|<(?=[^A-Za-z/>!]|$))/gm;

function closedTag(whole: string, name: string, attributes: string): string {
  const quoted = attributes.replace(/=\s*(?!["'{])([^\s"'{}<>]+)/g, (_all, value: string) => {
    return value.endsWith('/') && attributes.trimEnd().endsWith(value) ? `="${value.slice(0, -1)}" /` : `="${value}"`;
  });
  if (!isVoid(name) || quoted.trimEnd().endsWith('/')) return quoted === attributes ? whole : `<${name}${quoted}>`;
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
      AUTOLINK,
      (_all, address = '') =>
        `[${address}](${address.includes('@') && !address.includes(':') ? 'mailto:' : ''}${address})`,
    ],
    [TAG, (whole = '', name = '', attributes = '') => closedTag(whole, name, attributes)],
    [LONE, (whole) => `\\${whole}`],
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
  const tags = text.matchAll(/<\/([A-Z][\w.]*)\s*>|<([A-Z][\w.]*)(?:\s[^<>]*)?\/>/g);
  return tags.some(([, closed, alone]) => isComponentName(closed ?? alone ?? ''));
}

/** How a place in a text that can't be read is escaped; `undefined` if the mistake is another one. */
export function escapedAt(text: string, offset: number, ruleId: string | undefined): string | undefined {
  const isCode = ruleId === 'acorn' || ruleId === 'unexpected-eof' || /expression|lazy/.test(ruleId ?? '');
  const isTag = /^unexpected-(?:character|lazy|closing-slash|attribute)/.test(ruleId ?? '');
  const bracket = isCode ? '{' : isTag ? '<' : undefined;
  if (bracket === undefined) return undefined;
  const at = text.lastIndexOf(bracket, offset);
  if (at < 0 || text[at - 1] === '\\' || text.slice(at, offset).split('\n').length > 40) return undefined;
  return `${text.slice(0, at)}\\${text.slice(at)}`;
}
