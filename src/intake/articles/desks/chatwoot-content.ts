import {
  type DeskRecord,
  type DeskRecords,
  dayOfTime,
  idOf,
  numberOf,
  recordOf,
  recordsOf,
  textListOf,
  textOf,
} from '../records/desk-records.ts';
import { type Hidden, hiddenIf, notKnown, otherVisibility } from '../records/hidden.ts';
import { byLanguage, sectionFields, sectionNamesIn, summaryOf } from '../records/section-names.ts';
import { unusedFields } from '../records/unused-fields.ts';
import type { DeskArticle, DeskContent, DeskSection } from './desk.ts';

const VISIBILITY = new Set(['status', 'archived', 'hidden']);
const USED = new Set([
  ...VISIBILITY,
  ...sectionFields,
  ...['article_id', 'translations', 'attachments'],
  ...['id', 'slug', 'title', 'content', 'description', 'position', 'sequence', 'account_id', 'updated_at', 'meta'],
  ...['category', 'category_id', 'views', 'author', 'associated_articles', 'associated_article_id', 'portal', 'locale'],
  ...['last_updated_at', 'created_at', 'folder_id', 'author_id', 'link', 'portal_id', 'article_translations'],
]);

/** `articles`, `categories` and `portals` of Chatwoot. Every language of an article is an article of its own. */
export function readChatwoot(records: DeskRecords, today: string): DeskContent {
  const portal = records.all('portals')[0] ?? {};
  const slug = textOf(portal.slug);
  const written = records.all('articles');
  const originals = originalsOf(written);
  addCategories(records);
  const categories = records.byId('categories');
  const defaultLocale =
    textOf(recordOf(portal.config).default_locale) ??
    written.map((one) => localeOf(one, categories)).find(Boolean) ??
    'en';
  const articles = written.map((article, index): DeskArticle => {
    const id = idOf(article.id) ?? '';
    const own = textOf(article.slug) ?? textOf(article.link)?.split('/').at(-1);
    const portalSlug = textOf(recordOf(article.portal).slug) ?? slug;
    const url = portalSlug && own ? `/hc/${portalSlug}/articles/${own}` : undefined;
    const meta = recordOf(article.meta);
    const locale = localeOf(article, categories) ?? defaultLocale;
    return {
      id: originals.get(id) ?? id,
      locale,
      title: textOf(article.title) ?? '',
      body: { markdown: typeof article.content === 'string' ? article.content : '' },
      summary: textOf(article.description) ?? textOf(meta.description),
      section: sectionId(idOf(article.category_id) ?? idOf(recordOf(article.category).id), categories, defaultLocale),
      sectionNames: sectionNamesIn(article),
      position: numberOf(article.position) ?? numberOf(article.sequence) ?? index,
      hidden: hiddenBy(article, portal, today),
      labels: textListOf(meta.tags),
      author: textOf(recordOf(article.author).available_name) ?? textOf(recordOf(article.author).name),
      edited: dayOfTime(article.last_updated_at) ?? dayOfTime(article.updated_at),
      url,
      addresses: url ? [url, `/hc/${portalSlug}/${locale}/articles/${own}`] : [],
      files: [],
    };
  });
  const name = textOf(portal.page_title) ?? textOf(portal.name);
  const losses = unusedFields('article', written, USED);
  return {
    ...(name && { name }),
    defaultLocale,
    sections: sectionsOf(records, defaultLocale, slug, today),
    articles,
    losses,
  };
}

/** Without a list of categories, each article names its own. */
function addCategories(records: DeskRecords): void {
  const known = records.byId('categories');
  for (const { category } of records.all('articles')) {
    const id = idOf(recordOf(category).id);
    if (id && !known.has(id) && textOf(recordOf(category).name)) records.add('categories', [category]);
  }
}

function localeOf(article: DeskRecord, categories: ReadonlyMap<string, DeskRecord>): string | undefined {
  const category = categories.get(idOf(article.category_id) ?? '') ?? recordOf(article.category);
  return textOf(article.locale) ?? textOf(category.locale);
}

/** The id of the original of each translation, however the two are joined. */
function originalsOf(articles: readonly DeskRecord[]): Map<string, string> {
  const found = new Map<string, string>();
  const join = (from: string | undefined, to: string | undefined) => {
    if (from && to && from !== to && !found.has(to)) found.set(from, found.get(to) ?? to);
  };
  for (const article of articles) join(idOf(article.id), idOf(article.associated_article_id));
  for (const article of articles)
    for (const { id } of recordsOf(article.associated_articles))
      if (!found.has(idOf(article.id) ?? '')) join(idOf(id), idOf(article.id));
  return found;
}

const STATUS: Readonly<Record<string, Hidden[]>> = {
  published: [],
  1: [],
  draft: [{ as: 'work-in-progress', why: 'draft' }],
  0: [{ as: 'work-in-progress', why: 'draft' }],
  archived: [{ as: 'archived', why: 'archived' }],
  2: [{ as: 'archived', why: 'archived' }],
};

function hiddenBy(article: DeskRecord, portal: DeskRecord, today: string): Hidden[] {
  const status = textOf(article.status)?.toLowerCase() ?? '';
  return [
    ...(STATUS[status] ?? [notKnown('status', article.status ?? 'missing')]),
    ...hiddenIf(article, 'archived', 'archived', 'archived'),
    ...hiddenIf(article, 'hidden', 'work-in-progress', 'hidden'),
    ...hiddenIf(portal, 'archived', 'archived', 'the portal is archived'),
    ...otherVisibility(article, VISIBILITY, today),
  ];
}

/** A category in another language is a category of its own, with the slug of the original. */
function sectionId(
  id: string | undefined,
  categories: ReadonlyMap<string, DeskRecord>,
  defaultLocale: string,
): string | undefined {
  const category = categories.get(id ?? '');
  if (!id || !category) return id;
  const root = idOf(recordOf(category.root_category).id) ?? idOf(category.associated_category_id);
  if (root && categories.has(root)) return root;
  const own = textOf(category.slug);
  if (own === undefined) return id;
  const same = [...categories.values()].filter(({ slug }) => textOf(slug) === own);
  const original = same.find(({ locale }) => textOf(locale) === defaultLocale) ?? same[0];
  return idOf(original?.id) ?? id;
}

function sectionsOf(
  records: DeskRecords,
  defaultLocale: string,
  portal: string | undefined,
  today: string,
): DeskSection[] {
  const categories = records.byId('categories');
  const groups = Map.groupBy(categories.values(), ({ id }) => sectionId(idOf(id), categories, defaultLocale) ?? '');
  return [...groups].map(([id, all], index): DeskSection => {
    const titles = all.flatMap((one) => {
      const title = textOf(one.name);
      return title ? [[textOf(one.locale) ?? defaultLocale, title] as const] : [];
    });
    return {
      id,
      parent: sectionId(idOf(recordOf(all[0]?.parent_category).id), categories, defaultLocale),
      titles: new Map(titles),
      summaries: byLanguage(
        all,
        (one) => textOf(one.locale) ?? defaultLocale,
        ({ description }) => summaryOf(description),
      ),
      position: numberOf(all[0]?.position) ?? index,
      addresses: portal ? all.map((one) => `/hc/${portal}/${textOf(one.locale)}/categories/${textOf(one.slug)}`) : [],
      hidden: all.flatMap((one) => otherVisibility(one, VISIBILITY, today)),
    };
  });
}
