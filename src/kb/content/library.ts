import { type LocalText, localText, localTextLanguage } from '../values/local-text.ts';
import { type Locale, makeLocale } from '../values/locale.ts';
import { compareText, titleOfId } from '../values/text.ts';
import type { Article } from './article.ts';
import { isPublished } from './article.ts';
import type { Facts } from './fact.ts';
import type { LearnedWords } from './learned-words.ts';
import type { Site } from './site.ts';
import type { Synonyms } from './synonyms.ts';
import type { Topic } from './topic.ts';
import { inheritLimits } from './translation.ts';

/** What a library is made of. */
export interface Holdings {
  site: Site;
  topics: readonly Topic[];
  facts: Facts;
  /** In a library, no translation is seen by more readers than its original: see `inheritLimits`. */
  articles: readonly Article[];
  /** Every file below `articles/` that is not an article, relative to the content folder. */
  assets: ReadonlySet<string>;
  /** Ids of articles that exist but cannot be read or belong to other brands, so links to them are not broken. */
  unread?: ReadonlySet<string>;
  /** Whether part of `topics.yaml` cannot be read, so a topic that is not in this list may still exist. */
  topicsUnread?: boolean;
  /** Ids of articles and sections that only other brands have. */
  elsewhere?: ReadonlySet<string>;
  /** Groups of words that mean the same to customers, by language. */
  synonyms?: ReadonlyMap<string, Synonyms>;
  /** The words customers use for the topics. */
  learned?: LearnedWords;
}

/** An article as readers of a language see it: in their own language, or in the default language. */
export interface ShownArticle {
  article: Article;
  /** The reader's language. */
  locale: string;
  /** Whether the article is shown in the default language because there is no translation. */
  fallback: boolean;
}

export interface Section {
  /** `billing`, or `billing/invoices` for a section within a section. */
  id: string;
  title: string;
  summary?: string | undefined;
  /** The languages of both, if they are not the reader's; `und` for texts that are for all languages. */
  titleLanguage?: string | undefined;
  summaryLanguage?: string | undefined;
  icon?: string | undefined;
  sections: readonly Section[];
  articles: readonly ShownArticle[];
  /** Articles in this section and in all sections inside it. */
  count: number;
}

/** What pages show about the sections around them. */
export type SectionName = Pick<Section, 'id' | 'title' | 'titleLanguage' | 'icon'>;

/** The complete content of a help center. It is built once and queried often. */
export interface Library extends Holdings {
  unread: ReadonlySet<string>;
  elsewhere: ReadonlySet<string>;
  locales: readonly Locale[];
  /** The article that a reader of `locale` gets for an id, if it exists in that or the default language. */
  find(locale: string, id: string): ShownArticle | undefined;
  /** The article in exactly this language. */
  exact(locale: string, id: string): Article | undefined;
  /** Everything a reader of `locale` can reach, by id. */
  shown(locale: string): readonly ShownArticle[];
  /** The top-level sections as a reader of `locale` sees them, in the order of `site.yaml`, then by title. */
  sections(locale: string): readonly Section[];
  /** Whether there is a section with this id in any language. */
  hasSection(id: string): boolean;
}

export function makeLibrary(holdings: Holdings): Library {
  const { site } = holdings;
  const articles = [...inheritLimits(holdings.articles, site.defaultLocale)].sort(
    (a, b) => compareText(a.id, b.id) || site.locales.indexOf(a.locale) - site.locales.indexOf(b.locale),
  );
  const byLocale = new Map<string, Map<string, Article>>(site.locales.map((locale) => [locale, new Map()]));
  for (const article of articles) byLocale.get(article.locale)?.set(article.id, article);
  const sectionIds = new Set(articles.flatMap((article) => pathsTo(article.section)));

  const exact: Library['exact'] = (locale, id) => byLocale.get(locale)?.get(id);
  const find: Library['find'] = (locale, id) => {
    const own = exact(locale, id);
    const article = own ?? exact(site.defaultLocale, id);
    return article && { article, locale, fallback: own === undefined };
  };
  const shownBy = new Map<string, readonly ShownArticle[]>();
  const sectionsBy = new Map<string, readonly Section[]>();
  const shown: Library['shown'] = (locale) => {
    let all = shownBy.get(locale);
    if (!all) {
      const ids = new Set([
        ...(byLocale.get(locale)?.keys() ?? []),
        ...(byLocale.get(site.defaultLocale)?.keys() ?? []),
      ]);
      all = [...ids].sort(compareText).flatMap((id) => find(locale, id) ?? []);
      shownBy.set(locale, all);
    }
    return all;
  };
  // Writers number the original; a translation follows it unless it has a number of its own.
  const placeOf = ({ id, order }: Article) => order ?? exact(site.defaultLocale, id)?.order ?? Number.POSITIVE_INFINITY;
  return {
    ...holdings,
    unread: holdings.unread ?? new Set(),
    elsewhere: holdings.elsewhere ?? new Set(),
    articles,
    locales: site.locales.map(makeLocale),
    exact,
    find,
    shown,
    sections(locale) {
      const known = sectionsBy.get(locale) ?? sectionTree(site, locale, shown(locale), placeOf);
      sectionsBy.set(locale, known);
      return known;
    },
    hasSection: (id) => sectionIds.has(id),
  };
}

/** The same library, limited to what `audience` can see on the day `today` (`YYYY-MM-DD`). */
export function publishedLibrary(library: Library, audience: 'public' | 'internal', today: string): Library {
  return makeLibrary({
    ...library,
    articles: library.articles.filter((article) => isPublished(article, audience, today)),
  });
}

/** `a/b/c` gives `a`, `a/b` and `a/b/c`. */
export function pathsTo(section: string): string[] {
  const names = section.split('/');
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

/** @param placeOf the place of an article in its section, infinity if it has none */
function sectionTree(
  site: Site,
  locale: string,
  shown: readonly ShownArticle[],
  placeOf: (article: Article) => number,
): readonly Section[] {
  const here = new Map<string, ShownArticle[]>();
  for (const one of shown) {
    for (const id of pathsTo(one.article.section)) if (!here.has(id)) here.set(id, []);
    here.get(one.article.section)?.push(one);
  }
  const rank = new Map(Object.keys(site.sections).map((id, index) => [id, index]));
  const collator = new Intl.Collator(locale);
  const order = (a: Section, b: Section) =>
    (rank.get(a.id) ?? rank.size) - (rank.get(b.id) ?? rank.size) || collator.compare(a.title, b.title);
  const within = new Map<string, string[]>();
  for (const id of here.keys()) {
    const parent = id.includes('/') ? id.slice(0, id.lastIndexOf('/')) : '';
    within.set(parent, [...(within.get(parent) ?? []), id]);
  }
  const languageOf = (text: LocalText | undefined) => {
    if (text === undefined || site.locales.length === 1) return undefined;
    const language = localTextLanguage(text, locale, site.defaultLocale) ?? 'und';
    return language === locale ? undefined : language;
  };
  const make = (id: string): Section => {
    const described = Object.hasOwn(site.sections, id) ? site.sections[id] : undefined;
    const sections = (within.get(id) ?? []).map(make).sort(order);
    const articles = (here.get(id) ?? []).sort(
      (a, b) =>
        Number(a.fallback) - Number(b.fallback) ||
        comparePlaces(placeOf(a.article), placeOf(b.article)) ||
        collator.compare(a.article.title, b.article.title),
    );
    return {
      id,
      title: described
        ? localText(described.title, locale, site.defaultLocale)
        : titleOfId(id.slice(id.lastIndexOf('/') + 1)),
      summary: described?.summary && localText(described.summary, locale, site.defaultLocale),
      titleLanguage: languageOf(described?.title),
      summaryLanguage: languageOf(described?.summary),
      icon: described?.icon,
      sections,
      articles,
      count: articles.length + sections.reduce((sum, section) => sum + section.count, 0),
    };
  };
  return (within.get('') ?? []).map(make).sort(order);
}

/** Two infinities are equal; their difference is no number. */
function comparePlaces(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
