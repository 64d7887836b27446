import type { LinkablePage, SourceMove, Stub } from '../collection.ts';
import type { Loss } from '../imported-site.ts';
import type { SourceLinkTarget } from '../links/link-targets.ts';
import { expandMoves } from './expand-moves.ts';

export interface SettledMoves {
  /** Old addresses by the path of the page that they lead to now. */
  addresses: Map<string, string[]>;
  /** The page that a link to a stub leads to, by the path of the stub. */
  forwarded: Map<string, string>;
  losses: Loss[];
}

/** More steps are a loop, or a mistake. */
const LONGEST_CHAIN = 10;

function key(address: string): string {
  return address
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .toLowerCase();
}

function rooted(address: string): string {
  return address.startsWith('/') ? address : `/${address}`;
}

/**
 * Finds the pages that old addresses of the source lead to.
 *
 * @param isPage whether a path is that of a page that is imported
 * @param root the page that addresses in the source's files are relative to: the top folder
 */
export function settleMoves(
  { stubs, moves, known }: { stubs: readonly Stub[]; moves: readonly SourceMove[]; known: readonly string[] },
  root: LinkablePage,
  find: (from: LinkablePage, url: string) => SourceLinkTarget,
  isPage: (path: string) => boolean,
): SettledMoves {
  const settled: SettledMoves = { addresses: new Map(), forwarded: new Map(), losses: [] };
  const all = moves.flatMap((move) => {
    const expanded = expandMoves([move], known);
    const { from, to, source } = move;
    const what = `The redirect from ${from} to ${to} matches no imported article.`;
    if (expanded.length === 0) settled.losses.push({ path: source, what });
    return expanded;
  });
  const next = new Map<string, { from: LinkablePage; to: string }>();
  for (const { page, to, addresses } of stubs) {
    for (const address of addresses) next.set(key(address), { from: page, to });
  }
  for (const { from, to } of all) if (!next.has(key(rooted(from)))) next.set(key(rooted(from)), { from: root, to });
  const byPath = new Map(stubs.map((stub) => [stub.page.path, stub]));

  const follow = (start: LinkablePage, first: string): string | undefined => {
    let from = start;
    let to = first;
    for (let step = 0; step < LONGEST_CHAIN; step += 1) {
      const target = find(from, to);
      if (target.kind === 'page' && isPage(target.path)) return target.path;
      const stub = target.kind === 'page' ? byPath.get(target.path) : undefined;
      const further = stub ? { from: stub.page, to: stub.to } : next.get(key(to));
      if (!further) return undefined;
      ({ from, to } = further);
    }
    return undefined;
  };
  const add = (path: string, addresses: readonly string[]) => {
    settled.addresses.set(path, [...(settled.addresses.get(path) ?? []), ...addresses]);
  };

  for (const { page, to, addresses } of stubs) {
    const target = follow(page, to);
    if (target) {
      add(target, addresses);
      settled.forwarded.set(page.path, target);
    } else {
      const what = `The page only leads to ${to}, which isn't an imported article; neither was imported.`;
      settled.losses.push({ path: page.path, what });
    }
  }
  for (const { from, to, source } of all) {
    const target = follow(root, to);
    if (target) add(target, [rooted(from).replace(/\.(?:mdx?|markdown)$/i, '')]);
    else
      settled.losses.push({ path: source, what: `The redirect from ${from} to ${to} leads to no imported article.` });
  }
  return settled;
}
