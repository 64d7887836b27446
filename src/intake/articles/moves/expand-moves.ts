import { escapeRegExp } from '#kb/values/escape.ts';
import type { SourceMove } from '../collection.ts';

/** `*`, `:name` and `:name*` of an address, as hosts have them. */
const PART = /\*|:([A-Za-z]\w*)(\*|\+|\([^)]*\))?/g;

function isPattern(address: string): boolean {
  return /\*|\/:[A-Za-z]/.test(address);
}

/** A pattern of addresses as an expression with a named group for each of its parts. */
function expression(pattern: string): RegExp {
  let source = '';
  let end = 0;
  for (const match of pattern.matchAll(PART)) {
    const name = match[1] ?? 'splat';
    const text = match[1] === undefined || match[2] === '*' || match[2] === '+' ? '.*' : '[^/]+';
    source += `${escapeRegExp(pattern.slice(end, match.index))}(?<${name}>${text})`;
    end = match.index + match[0].length;
  }
  return new RegExp(`^${source}${escapeRegExp(pattern.slice(end))}$`, 'i');
}

/** The pattern with its parts filled in; nothing if one of them isn't known. */
function filled(pattern: string, parts: Record<string, string>): string | undefined {
  let known = true;
  const address = pattern.replace(PART, (_, name: string | undefined) => {
    const part = parts[name ?? 'splat'];
    known &&= part !== undefined;
    return part ?? '';
  });
  return known ? address : undefined;
}

/**
 * Turns moves of whole folders, `/old/*` to `/new/:splat`, into one for each address.
 *
 * @param addresses of all pages on the old site
 */
export function expandMoves(moves: readonly SourceMove[], addresses: readonly string[]): SourceMove[] {
  return moves.flatMap((move) => {
    if (!isPattern(move.from)) return [move];
    if (!isPattern(move.to) && !move.to.includes(':splat')) return [];
    let pattern: RegExp;
    try {
      pattern = expression(move.to.replace(/:splat\b/g, '*'));
    } catch {
      return [];
    }
    return addresses.flatMap((to) => {
      const groups = pattern.exec(to)?.groups;
      const from = groups && filled(move.from, groups);
      return from === undefined || from === to ? [] : [{ ...move, from, to }];
    });
  });
}
