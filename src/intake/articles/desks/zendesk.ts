import { type DeskRecords, idOf, recordOf, textOf } from '../records/desk-records.ts';
import { basicAuthorization } from './authorization.ts';
import type { ArticleDesk, DeskApi } from './desk.ts';
import { readPagedList } from './paging.ts';
import { readZendesk } from './zendesk-content.ts';

const ROOT = 'api/v2/help_center';

/** Zendesk Guide. A public help center answers without a token; drafts and restricted articles need one. */
export const zendeskArticles: ArticleDesk = {
  name: 'zendesk',
  label: 'Zendesk',
  token: {
    variables: ['ZENDESK_EMAIL', 'ZENDESK_TOKEN'],
    required: false,
    about: 'With a token, drafts and restricted articles are imported, too.',
  },
  authorize: ({ ZENDESK_EMAIL: email, ZENDESK_TOKEN: token }) => {
    if (!token) return undefined;
    return email ? basicAuthorization(`${email}/token`, token) : { Authorization: `Bearer ${token}` };
  },
  apiOf: (address) => new URL('/', address),
  async download(api, address, records) {
    const list = (path: string, kind: string, needed = false) =>
      readPagedList(api, records, {
        path: `${ROOT}/${path}.json?per_page=100${kind === 'articles' ? '&include=users' : ''}`,
        kind,
        beside: { users: 'users' },
        needed,
      });
    const answer = await api.getIfAllowed(`${ROOT}/locales.json`);
    const { locales, default_locale: defaultLocale } = recordOf(answer?.json);
    if (textOf(defaultLocale)) records.add('settings', [{ id: 'settings', default_locale: defaultLocale }]);
    const known = Array.isArray(locales) ? locales.map(textOf).filter((one) => one !== undefined) : [];
    for (const locale of known)
      for (const kind of ['articles', 'sections', 'categories']) await list(`${locale}/${kind}`, kind);
    if (records.all('articles').length === 0) await readOneLanguage(list, address);
    await readOfEach(api, records, known.length > 1);
  },
  kindOf: (record, hint) => {
    if (record.source_type !== undefined || /translation/.test(hint)) return 'translations';
    if (/attachment/.test(hint) || record.content_url !== undefined) return 'attachments';
    if (/user|author/.test(hint)) return 'users';
    if (/categor/.test(hint)) return 'categories';
    if (/section/.test(hint) || (record.category_id !== undefined && record.body === undefined)) return 'sections';
    return /article/.test(hint) || record.body !== undefined ? 'articles' : undefined;
  },
  within: {
    'categories/sections': 'category_id',
    'sections/sections': 'parent_section_id',
    'sections/articles': 'section_id',
    'articles/translations': 'source_id',
    'articles/attachments': 'article_id',
  },
  read: readZendesk,
};

/** Reads a help center that doesn't say which languages it has. */
async function readOneLanguage(
  list: (path: string, kind: string, needed?: boolean) => Promise<unknown>,
  address: URL,
): Promise<void> {
  const locale = /^\/hc\/([a-z]{2,3}(?:-[\w-]+)?)(?:\/|$)/i.exec(address.pathname)?.[1];
  const found = locale && (await list(`${locale}/articles`, 'articles'));
  if (!found) await list('articles', 'articles', true);
  for (const kind of ['sections', 'categories'])
    if (!found || !(await list(`${locale}/${kind}`, kind))) await list(kind, kind);
}

/** Reads what only each article knows: its attachments, and its translations if there are no lists of them. */
async function readOfEach(api: DeskApi, records: DeskRecords, hasLanguages: boolean): Promise<void> {
  const ids = new Set(records.all('articles').map(({ id }) => idOf(id)));
  for (const id of ids) {
    if (id === undefined) continue;
    const kinds = hasLanguages ? ['attachments'] : ['attachments', 'translations'];
    for (const kind of kinds) {
      await readPagedList(api, records, {
        path: `${ROOT}/articles/${id}/${kind}.json?per_page=100`,
        kind,
        list: kind === 'attachments' ? 'article_attachments' : kind,
        with: { article_id: id, ...(kind === 'translations' && { source_id: id, source_type: 'Article' }) },
      });
    }
  }
}
