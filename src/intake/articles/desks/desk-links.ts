import { decodeAddress } from '#kb/values/decode-address.ts';
import { pathIn } from '../records/desk-records.ts';
import type { DeskArticle, DeskContent } from './desk.ts';
import { deskAddresses } from './desk-addresses.ts';

/** Where a ticket can be written at the desks. */
const CONTACT =
  /^\/(?:hc\/(?:[\w-]+\/)?(?:requests|anonymous_requests)\/new|(?:[\w-]+\/)?support\/tickets\/new|contact)\/?$/i;

/** The number in the address of an article: `…/articles/360-Title`, `/article/36-title`, `/help/en-us/2-care/3-boil`. */
const NUMBERED = [/\/articles?\/([0-9a-f]+)(?:-[^/]*)?$/i, /^\/help\/[\w-]+\/\d+[^/]*\/(\d+)(?:-[^/]*)?$/i];

/** The front page of a desk, in any language. */
const HOME =
  /^\/(?:(?:hc|help|support|support\/home|support\/solutions)(?:\/[a-z]{2}(?:-[\w]+)?)?|[a-z]{2}(?:-[a-z]{2})?)?\/?$/i;
/** The number in the address of a section. */
const SECTION = /\/(?:sections|categories|collections|category|collection|folders)\/([0-9a-f]+)(?:-[^/]*)?$/i;

/** What an address of the old site means for us. */
export type OldTarget =
  | { path: string }
  /** A page of the old site that isn't imported, or another site. */
  | { address: string; isOld: boolean }
  | undefined;

/**
 * Understands the addresses in the articles of a desk.
 *
 * @param pathOf the path of an article in one language
 * @param downloaded files by their whole addresses
 */
export function deskLinks(
  { articles, sections }: DeskContent,
  pathOf: (article: DeskArticle) => string,
  downloaded: ReadonlyMap<string, string>,
): (from: DeskArticle, url: string) => OldTarget {
  const { whole, isOwn, isKnown } = deskAddresses(articles);
  const byAddress = new Map<string, DeskArticle>();
  const byPath = new Map<string, DeskArticle>();
  const byId = new Map<string, DeskArticle>();
  const listed = new Set(sections.flatMap(({ addresses }) => addresses.map(keyOf)));
  const byNumber = new Map<string, string>();
  for (const address of listed) {
    const number = SECTION.exec(address)?.[1];
    if (number) byNumber.set(number, address);
  }
  for (const article of articles) {
    for (const address of [pathIn(article.url), ...article.addresses]) {
      const key = address && keyOf(address);
      if (key && !byPath.has(key)) byPath.set(key, article);
    }
    const own = article.url && whole(article, article.url)?.href;
    if (own && !byAddress.has(own)) byAddress.set(own, article);
    if (!byId.has(article.id)) byId.set(article.id, article);
  }
  return (from, url) => {
    const address = whole(from, url);
    if (!address) return undefined;
    const { hash } = address;
    address.hash = '';
    const file = downloaded.get(address.href);
    if (file) return { path: `/${file}` };
    if (!isOwn(address)) return { address: address.href + hash, isOld: false };
    const number = NUMBERED.map((pattern) => pattern.exec(address.pathname)?.[1]).find((found) => found);
    const article =
      byAddress.get(address.href) ??
      byPath.get(keyOf(address.pathname)) ??
      (number === undefined ? undefined : byId.get(number));
    if (article) return { path: `/${pathOf(article)}${hash}` };
    if (CONTACT.test(address.pathname)) return { path: '/contact' };
    if (HOME.test(address.pathname)) return { path: '/' };
    const section = byNumber.get(SECTION.exec(address.pathname)?.[1] ?? '') ?? keyOf(address.pathname);
    if (listed.has(section)) return { path: section };
    return isKnown(address) ? { address: address.href + hash, isOld: true } : undefined;
  };
}

function keyOf(path: string): string {
  return decodeAddress(path).replace(/\/+$/, '').normalize().toLowerCase();
}
