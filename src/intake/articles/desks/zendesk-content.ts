import {
  type DeskRecord,
  type DeskRecords,
  dayOfTime,
  hasOwnId,
  idOf,
  numberOf,
  pathIn,
  textListOf,
  textOf,
} from '../records/desk-records.ts';
import { type Hidden, hiddenIf, notKnown, otherVisibility } from '../records/hidden.ts';
import { byLanguage, sectionFields, sectionNamesIn, summaryOf } from '../records/section-names.ts';
import { unusedFields } from '../records/unused-fields.ts';
import type { DeskArticle, DeskContent, DeskFile, DeskSection, DeskVotes } from './desk.ts';

/** Fields about visibility that are read here, or are about something else. */
const VISIBILITY = new Set([
  ...['draft', 'user_segment_id', 'user_segment_ids', 'permission_group_id', 'comments_disabled', 'hidden'],
  ...['access_policy', 'viewable_by', 'manageable_by'],
]);
const USED = new Set([
  ...VISIBILITY,
  ...sectionFields,
  ...['article_id', 'translations', 'attachments'],
  ...['id', 'url', 'html_url', 'author_id', 'title', 'name', 'body', 'locale', 'section_id', 'position', 'label_names'],
  ...['vote_sum', 'vote_count', 'created_at', 'updated_at', 'edited_at', 'source_locale', 'outdated', 'source_id'],
  ...['outdated_locales', 'source_type', 'updated_by_id', 'created_by_id', 'author', 'user_id', 'section', 'category'],
  ...['category_id', 'promoted', 'user_segment', 'attachments', 'category_name', 'section_name'],
]);

/** `articles` and `translations` of Zendesk; `translations` of sections and categories name those. */
export function readZendesk(records: DeskRecords, today: string): DeskContent {
  const users = records.byId('users');
  const sections = sectionsOf(records, today);
  const files = Map.groupBy(records.all('attachments'), (file) => idOf(file.article_id) ?? '');
  const written = records.all('articles');
  const originals = new Map(written.map((article) => [idOf(article.id) ?? '', article]));
  const translated = records
    .all('translations')
    .filter((one) => (textOf(one.source_type) ?? 'Article') === 'Article')
    .map((one): DeskRecord => {
      const id = idOf(one.source_id) ?? idOf(one.article_id);
      const original = originals.get(id ?? '') ?? {};
      // A translation has its own text and address. What it leaves empty, such as who can see it, is as in the article.
      const { html_url: _url, body: _body, ...shared } = original;
      const own = Object.fromEntries(
        Object.entries(one).filter(
          ([key, value]) => !['id', 'url', 'source_id'].includes(key) && value !== undefined && value !== null,
        ),
      );
      return { ...shared, ...own, id };
    });
  const seen = new Set(written.map((one) => `${idOf(one.id)} ${textOf(one.locale)?.toLowerCase()}`));
  const all = [
    ...written,
    ...translated.filter((one) => !seen.has(`${idOf(one.id)} ${textOf(one.locale)?.toLowerCase()}`)),
  ];
  const defaultLocale =
    textOf(records.all('settings')[0]?.default_locale) ??
    textOf(written[0]?.source_locale) ??
    textOf(written[0]?.locale);
  const articles = all.map((article): DeskArticle => {
    const id = idOf(article.id) ?? '';
    const url = textOf(article.html_url);
    const author = users.get(idOf(article.author_id) ?? '');
    return {
      id,
      locale: textOf(article.locale) ?? defaultLocale ?? 'en',
      title: textOf(article.title) ?? textOf(article.name) ?? '',
      body: { html: typeof article.body === 'string' ? article.body : '' },
      section: idOf(article.section_id),
      sectionNames: sectionNamesIn(article),
      position: numberOf(article.position) ?? 0,
      hidden: hiddenBy(article, today),
      labels: textListOf(article.label_names),
      author: textOf(author?.name),
      edited: dayOfTime(article.edited_at) ?? dayOfTime(article.updated_at),
      url,
      addresses: addressesOf(article),
      files: (files.get(id) ?? []).map(fileOf).filter((file) => file !== undefined),
      votes: originals.get(id) === article ? votesOf(article) : undefined,
    };
  });
  return {
    defaultLocale: defaultLocale ?? 'en',
    sections,
    articles,
    losses: unusedFields('article', all, USED),
  };
}

function hiddenBy(article: DeskRecord, today: string): Hidden[] {
  const segments = [
    article.user_segment_id,
    ...(Array.isArray(article.user_segment_ids) ? article.user_segment_ids : []),
  ];
  const segment = segments.map(textOf).find((one) => one !== undefined && !/^(?:null|none|-)$/i.test(one));
  return [
    ...hiddenIf(article, 'draft', 'work-in-progress', 'draft'),
    ...hiddenIf(article, 'hidden', 'work-in-progress', 'hidden'),
    ...(segment === undefined ? [] : [{ as: 'internal' as const, why: 'only for a user segment' }]),
    ...accessOf(article),
    ...otherVisibility(article, VISIBILITY, today),
  ];
}

/** Older help centers say on sections, and exports also on articles, who may see them. */
function accessOf(record: DeskRecord): Hidden[] {
  const policy = record.access_policy;
  const viewers =
    typeof policy === 'object' && policy !== null ? (policy as DeskRecord).viewable_by : record.viewable_by;
  const said = textOf(viewers);
  if (said === undefined || said === 'everybody') return [];
  if (/^(?:signed_in_users|staff|agents?|managers?)$/.test(said)) return [{ as: 'internal', why: `only for ${said}` }];
  return [notKnown('viewable_by', said)];
}

function addressesOf(article: DeskRecord): string[] {
  const id = idOf(article.id);
  const locale = textOf(article.locale);
  const path = pathIn(textOf(article.html_url));
  const base = path ? /^(.*\/hc)\//.exec(path)?.[1] : '/hc';
  const isNumbered = hasOwnId(article);
  const numbered = isNumbered && locale && base ? [`${base}/${locale.toLowerCase()}/articles/${id}`] : [];
  const short =
    isNumbered && base && locale && locale === textOf(article.source_locale) ? [`${base}/articles/${id}`] : [];
  return [...(path ? [path] : []), ...numbered, ...short];
}

function fileOf(file: DeskRecord): DeskFile | undefined {
  const url = textOf(file.content_url) ?? textOf(file.url);
  const name = textOf(file.display_file_name) ?? textOf(file.file_name) ?? url?.split('/').at(-1);
  return url && name ? { name, url, inline: file.inline === true || file.inline === 'true' } : undefined;
}

/** A vote adds 1 or -1 to the sum. */
function votesOf(article: DeskRecord): DeskVotes | undefined {
  const sum = numberOf(article.vote_sum) ?? 0;
  const count = numberOf(article.vote_count) ?? 0;
  const helpful = (count + sum) / 2;
  if (count <= 0 || !Number.isInteger(helpful) || helpful < 0 || helpful > count) return undefined;
  return { helpful, unhelpful: count - helpful };
}

/** Sections are inside sections or categories, whose ids are apart. */
function sectionsOf(records: DeskRecords, today: string): DeskSection[] {
  const kinds = [
    ['Category', 'categories', (id: string) => `category-${id}`],
    ['Section', 'sections', (id: string) => id],
  ] as const;
  return kinds.flatMap(([type, kind, idFor]) => {
    const names = Map.groupBy(
      records.all('translations').filter((one) => textOf(one.source_type) === type),
      (one) => idOf(one.source_id) ?? '',
    );
    const groups = Map.groupBy(records.all(kind), (one) => idOf(one.id) ?? '');
    const languageOf = (one: DeskRecord) => textOf(one.locale) ?? '';
    return [...groups].map(([id, languages]): DeskSection => {
      const all = [...languages, ...(names.get(id) ?? [])];
      const first = languages[0] ?? {};
      const category = idOf(first.category_id);
      const parent = idOf(first.parent_section_id) ?? (category && `category-${category}`);
      return {
        id: idFor(id),
        parent: type === 'Section' ? parent : undefined,
        titles: byLanguage(all, languageOf, (one) => textOf(one.name) ?? textOf(one.title)),
        summaries: byLanguage(all, languageOf, (one) => summaryOf(one.description) ?? summaryOf(one.body)),
        position: numberOf(first.position) ?? 0,
        addresses: languages.map((one) => pathIn(textOf(one.html_url))).filter((path) => path !== undefined),
        hidden: languages.flatMap((one) => [...accessOf(one), ...otherVisibility(one, VISIBILITY, today)]),
      };
    });
  });
}
