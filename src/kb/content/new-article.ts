import { localText } from '../values/local-text.ts';
import { contentFlag } from '../values/shell.ts';
import { compareText, titleOfId } from '../values/text.ts';
import type { Article, ArticleFields } from './article.ts';
import { customersWords } from './customers-words.ts';
import type { Library } from './library.ts';
import { nearestArticle } from './nearest-article.ts';

/** The most aliases that a draft starts with; more would make the front matter hard to read. */
const MAX_ALIASES = 5;

export interface ArticleRequest {
  /** The id of a topic of the library. */
  topic: string;
  /** A language of the site. */
  locale: string;
  /** A folder path: `billing`, or `billing/invoices`. */
  section?: string | undefined;
  title?: string | undefined;
  /** The last part of the address, made from a title. */
  slugOf(title: string): string;
}

/** An article before it is written to disk. */
export interface ArticlePlan {
  /** Relative to the content folder. */
  path: string;
  id: string;
  locale: string;
  fields: Partial<ArticleFields> & Pick<ArticleFields, 'title' | 'type'>;
  /** The article to translate. */
  original?: Article;
  /** Where the section comes from: it was asked for, or is that of the original, of a similar article, or the first one. */
  sectionFrom: 'asked' | 'original' | 'first' | Article;
  /** Ids of other articles on the topic in this language. */
  beside: string[];
}

/** `npm run new -- article --topic card-arrival --locale fi` */
export function newArticleCommand(topic: string, locale: string, content?: string): string {
  return `npm run new -- article --topic ${topic} --locale ${locale}${contentFlag(content)}`;
}

/**
 * The best article on a topic to translate into a language that has none: the default language comes first, then
 * published articles, then those with the fewest other topics.
 */
export function articleToTranslate(
  library: Library,
  topic: string,
  locale: string,
  section?: string,
): Article | undefined {
  const { locales, defaultLocale } = library.site;
  const rank = (of: string) => (of === defaultLocale ? -1 : locales.indexOf(of));
  const [best] = locales
    .flatMap((of) => (of === locale ? [] : articlesOn(library, topic, of)))
    .filter(({ id }) => !library.exact(locale, id))
    .filter((article) => section === undefined || article.section === section)
    .sort(
      (a, b) =>
        rank(a.locale) - rank(b.locale) ||
        Number(isDraft(a)) - Number(isDraft(b)) ||
        a.topics.length - b.topics.length ||
        compareText(a.id, b.id),
    );
  return best;
}

/** The place and front matter of a new article, as far as the library provides them. */
export function planArticle(library: Library, wish: ArticleRequest): ArticlePlan {
  const { topic, locale } = wish;
  const { defaultLocale } = library.site;
  const original = articleToTranslate(library, topic, locale, wish.section);
  const topicTitle = library.topics.find(({ id }) => id === topic)?.title;
  const title =
    wish.title ?? (topicTitle === undefined ? titleOfId(topic) : localText(topicTitle, locale, defaultLocale));
  const { section, from } = original ? { section: original.section, from: 'original' as const } : sectionOf();
  const id = original?.id ?? `${section}/${wish.title === undefined ? topic : wish.slugOf(wish.title)}`;
  const aliases = customersWords(library, topic, locale, MAX_ALIASES).filter(
    (words) => words.toLowerCase() !== title.toLowerCase(),
  );
  return {
    path: `articles/${locale}/${id}.mdx`,
    id,
    locale,
    fields: {
      title,
      type: original?.type ?? 'solution',
      topics: original ? [...original.topics] : [topic],
      ...(aliases.length > 0 ? { aliases } : {}),
      ...(original?.appliesTo ? { appliesTo: original.appliesTo } : {}),
      ...(original?.related.length ? { related: [...original.related] } : {}),
      ...(original?.owner === undefined ? {} : { owner: original.owner }),
      ...(original?.audience === 'internal' ? { audience: original.audience } : {}),
      confidence: 'work-in-progress',
      ...(original?.locale === defaultLocale ? { source: original.digest } : {}),
    },
    ...(original ? { original } : {}),
    sectionFrom: from,
    beside: articlesOn(library, topic, locale).map((article) => article.id),
  };

  function sectionOf() {
    if (wish.section !== undefined) return { section: wish.section, from: 'asked' as const };
    const [sibling] = [...articlesOn(library, topic, locale), ...articlesOn(library, topic, defaultLocale)];
    const near = nearestArticle(library)(titleOfId(topic), defaultLocale);
    const article = sibling ?? library.exact(defaultLocale, near ?? '');
    if (article) return { section: article.section, from: article };
    const [first] = [...Object.keys(library.site.sections), ...library.articles.map((one) => one.section)];
    return { section: first ?? 'general', from: 'first' as const };
  }
}

function articlesOn({ articles }: Library, topic: string, locale: string): Article[] {
  return articles.filter(
    (article) => article.locale === locale && article.topics.includes(topic) && article.confidence !== 'archived',
  );
}

function isDraft({ confidence, audience }: Article): boolean {
  return confidence === 'work-in-progress' || audience === 'internal';
}
