import { oldAddressFault } from '#kb/redirects/old-address.ts';
import { decodeAddress } from '#kb/values/decode-address.ts';
import type { SourceSection } from '../collection.ts';
import type { Sections } from './article-ids.ts';

/** The sections that customers can see, with the addresses of their pages on the old site. */
function* addressesOf(
  sections: Sections,
  known: ReadonlyMap<string, SourceSection>,
  shown: readonly { id: string }[],
): Generator<readonly [address: string, section: string]> {
  for (const [section, folder] of sections) {
    // A section without an article that customers can see has no page.
    if (!shown.some(({ id }) => id.startsWith(`${section}/`))) continue;
    for (const address of known.get(folder)?.addresses ?? []) yield [address, section];
  }
}

/** Finds sections by the addresses of their pages on the old site. */
export function sectionFinder(
  sections: Sections,
  known: ReadonlyMap<string, SourceSection>,
  shown: readonly { id: string }[],
): (url: string) => string | undefined {
  const found = [...addressesOf(sections, known, shown)];
  const byAddress = new Map(found.map(([address, section]) => [keyOf(address), section]));
  return (url) => byAddress.get(keyOf(url));
}

/**
 * Redirects from the pages of sections on the old site to ours.
 *
 * @param taken addresses that lead elsewhere already
 */
export function sectionRedirects(
  sections: Sections,
  known: ReadonlyMap<string, SourceSection>,
  shown: readonly { id: string; page: { locale: string } }[],
  taken: readonly string[],
): Record<string, string> {
  const locales = new Set(shown.map(({ page }) => page.locale));
  const own = [...locales].flatMap((locale) => [...sections.keys()].map((section) => `/${locale}/${section}`));
  const closed = new Set([...taken, ...own, ...[...locales].map((locale) => `/${locale}`)].map(keyOf));
  const redirects: Record<string, string> = {};
  for (const [address, section] of addressesOf(sections, known, shown)) {
    if (closed.has(keyOf(address)) || oldAddressFault(address) !== undefined) continue;
    closed.add(keyOf(address));
    redirects[address] = `/${section}`;
  }
  return redirects;
}

function keyOf(url: string): string {
  return decodeAddress(url.replace(/[?#].*$/, ''))
    .replace(/\/+$/, '')
    .toLowerCase();
}
