import type { SourceSection } from '../collection.ts';
import type { Sections } from './article-ids.ts';
import { decoded } from './paths.ts';

/**
 * Finds sections by the addresses of their pages on the old site. A section without an article that customers can see
 * has no page, so no address leads to it.
 */
export function sectionFinder(
  sections: Sections,
  known: ReadonlyMap<string, SourceSection>,
  shown: readonly { id: string }[],
): (url: string) => string | undefined {
  const byAddress = new Map<string, string>();
  for (const [section, folder] of sections) {
    if (!shown.some(({ id }) => id.startsWith(`${section}/`))) continue;
    for (const address of known.get(folder)?.addresses ?? []) byAddress.set(keyOf(address), section);
  }
  return (url) => byAddress.get(keyOf(url));
}

function keyOf(url: string): string {
  return decoded(url.replace(/[?#].*$/, ''))
    .replace(/\/+$/, '')
    .toLowerCase();
}
