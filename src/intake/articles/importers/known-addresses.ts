import type { LinkablePage, Metadata } from '../collection.ts';
import { numberIn } from '../links/help-desk-addresses.ts';
import type { SourceLinkTarget } from '../links/link-targets.ts';
import { folderOf } from '../links/paths.ts';

/** Metadata of a page that says nothing about itself. */
export const NOTHING_KNOWN: Metadata = { aliases: [], oldNames: [], oldPaths: [], unknownKeys: [] };

/** The addresses that sites serve a file at, each starting with `/`: `care/lid.md` at `/care/lid`. */
export function addressesOf(path: string): string[] {
  const page = path.replace(/\.\w+$/, '');
  const isFolderPage = /(?:^|\/)(?:_?index|readme)$/i.test(page);
  const address = isFolderPage ? folderOf(page) : page;
  return address === '' ? [] : [`/${address}`];
}

/** Addresses with an article number that links have, by the path of the page that they lead to. */
export function linkedAddresses(
  drafts: readonly { page: LinkablePage; urls: readonly string[] }[],
  find: (from: LinkablePage, url: string) => SourceLinkTarget,
): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const { page, urls } of drafts) {
    for (const url of urls) {
      if (!numberIn(url)) continue;
      const target = find(page, url);
      if (target.kind !== 'page') continue;
      const { pathname } = new URL(url, 'https://invalid.example');
      found.set(target.path, (found.get(target.path) ?? new Set()).add(pathname));
    }
  }
  return new Map([...found].map(([path, addresses]) => [path, [...addresses]]));
}
