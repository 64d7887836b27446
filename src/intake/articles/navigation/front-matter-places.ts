import type { SourcePage } from '../collection.ts';
import { slugOfName } from '../links/slugs.ts';
import { isIn, type SectionBook } from './section-book.ts';

/** Pages of one language, by their section. */
function bySection(pages: readonly SourcePage[]): SourcePage[][] {
  return [...Map.groupBy(pages, (page) => `${page.locale} ${page.section.join('/')}`).values()];
}

/**
 * Names sections after the categories that all their pages have; pages that are in no folder go to the section of their
 * category. Changes the pages.
 */
export function applyCategories(
  pages: readonly SourcePage[],
  categoriesOf: (page: SourcePage) => readonly string[],
  book: SectionBook,
): void {
  for (const page of pages) {
    const categories = categoriesOf(page);
    if (page.section.length > 0 || categories.length === 0) continue;
    page.section = categories;
    for (const [depth, title] of categories.entries()) book.name(categories.slice(0, depth + 1), page.locale, title);
  }
  for (const [page] of bySection(pages)) {
    if (!page) continue;
    for (let depth = page.section.length; depth > 0; depth -= 1) {
      const section = page.section.slice(0, depth);
      const inside = pages.filter((one) => one.locale === page.locale && isIn(one, section));
      const [first = [], ...others] = inside.map(categoriesOf);
      const agreed = first.filter((name) => others.every((names) => names.includes(name)));
      // A folder is called as its category if it can be; the deepest name is for the deepest folder.
      const same = agreed.find((name) => slugOfName(name, '') === slugOfName(section.at(-1) ?? '', ''));
      const title = same ?? (depth === page.section.length ? agreed.at(-1) : agreed[0]);
      if (title) book.name(section, page.locale, title);
    }
  }
}

const NUMBERED = /^(\d{1,3})[-_. ]+(?=\D)/;

function numberIn(name: string): number | undefined {
  const number = NUMBERED.exec(name)?.[1];
  return number === undefined ? undefined : Number(number);
}

/**
 * Gives places to what has a number in its name, `01-intro.md` and `02-care/`, if its neighbors have too, and puts the
 * first page of a section before the others. Changes the pages.
 */
export function applyNumbers(pages: readonly SourcePage[], book: SectionBook): void {
  for (const group of bySection(pages)) {
    const numbers = group.map(({ name }) => numberIn(name)).filter((number) => number !== undefined);
    const counts = numbers.length > 1 && new Set(numbers).size === numbers.length;
    for (const page of group) {
      const order = counts ? numberIn(page.name) : undefined;
      if (order !== undefined && page.metadata.order === undefined) page.metadata = { ...page.metadata, order };
    }
    const orders = group.flatMap(({ metadata }) => (metadata.order === undefined ? [] : [metadata.order]));
    for (const page of group) {
      if (page.opensSection && page.metadata.order === undefined && orders.length > 0) {
        page.metadata = { ...page.metadata, order: Math.min(0, ...orders.map((order) => order - 1)) };
      }
      for (const [depth, name] of page.section.entries()) {
        const order = numberIn(name);
        if (order !== undefined) book.place(page.section.slice(0, depth + 1), order);
      }
    }
  }
}
