import { decodeAddress } from '#kb/values/decode-address.ts';

/**
 * The id of the article an address leads to; `undefined` for every other page.
 *
 * @param root address of the help center in the reader's language, ending in "/"
 */
export function articleAt(address: string, root: string): string | undefined {
  if (!address.startsWith(root)) return undefined;
  const [path = ''] = address.slice(root.length).split(/[?#]/);
  const id = decodeAddress(path).replace(/\/$/, '');
  return id.includes('/') ? id : undefined;
}

/**
 * An article opens in the panel, a heading of the shown article is scrolled to, and everything else opens in a new tab.
 */
export type PanelLink = { kind: 'article' } | { kind: 'elsewhere' } | { kind: 'heading'; id: string };

/**
 * @param root address of the help center in the reader's language, ending in "/"
 * @param shown the address of the article in the panel
 */
export function linkTarget(href: string, root: string, shown: string | undefined): PanelLink {
  if (articleAt(href, root) === undefined) return { kind: 'elsewhere' };
  const [page, fragment] = href.split('#');
  if (fragment === undefined || page !== shown?.split('#')[0]) return { kind: 'article' };
  return { kind: 'heading', id: decodeAddress(fragment) };
}
