import { type Article, isPublished } from '../../content/article.ts';
import type { Library } from '../../content/library.ts';
import { changedOriginal } from '../../content/translation.ts';
import type { Coverage } from './coverage.ts';

/** Whether readers of a language have an article: an up-to-date one, an outdated translation, or none. */
export type LocaleState = 'there' | 'outdated' | 'missing';

export interface LocaleCell {
  locale: string;
  state: LocaleState;
  /** Of the topic in this language, in the window. */
  tickets: number;
  /** Whether it is one of the gaps in the report. */
  gap: boolean;
}

export interface LocaleRow {
  topic: string;
  cells: LocaleCell[];
}

/** Every topic in every language of the site, with the topics in the order of the report. */
export function localeCoverage(library: Library, coverage: Coverage): LocaleRow[] {
  const { locales } = library.site;
  const today = coverage.until ?? '9999-12-31';
  const articles = library.articles.filter((article) => isPublished(article, 'public', today));
  return coverage.topics.map(({ id, locales: tickets }) => {
    const named = articles.filter(({ topics }) => topics.includes(id));
    return {
      topic: id,
      cells: locales.map((locale) => ({
        locale,
        state: stateOf(
          library,
          named.filter((article) => article.locale === locale),
        ),
        tickets: tickets[locale] ?? 0,
        gap: coverage.gaps.some((gap) => gap.topic === id && gap.locale === locale),
      })),
    };
  });
}

/** One up-to-date article is enough for a reader. */
function stateOf(library: Library, articles: readonly Article[]): LocaleState {
  if (articles.length === 0) return 'missing';
  return articles.every((article) => changedOriginal(library, article)) ? 'outdated' : 'there';
}
