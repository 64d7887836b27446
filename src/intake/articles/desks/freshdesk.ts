import { type DeskRecord, type DeskRecords, idOf, recordOf, textListOf } from '../records/desk-records.ts';
import { basicAuthorization } from './authorization.ts';
import type { ArticleDesk, DeskApi } from './desk.ts';
import { readFreshdesk } from './freshdesk-content.ts';
import { readPagedList } from './paging.ts';

const ROOT = 'api/v2/solutions';

/** Freshdesk's solutions: categories, folders in folders, articles, and each of them in every language. */
export const freshdeskArticles: ArticleDesk = {
  name: 'freshdesk',
  label: 'Freshdesk',
  token: { variables: ['FRESHDESK_TOKEN'], required: true, about: 'Freshdesk calls it the API key of your profile.' },
  authorize: ({ FRESHDESK_TOKEN: token }) => (token ? basicAuthorization(token, 'X') : undefined),
  apiOf: (address) => new URL('/', address),
  async download(api, _address, records) {
    const settings = await api.getIfAllowed('api/v2/settings/helpdesk');
    const { primary_language: primary, ...languages } = recordOf(settings?.json);
    records.add('settings', [{ id: 'settings', primary_language: primary }]);
    const others = [...textListOf(languages.supported_languages), ...textListOf(languages.portal_languages)];
    await readLanguage(api, records, undefined);
    for (const language of new Set(others)) if (language !== primary) await readLanguage(api, records, language);
  },
  kindOf: (record, hint) => {
    if (/categor/.test(hint)) return 'categories';
    if (/folder/.test(hint)) return 'folders';
    if (/agent|user|author/.test(hint)) return 'users';
    if (record.folder_id !== undefined || /article|solution/.test(hint)) return 'articles';
    if (record.visibility !== undefined && record.category_id !== undefined) return 'folders';
    return record.description !== undefined && record.status !== undefined ? 'articles' : undefined;
  },
  within: {
    'categories/folders': 'category_id',
    'folders/folders': 'parent_folder_id',
    'folders/articles': 'folder_id',
  },
  read: readFreshdesk,
};

/** Reads everything in one language; the one that the desk was set up in has no name in addresses. */
async function readLanguage(api: DeskApi, records: DeskRecords, language: string | undefined): Promise<void> {
  const ending = `${language ? `/${language}` : ''}?per_page=100`;
  const fields = language ? { locale: language } : {};
  const needed = language === undefined;
  const path = `${ROOT}/categories${ending}`;
  const categories =
    (await readPagedList(api, records, { path, kind: 'categories', with: fields, needed, fullPage: 100 })) ?? [];
  for (const { id } of categories) {
    const below = { ...fields, category_id: id };
    const path = `${ROOT}/categories/${idOf(id)}/folders${ending}`;
    const folders = { path, kind: 'folders', with: below, needed, fullPage: 100 };
    const open = (await readPagedList(api, records, folders)) ?? [];
    const seen = new Set<string>();
    for (let folder = open.pop(); folder; folder = open.pop()) {
      const folderId = idOf(folder.id);
      if (folderId === undefined || seen.has(folderId)) continue;
      seen.add(folderId);
      await readArticles(api, records, folder, ending, fields, needed);
      if (folder.sub_folders_count === 0) continue;
      const within = { ...below, parent_folder_id: folder.id };
      const path = `${ROOT}/folders/${folderId}/subfolders${ending}`;
      const subfolders = { path, kind: 'folders', with: within, fullPage: 100 };
      open.push(...((await readPagedList(api, records, subfolders)) ?? []));
    }
  }
}

async function readArticles(
  api: DeskApi,
  records: DeskRecords,
  { id }: DeskRecord,
  ending: string,
  fields: DeskRecord,
  needed: boolean,
): Promise<void> {
  const path = `${ROOT}/folders/${idOf(id)}/articles${ending}`;
  await readPagedList(api, records, {
    path,
    kind: 'articles',
    with: { ...fields, folder_id: id },
    needed,
    fullPage: 100,
  });
}
