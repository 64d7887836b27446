import type { DeskArticle } from './desk.ts';

/** A placeholder for the host of a desk whose own addresses are unknown. */
const UNKNOWN_HOST = 'desk.invalid';

/** Addresses as the articles of one desk write them. */
export interface DeskAddresses {
  /** The whole address of what an article links to or shows; nothing for `mailto:`, `data:`, `#…` and the like. */
  whole(from: DeskArticle, url: string): URL | undefined;
  /** Whether it is on the old site. */
  isOwn(address: URL): boolean;
  /** Whether the host of the old site is known. */
  isKnown(address: URL): boolean;
}

export function deskAddresses(articles: readonly DeskArticle[]): DeskAddresses {
  const hosts = new Set(articles.flatMap(({ url }) => hostIn(url) ?? []));
  const base = `https://${[...hosts][0] ?? UNKNOWN_HOST}/`;
  return {
    whole(from, url) {
      if (/^\s*(?:#|(?!https?:)[a-z][a-z\d+.-]*:)/i.test(url)) return undefined;
      const start = from.url && parsed(from.url, base);
      return parsed(url.trim(), start ? start.href : base);
    },
    isOwn: ({ host }) => host === UNKNOWN_HOST || hosts.has(host),
    isKnown: ({ host }) => host !== UNKNOWN_HOST,
  };
}

function hostIn(url: string | undefined): string | undefined {
  return url && /^https?:/i.test(url) ? parsed(url, `https://${UNKNOWN_HOST}`)?.host : undefined;
}

function parsed(url: string, base: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}
