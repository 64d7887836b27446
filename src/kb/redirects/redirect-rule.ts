import { decodeAddress } from '../values/decode-address.ts';

// A rule is written as for hosts: "*" at the end matches any text, ":name" matches text without "/", and ":number" matches
// digits. The new address can repeat them: "/docs/* -> /guide/*", "/kb/:number-:title -> /hc/en-us/articles/:number".

/** A rule for many old addresses. */
export interface RedirectRule {
  /** As written in `site.yaml`. */
  from: string;
  to: string;
  /** What an address without its outer parts is compared with, decoded: a regular expression without backslashes. */
  pattern: string;
  /** Names of the parts of the pattern, in its order; "*" for the text at the end. */
  parts: string[];
}

/** The parts of a rule: what is not written out. */
export const PART = /\*|:([A-Za-z]\w*)/g;

/** Names of the parts, "*" for the text at the end. */
export function rulePartsOf(address: string): string[] {
  return [...address.matchAll(PART)].map(([whole, name]) => name ?? whole);
}

/** Every part as an example. */
export function exampleOf(address: string): string {
  return address.replace(PART, (_, name: string | undefined) => (name === 'number' ? '10001' : 'x'));
}

function literal(text: string): string {
  return text.replace(/[.+()|$?*[\]{}]/g, '[$&]');
}

/** The address as a regular expression with a group for each part. `any` is what ":name" and "*" can be. */
function expression(address: string, any: { name: string; number: string; rest: string }): string {
  let text = '';
  let end = 0;
  for (const match of address.matchAll(PART)) {
    const [whole, name] = match;
    const part = name === 'number' ? any.number : name === undefined ? any.rest : any.name;
    text += literal(decodeAddress(address.slice(end, match.index)).normalize()) + part;
    end = match.index + whole.length;
  }
  return text + literal(decodeAddress(address.slice(end)).normalize());
}

const CAPTURING = { name: '([^/]+)', number: '([0-9]+)', rest: '(.*)' };
/**
 * The same for a new address that starts with a part. To a browser, "//x" and "/\x" are another site, so no part can start
 * with a slash or backslash; "[-^" has the backslash between "[" and "]".
 */
const STARTING = { ...CAPTURING, name: '([^/[-^][^/]*)', rest: '((?:[^/[-^].*)?)' };

/** Reads the rules of a site in their order; the first that matches an address counts. */
export function redirectRulesOf(rules: Readonly<Record<string, string>>): RedirectRule[] {
  return Object.entries(rules).map(([from, to]) => ({
    from,
    to,
    pattern: `^${expression(from.replace(/\/$/, ''), /^\/[*:]/.test(to) ? STARTING : CAPTURING)}${from.endsWith('*') ? '' : '/?'}$`,
    parts: rulePartsOf(from),
  }));
}

/** Where a rule leads from an address of the site without its base, decoded; nothing if it doesn't match. */
export function follow({ pattern, parts, to }: RedirectRule, address: string): string | undefined {
  const match = new RegExp(pattern, 'u').exec(address);
  if (!match) return undefined;
  const found = new Map(parts.map((part, index) => [part, match[index + 1] ?? '']));
  return to.startsWith('/')
    ? to.replace(PART, (whole, name: string | undefined) => found.get(name ?? whole) ?? '')
    : to;
}

/** Whether an address can be where a rule leads. */
export function leadsTo({ to }: Pick<RedirectRule, 'to'>, address: string): boolean {
  const pattern = expression(to.replace(/\/$/, ''), { name: '[^/]+', number: '[0-9]+', rest: '.*' });
  return new RegExp(`^${pattern}/?$`, 'u').test(address);
}

/** The old address from which a rule leads to a page; nothing if the page's address doesn't include all of its parts. */
export function addressBefore(rule: RedirectRule, page: string): string | undefined {
  if (!rule.to.startsWith('/')) return undefined;
  const known = rulePartsOf(rule.to);
  if (!rule.parts.every((part) => known.includes(part))) return undefined;
  const match = new RegExp(`^${expression(rule.to.replace(/\/$/, ''), CAPTURING)}/?$`, 'u').exec(page);
  const found = new Map(known.map((part, index) => [part, match?.[index + 1] ?? '']));
  return match
    ? rule.from.replace(PART, (whole, name: string | undefined) => found.get(name ?? whole) ?? '')
    : undefined;
}
