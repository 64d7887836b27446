import { compareText } from '#kb/values/text.ts';
import type { Body, BodyFacts } from '../bodies/body.ts';
import type { CheckedFiles, Collection, SourcePage } from '../collection.ts';
import type { Loss } from '../imported-site.ts';
import { chooseDefault } from '../languages/page-languages.ts';
import { type ArticleAddress, placeArticles, type Sections } from '../links/article-ids.ts';
import { titleOfName } from '../links/slugs.ts';
import type { ImportOptions } from './importer.ts';
import { reporterTo, type SettledImport, settleImport } from './settle-import.ts';

/** Where the pages of a collection go. */
export interface Places {
  /** Sorted by path. */
  pages: readonly SourcePage[];
  /** By `article`. */
  addresses: ReadonlyMap<string, ArticleAddress>;
  sections: Sections;
  /** The default language first. */
  locales: readonly [string, ...string[]];
  losses: readonly Loss[];
}

/** An import whose bodies have to be read. */
export interface PlannedImport {
  bodies: Body[];
  /**
   * Can be called again as long as no body is written.
   *
   * @param facts of the bodies, in their order
   * @param checked files whose content isn't what their name says
   */
  settle(facts: readonly BodyFacts[], checked?: CheckedFiles): SettledImport;
}

/** Places the pages of a collection. Pure, as all that follows: the same collection gives the same bytes. */
export function planImport(collection: Collection, options: ImportOptions): PlannedImport {
  const losses: Loss[] = [...collection.losses];
  const counts = new Map<string, number>();
  for (const { locale } of collection.pages) counts.set(locale, (counts.get(locale) ?? 0) + 1);
  const first = chooseDefault(counts, options.locale ?? collection.defaultLocale);
  const others = [...counts.keys()].filter((locale) => locale !== first).sort(compareText);
  const pages = [...collection.pages].sort((a, b) => compareText(a.path, b.path));
  const { places: addresses, sections } = placeArticles(
    pages.map((page) => ({ ...page, report: reporterTo(losses, page.path) })),
    ({ locale }) => locale === first,
  );
  const places: Places = { pages, addresses, sections, locales: [first, ...others], losses };
  return {
    bodies: pages.map(({ path, name, body, label, metadata: { title } }) => {
      return { path, name, body, title, fallbackTitle: label ?? titleOfName(name) };
    }),
    settle: (facts, checked) => settleImport(collection, options, places, facts, checked),
  };
}
