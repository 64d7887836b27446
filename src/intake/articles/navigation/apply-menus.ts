import type { SourcePage } from '../collection.ts';
import type { Loss } from '../imported-site.ts';
import { keysOf, linkKey } from '../links/link-targets.ts';
import { joinPath } from '../links/paths.ts';
import { type FoundMenu, findMenu, type MenuGroup, type PageFinder } from './menu-groups.ts';
import type { Menu } from './nav-files.ts';
import { commonSection, isIn, type SectionBook } from './section-book.ts';

/** A menu, in the language of its folder if that has one. */
export interface MenuInLocale extends Menu {
  locale: string | undefined;
}

function pageFinder(pages: readonly SourcePage[], { bases, locale }: MenuInLocale): PageFinder {
  const own = pages.filter((page) => locale === undefined || page.locale === locale);
  const byKey = new Map<string, SourcePage>();
  for (const path of ['path', 'pathInLocale'] as const) {
    for (const page of own) {
      for (const key of keysOf(page[path], page.metadata)) if (!byKey.has(key)) byKey.set(key, page);
    }
  }
  const clean = (written: string) => written.replace(/[?#].*$/, '');
  return {
    page(written) {
      if (/^[a-z][a-z\d+.-]*:/i.test(written)) return undefined;
      const path = clean(written);
      for (const base of bases) {
        const found = byKey.get(linkKey(joinPath(base, path)));
        if (found) return found;
      }
      return undefined;
    },
    folder(written) {
      for (const base of bases) {
        const folder = joinPath(base, clean(written));
        const found = folder === '' ? [] : own.filter(({ pathInLocale }) => pathInLocale.startsWith(`${folder}/`));
        if (found.length > 0) return found;
      }
      return [];
    },
  };
}

/** Names the folder whose listed pages are all in the group. */
function namesFolder(group: MenuGroup, pages: readonly SourcePage[], book: SectionBook): boolean {
  const locale = group.all[0]?.locale ?? '';
  const inside = new Set(group.all);
  const section = commonSection(group.all);
  const neighbors = pages.filter((page) => page.locale === locale && isIn(page, section));
  if (section.length === 0 || !neighbors.every((page) => inside.has(page))) return false;
  book.name(section, locale, group.label);
  return true;
}

/**
 * Settles what the groups of a menu name: a folder, or else a part of one, which becomes a section of its own.
 *
 * @returns the groups that name neither
 */
function applyGroups({ groups, pages }: FoundMenu, book: SectionBook): MenuGroup[] {
  const filled = groups.filter(({ all }) => all.length > 0);
  // The innermost group names a folder that several groups contain as a whole.
  const others = new Set([...filled].reverse().filter((group) => !namesFolder(group, pages, book)));
  const made = new Map<MenuGroup, { base: string; section: string[] }>();
  for (const group of filled.filter((one) => others.has(one) && one.own.length > 0)) {
    const base = commonSection(group.own);
    if (!group.own.every(({ section }) => section.length === base.length)) continue;
    const above = group.parent && made.get(group.parent);
    const section = [...(above?.base === base.join('/') ? above.section : base), group.label];
    made.set(group, { base: base.join('/'), section });
    for (const page of group.own) {
      page.section = section;
      book.name(section, page.locale, group.label);
    }
  }
  return filled.filter((group) => others.has(group) && !made.has(group));
}

/** Numbers the pages of each section, and the sections, in the order of a menu. */
function applyOrder({ pages, inOrder }: FoundMenu, book: SectionBook, ordered: Set<string>): void {
  const counts = new Map<string, number>();
  for (const [index, { section }] of inOrder.entries()) {
    for (const depth of section.keys()) book.place(section.slice(0, depth + 1), index);
  }
  for (const page of pages) {
    const key = `${page.locale} ${page.section.join('/')}`;
    const place = (counts.get(key) ?? 0) + 1;
    counts.set(key, place);
    if (ordered.has(page.path)) continue;
    ordered.add(page.path);
    page.metadata = { ...page.metadata, order: place };
  }
}

/** How many pages are in each section and below it, by language and path. */
function sectionSizes(pages: readonly SourcePage[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { locale, section } of pages) {
    for (let depth = section.length; depth > 0; depth -= 1) {
      const key = `${locale} ${section.slice(0, depth).join('/')}`;
      sizes.set(key, (sizes.get(key) ?? 0) + 1);
    }
  }
  return sizes;
}

/**
 * Gives pages their places and sections their names as the menus of the source have them; changes the pages. Labels of
 * pages without a title become their title.
 */
export function applyMenus(pages: readonly SourcePage[], menus: readonly MenuInLocale[], book: SectionBook): Loss[] {
  const losses: Loss[] = [];
  const ordered = new Set<string>();
  for (const menu of menus) {
    const found = findMenu(menu.entries, pageFinder(pages, menu));
    for (const { label } of applyGroups(found, book)) {
      const what = `The group "${label}" has pages of several sections, so it isn't a section of its own.`;
      losses.push({ path: menu.path, what });
    }
    applyOrder(found, book, ordered);
    const sizes = sectionSizes(pages);
    for (const [page, label] of found.labels) {
      page.label ??= label;
      const alone = sizes.get(`${page.locale} ${page.section.join('/')}`) === 1;
      if (page.section.length > 0 && (page.opensSection || alone)) book.name(page.section, page.locale, label);
    }
  }
  return losses;
}
