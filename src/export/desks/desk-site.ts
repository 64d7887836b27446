import { type PublishedText, parentsOf } from './published-text.ts';

/** A help center as a help desk takes it. */
export interface DeskSite {
  name: string;
  /** Sections before those inside them. */
  sections: SiteSection[];
  articles: SiteArticle[];
}

export interface SiteSection {
  id: string;
  parent: string | undefined;
  /** By language, the main one first. */
  names: ReadonlyMap<string, string>;
}

export interface SiteArticle {
  id: string;
  section: string;
  /** By language, the main one first. */
  texts: ReadonlyMap<string, PublishedText>;
}

/**
 * @param texts the published articles in all languages
 * @param mainLocale the language that comes first
 */
export function makeDeskSite(name: string, texts: readonly PublishedText[], mainLocale: string): DeskSite {
  const sorted = [...texts].sort((a, b) => Number(b.locale === mainLocale) - Number(a.locale === mainLocale));
  const sections = new Map<string, Map<string, string>>();
  const articles = new Map<string, Map<string, PublishedText>>();
  for (const text of sorted) {
    articles.set(text.id, (articles.get(text.id) ?? new Map()).set(text.locale, text));
    for (const [depth, id] of parentsOf(text.id).entries())
      sections.set(id, (sections.get(id) ?? new Map()).set(text.locale, text.sections[depth] ?? id));
  }
  return {
    name,
    sections: [...sections]
      .map(([id, names]) => ({ id, parent: parentsOf(id).at(-1), names }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    articles: [...articles]
      .map(([id, texts]) => ({ id, section: parentsOf(id).at(-1) ?? '', texts }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/**
 * The same help center with at most so many sections in each other: what is deeper moves up.
 *
 * @returns with a sentence for each section that is left out
 */
export function atMostLevels(site: DeskSite, levels: number, label: string): DeskSite & { losses: string[] } {
  const kept = (id: string) => id.split('/').slice(0, levels).join('/');
  const deeper = site.sections.filter(({ id }) => kept(id) !== id);
  return {
    ...site,
    sections: site.sections.filter(({ id }) => kept(id) === id),
    articles: site.articles.map((article) => ({ ...article, section: kept(article.section) })),
    losses: deeper.map(
      ({ id }) => `${label} takes ${levels} levels of sections, so the articles of ${id} are brought to ${kept(id)}.`,
    ),
  };
}
