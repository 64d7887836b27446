import type { SourcePage } from '../collection.ts';
import type { NavEntry } from './nav-entries.ts';

/** A part of a menu that has a name, with the pages it lists. */
export interface MenuGroup {
  label: string;
  parent: MenuGroup | undefined;
  /** Pages that it lists itself. */
  own: SourcePage[];
  /** All pages in it, also those of the groups in it. */
  all: SourcePage[];
}

/** A menu with its pages found. Groups come before the groups in them. */
export interface FoundMenu {
  groups: MenuGroup[];
  /** In the order of the menu, each page once. */
  pages: SourcePage[];
  /** The same, with the pages of listed folders. */
  inOrder: SourcePage[];
  /** Names of single pages. */
  labels: Map<SourcePage, string>;
}

/** What finds the pages of a menu by what it says. */
export interface PageFinder {
  page(written: string): SourcePage | undefined;
  /** The pages in a folder, at any depth. */
  folder(written: string): SourcePage[];
}

export function findMenu(entries: readonly NavEntry[], find: PageFinder): FoundMenu {
  const found: FoundMenu = { groups: [], pages: [], inOrder: [], labels: new Map() };
  const seen = new Set<SourcePage>();
  const add = (page: SourcePage, group: MenuGroup | undefined) => {
    group?.own.push(page);
    for (let above = group; above; above = above.parent) above.all.push(page);
    found.inOrder.push(page);
    if (!seen.has(page)) found.pages.push(page);
    seen.add(page);
  };
  const walk = (entry: NavEntry, parent: MenuGroup | undefined) => {
    const page = entry.page === undefined ? undefined : find.page(entry.page);
    const inFolder = entry.folder === undefined ? [] : find.folder(entry.folder);
    const isGroup = entry.label !== undefined && (entry.children !== undefined || inFolder.length > 0);
    const group = isGroup ? { label: entry.label ?? '', parent, own: [], all: [] } : parent;
    if (isGroup && group) found.groups.push(group);
    if (page) {
      add(page, group);
      if (entry.label && !isGroup) found.labels.set(page, entry.label);
    }
    // Pages of a listed folder keep the order they have among themselves.
    found.inOrder.push(...inFolder);
    for (const one of inFolder) for (let above = group; above; above = above.parent) above.all.push(one);
    for (const child of entry.children ?? []) walk(child, group);
  };
  for (const entry of entries) walk(entry, undefined);
  return found;
}
