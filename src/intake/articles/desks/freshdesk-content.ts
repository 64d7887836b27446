import {
  type DeskRecord,
  type DeskRecords,
  dayOfTime,
  idOf,
  numberOf,
  pathIn,
  recordOf,
  recordsOf,
  textListOf,
  textOf,
} from '../records/desk-records.ts';
import { type Hidden, hiddenIf, notKnown, otherVisibility } from '../records/hidden.ts';
import { byLanguage, sectionFields, sectionNamesIn, summaryOf } from '../records/section-names.ts';
import { unusedFields } from '../records/unused-fields.ts';
import type { DeskArticle, DeskContent, DeskFile, DeskSection } from './desk.ts';

const VISIBILITY = new Set([
  ...['status', 'visibility', 'folder_visibility', 'visible_in_portals', 'company_ids', 'contact_segment_ids'],
  ...['company_segment_ids', 'hidden', 'draft', 'approval_status'],
]);
const USED = new Set([
  ...VISIBILITY,
  ...sectionFields,
  ...['article_id', 'translations', 'attachments'],
  ...['id', 'type', 'category_id', 'folder_id', 'hierarchy', 'thumbs_up', 'thumbs_down', 'hits', 'tags', 'seo_data'],
  ...['title', 'description', 'description_text', 'agent_id', 'created_at', 'updated_at', 'attachments', 'locale'],
  ...['language', 'position', 'outdated', 'feedback_count', 'suggested', 'cloud_files', 'url', 'path', 'modified_at'],
  ...['modified_by', 'last_modifier', 'user_id'],
]);

/** `categories`, `folders` and `articles` of Freshdesk. */
export function readFreshdesk(records: DeskRecords, today: string): DeskContent {
  addHierarchies(records);
  const primary = textOf(records.all('settings')[0]?.primary_language);
  const written = records.all('articles');
  const defaultLocale = primary ?? written.map(localeOf).find((one) => one !== undefined) ?? 'en';
  const users = records.byId('users');
  const folders = records.byId('folders');
  const order = new Map<string, number>();
  const articles = written.map((article): DeskArticle => {
    const id = idOf(article.id) ?? '';
    const folder = idOf(article.folder_id);
    const place = order.get(`${folder} ${localeOf(article)}`) ?? 0;
    order.set(`${folder} ${localeOf(article)}`, place + 1);
    const locale = localeOf(article) ?? defaultLocale;
    const seo = recordOf(article.seo_data);
    const user = recordOf(users.get(idOf(article.agent_id) ?? ''));
    const own = pathIn(textOf(article.url));
    const path = `/support/solutions/articles/${id}`;
    const slug = slugOf(textOf(article.title) ?? '');
    return {
      id,
      locale,
      title: textOf(article.title) ?? '',
      body: { html: typeof article.description === 'string' ? article.description : '' },
      summary: textOf(seo.meta_description),
      section: folder,
      sectionNames: sectionNamesIn(article),
      position: numberOf(article.position) ?? place,
      hidden: hiddenBy(article, folders, today),
      labels: [...new Set([...textListOf(article.tags), ...textListOf(seo.meta_keywords)])],
      author: textOf(user.name) ?? textOf(recordOf(user.contact).name),
      edited: dayOfTime(article.modified_at) ?? dayOfTime(article.updated_at),
      url: own ?? `/${locale}${path}`,
      addresses: [
        ...(own ? [own] : []),
        `/${locale}${path}`,
        ...(slug ? [`/${locale}${path}-${slug}`] : []),
        ...(locale === defaultLocale ? [path, ...(slug ? [`${path}-${slug}`] : [])] : []),
      ],
      files: [...recordsOf(article.attachments), ...recordsOf(article.cloud_files)].flatMap(fileOf),
      votes: { helpful: numberOf(article.thumbs_up) ?? 0, unhelpful: numberOf(article.thumbs_down) ?? 0 },
    };
  });
  const losses = unusedFields('article', written, USED);
  return { defaultLocale, sections: sectionsOf(records, defaultLocale, today), articles, losses };
}

/** Without lists of folders, each article says which ones it is in; what the lists say comes first. */
function addHierarchies(records: DeskRecords): void {
  const known = { categories: records.byId('categories'), folders: records.byId('folders') };
  for (const article of records.all('articles')) {
    let category: string | undefined;
    let parent: string | undefined;
    for (const { type, data } of recordsOf(article.hierarchy)) {
      const { id: written, name, language } = recordOf(data);
      const id = idOf(written);
      const kind = type === 'category' ? 'categories' : 'folders';
      if (id === undefined) continue;
      const above = kind === 'folders' ? { category_id: category, ...(parent && { parent_folder_id: parent }) } : {};
      if (!known[kind].has(id)) records.add(kind, [{ id, name, locale: language, ...above }]);
      if (kind === 'categories') category = id;
      else parent = id;
    }
  }
}

function localeOf(record: DeskRecord): string | undefined {
  return textOf(record.locale) ?? textOf(record.language) ?? textOf(record.language_code);
}

/** Freshdesk's own: letters and digits in lowercase, the rest as hyphens. */
function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

function hiddenBy(article: DeskRecord, folders: ReadonlyMap<string, DeskRecord>, today: string): Hidden[] {
  const folder = idOf(article.folder_id);
  const status = textOf(article.status)?.toLowerCase();
  const draft: Hidden[] = /^(?:1|draft)$/.test(status ?? '') ? [{ as: 'work-in-progress', why: 'draft' }] : [];
  const known = /^(?:1|draft|2|published)$/.test(status ?? '');
  return [
    ...draft,
    ...(known ? [] : [notKnown('status', article.status ?? 'missing')]),
    ...hiddenIf(article, 'hidden', 'work-in-progress', 'hidden'),
    ...hiddenIf(article, 'draft', 'work-in-progress', 'draft'),
    ...hiddenByFolder(article.folder_visibility),
    ...hiddenByFolder(article.visibility),
    // A folder decides who sees its articles, so one that isn't in the export could be for agents only.
    ...(folders.size > 0 && folder !== undefined && !folders.has(folder) ? [notKnown('folder', folder)] : []),
    ...otherVisibility(article, VISIBILITY, today),
  ];
}

const VIEWERS: Readonly<Record<string, string>> = {
  2: 'only for signed-in users',
  3: 'only for agents',
  4: 'only for some companies',
  5: 'only for bots',
  6: 'only for some contacts',
  7: 'only for some companies',
  logged_in_users: 'only for signed-in users',
  agents: 'only for agents',
  selected_companies: 'only for some companies',
};

function hiddenByFolder(value: unknown): Hidden[] {
  const visibility = textOf(value)?.toLowerCase().replace(/\s+/g, '_');
  if (visibility === undefined || /^(?:1|all|all_users|everyone)$/.test(visibility)) return [];
  const why = VIEWERS[visibility];
  return [why === undefined ? notKnown('visibility', value) : { as: 'internal', why }];
}

function fileOf(file: DeskRecord): DeskFile[] {
  const url = textOf(file.attachment_url) ?? textOf(file.url);
  const name = textOf(file.name) ?? textOf(file.file_name);
  return url && name ? [{ name, url, inline: file.inline === true }] : [];
}

function sectionsOf(records: DeskRecords, defaultLocale: string, today: string): DeskSection[] {
  const languageOf = (one: DeskRecord) => localeOf(one) ?? defaultLocale;
  const textsOf = (all: readonly DeskRecord[]) => ({
    titles: byLanguage(all, languageOf, ({ name }) => textOf(name)),
    summaries: byLanguage(all, languageOf, ({ description }) => summaryOf(description)),
  });
  const grouped = (kind: string) => [...Map.groupBy(records.all(kind), ({ id }) => idOf(id) ?? '')];
  const portal = (path: string) => [`/support/solutions${path}`, `/${defaultLocale}/support/solutions${path}`];
  const categories = grouped('categories').map(
    ([id, all], index): DeskSection => ({
      id: `category-${id}`,
      ...textsOf(all),
      position: numberOf(all[0]?.position) ?? index,
      addresses: portal(`/${id}`),
      hidden: all.flatMap((one) => otherVisibility(one, VISIBILITY, today)),
    }),
  );
  const folders = grouped('folders').map(([id, all], index): DeskSection => {
    const first = all[0] ?? {};
    const category = idOf(first.category_id) ?? idOf(recordOf(recordsOf(first.hierarchy)[0]?.data).id);
    return {
      id,
      parent: idOf(first.parent_folder_id) ?? (category && `category-${category}`),
      ...textsOf(all),
      position: numberOf(first.position) ?? index,
      addresses: portal(`/folders/${id}`),
      hidden: all.flatMap((one) => [...hiddenByFolder(one.visibility), ...otherVisibility(one, VISIBILITY, today)]),
    };
  });
  return [...categories, ...folders];
}
