import {
  type DeskRecord,
  type DeskRecords,
  dayOfTime,
  idOf,
  numberOf,
  pathIn,
  textListOf,
  textOf,
} from '../records/desk-records.ts';
import { flagOf, type Hidden, hiddenIf, notKnown, otherVisibility } from '../records/hidden.ts';
import { byLanguage, sectionFields, sectionNamesIn, summaryOf } from '../records/section-names.ts';
import { unusedFields } from '../records/unused-fields.ts';
import type { DeskArticle, DeskContent, DeskSection } from './desk.ts';

const VISIBILITY = new Set(['status', 'visibility', 'hasDraft', 'hidden', 'lastPublishedAt', 'publishedArticleCount']);
const USED = new Set([
  ...VISIBILITY,
  ...sectionFields,
  ...['article_id', 'translations', 'attachments'],
  ...['id', 'number', 'collectionId', 'siteId', 'slug', 'name', 'text', 'categories', 'related', 'publicUrl'],
  ...['popularity', 'viewCount', 'createdBy', 'updatedBy', 'createdAt', 'updatedAt', 'keywords', 'language', 'locale'],
  ...['position', 'order', 'categoryId', 'title', 'url', 'tags'],
]);

/** `collections`, `categories`, `articles`, `entries` (articles without text, in order) and `redirects`. */
export function readHelpScout(records: DeskRecords, today: string): DeskContent {
  const entries = records.byId('entries');
  const written = records.all('articles').map((article) => ({ ...entries.get(idOf(article.id) ?? ''), ...article }));
  const texts = records.byId('articles');
  const missing = [...entries.keys()].filter((id) => !texts.has(id));
  const known = records.byId('categories');
  const forwarded = redirectsOf(records);
  const articles = written.map((article): DeskArticle => {
    const path = pathIn(textOf(article.publicUrl) ?? textOf(article.url));
    const number = textOf(article.number);
    const categories = [...textListOf(article.categories), textOf(article.categoryId)].filter((id) => id !== undefined);
    // If no category can be read, the collection still says who can see the article.
    const category = categories.find((id) => known.has(id));
    return {
      id: idOf(article.id) ?? '',
      locale: textOf(article.locale) ?? textOf(article.language) ?? 'en',
      title: textOf(article.name) ?? textOf(article.title) ?? '',
      body: { html: typeof article.text === 'string' ? article.text : '' },
      section: category ?? collectionId(article.collectionId) ?? categories[0],
      sectionNames: sectionNamesIn(article),
      position: numberOf(article.position) ?? numberOf(article.order) ?? 0,
      hidden: hiddenBy(article, today),
      labels: [...new Set([...textListOf(article.keywords), ...textListOf(article.tags)])],
      edited: dayOfTime(article.updatedAt),
      url: textOf(article.publicUrl),
      addresses: [
        ...(path ? [path] : []),
        ...(number ? [`/article/${number}`] : []),
        ...(path ? (forwarded.get(path) ?? []) : []),
      ],
      files: [],
    };
  });
  const losses = unusedFields('article', written, USED);
  if (missing.length > 0) losses.push(`The text of ${missing.length} articles is missing: ${missing.join(', ')}.`);
  return { defaultLocale: articles[0]?.locale ?? 'en', sections: sectionsOf(records, today), articles, losses };
}

function collectionId(id: unknown): string | undefined {
  const text = idOf(id);
  return text && `collection-${text}`;
}

function hiddenBy(article: DeskRecord, today: string): Hidden[] {
  const status = textOf(article.status)?.toLowerCase();
  const why = 'not published';
  const draft: Hidden[] = status === 'notpublished' || status === 'draft' ? [{ as: 'work-in-progress', why }] : [];
  return [
    ...draft,
    ...(draft.length > 0 || status === 'published' ? [] : [notKnown('status', article.status ?? 'missing')]),
    ...hiddenIf(article, 'hidden', 'work-in-progress', 'hidden'),
    ...visibilityOf(article),
    ...otherVisibility(article, VISIBILITY, today),
  ];
}

function visibilityOf(record: DeskRecord): Hidden[] {
  const visibility = textOf(record.visibility)?.toLowerCase();
  if (visibility === undefined || visibility === 'public') return [];
  if (visibility === 'private') return [{ as: 'internal', why: 'private' }];
  return [notKnown('visibility', record.visibility)];
}

/** Old paths that Help Scout redirects, by the path they lead to. */
function redirectsOf(records: DeskRecords): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { urlMapping, redirect } of records.all('redirects')) {
    const from = pathIn(textOf(urlMapping));
    const to = pathIn(textOf(redirect));
    if (from && to) found.set(to, [...(found.get(to) ?? []), from]);
  }
  return found;
}

/** A site can be closed as a whole. */
function hiddenWith(site: DeskRecord | undefined): Hidden[] {
  const isClosed = flagOf(site?.hasPublicSite) === false;
  return isClosed ? [{ as: 'internal', why: 'the site is not public' }] : [];
}

function sectionsOf(records: DeskRecords, today: string): DeskSection[] {
  const sites = records.byId('sites');
  const languageOf = (one: DeskRecord) => textOf(one.locale) ?? textOf(one.language) ?? '';
  const sectionOf = (one: DeskRecord, index: number, id: string, parent: string | undefined): DeskSection => {
    const path = pathIn(textOf(one.publicUrl));
    const title = textOf(one.name);
    return {
      id,
      parent,
      summaries: byLanguage([one], languageOf, ({ description }) => summaryOf(description)),
      titles: new Map(title ? [[languageOf(one), title]] : []),
      position: numberOf(one.order) ?? index,
      addresses: path ? [path] : [],
      hidden: [
        ...visibilityOf(one),
        ...otherVisibility(one, VISIBILITY, today),
        ...hiddenWith(sites.get(idOf(one.siteId) ?? '')),
      ],
    };
  };
  return [
    ...records.all('collections').map((one, index) => sectionOf(one, index, `collection-${idOf(one.id)}`, undefined)),
    ...records
      .all('categories')
      .map((one, index) => sectionOf(one, index, idOf(one.id) ?? '', collectionId(one.collectionId))),
  ];
}
