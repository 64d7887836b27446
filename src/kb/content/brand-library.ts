import type { Article } from './article.ts';
import { type Library, makeLibrary, pathsTo } from './library.ts';

/**
 * The same library, limited to one brand: articles and sections that list other brands are left out. A translation is
 * kept or left out with its original.
 *
 * @param brand the name of a theme
 */
export function brandLibrary(library: Library, brand: string): Library {
  const { site } = library;
  const allows = ({ brands, section }: Article) =>
    [brands, ...pathsTo(section).map((id) => brandsOfSection(library, id))].every(
      (named) => named.length === 0 || named.includes(brand),
    );
  // A translation whose original is missing is kept or left out with its other versions.
  const elsewhere = new Set(
    library.articles
      .filter((article) => !allows(article) && !library.exact(site.defaultLocale, article.id))
      .map(({ id }) => id),
  );
  const isHere = (article: Article) =>
    allows(article) && allows(library.exact(site.defaultLocale, article.id) ?? article) && !elsewhere.has(article.id);
  const articles = library.articles.filter(isHere);
  if (articles.length === library.articles.length) return library;
  const ids = library.articles.filter((article) => !isHere(article)).map(({ id }) => id);
  const here = new Set(articles.flatMap(({ id, section }) => [id, ...pathsTo(section)]));
  const sections = library.articles.flatMap(({ section }) => pathsTo(section));
  return makeLibrary({
    ...library,
    articles,
    unread: new Set([...library.unread, ...ids]),
    elsewhere: new Set([...ids, ...sections].filter((id) => !here.has(id))),
  });
}

/** The brands that a section is limited to; empty if it belongs to all brands. */
export function brandsOfSection({ site }: Pick<Library, 'site'>, id: string): readonly string[] {
  return Object.hasOwn(site.sections, id) ? (site.sections[id]?.brands ?? []) : [];
}
