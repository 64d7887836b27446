import { idOf, recordOf, recordsOf } from '../records/desk-records.ts';
import { basicAuthorization } from './authorization.ts';
import type { ArticleDesk } from './desk.ts';
import { readHelpScout } from './help-scout-content.ts';
import { readPagedList } from './paging.ts';

/** Help Scout Docs. The API isn't at the help center's address, but at docsapi.helpscout.net. */
export const helpScoutArticles: ArticleDesk = {
  name: 'helpscout',
  label: 'Help Scout',
  token: { variables: ['HELPSCOUT_TOKEN'], required: true, about: 'Help Scout calls it the API key of Docs.' },
  authorize: ({ HELPSCOUT_TOKEN: token }) => (token ? basicAuthorization(token, 'X') : undefined),
  apiOf: (address) => {
    // Whatever address the help center has, its API is at Help Scout.
    const isApi = /^docsapi\.|^api\.|^localhost$|^[\d.]+$/.test(address.hostname);
    return isApi ? new URL('/', address) : new URL('https://docsapi.helpscout.net/');
  },
  async download(api, _address, records) {
    await readPagedList(api, records, { path: 'v1/sites?page=1', kind: 'sites' });
    for (const { id } of records.all('sites'))
      await readPagedList(api, records, { path: `v1/redirects/site/${idOf(id)}?page=1`, kind: 'redirects' });
    const collections = { path: 'v1/collections?page=1', kind: 'collections', needed: true };
    for (const { id } of (await readPagedList(api, records, collections)) ?? []) {
      const of = `v1/collections/${idOf(id)}`;
      const path = `${of}/categories?page=1`;
      await readPagedList(api, records, { path, kind: 'categories', with: { collectionId: id } });
      const list = { path: `${of}/articles?page=1&status=all&pageSize=100`, kind: 'entries', list: 'articles' };
      await readPagedList(api, records, { ...list, needed: true });
    }
    for (const { id } of records.all('categories')) {
      const path = `v1/categories/${idOf(id)}/articles?page=1&status=all&sort=order&pageSize=100`;
      const inOrder = (await readPagedList(api, records, { path, kind: 'entries', list: 'articles' })) ?? [];
      records.add(
        'entries',
        inOrder.map((entry, position) => ({ ...entry, position, categoryId: id })),
      );
    }
    for (const { id } of records.all('entries')) {
      const { article } = recordOf((await api.get(`v1/articles/${idOf(id)}`)).json);
      records.add('articles', [article]);
    }
  },
  kindOf: (record, hint) => {
    if (/redirect/.test(hint) || record.urlMapping !== undefined) return 'redirects';
    if (/site/.test(hint) || record.subDomain !== undefined) return 'sites';
    if (/categor/.test(hint)) return 'categories';
    if (/collection/.test(hint)) return 'collections';
    if (record.text !== undefined || recordsOf(record.article).length > 0) return 'articles';
    return /article/.test(hint) ? 'entries' : undefined;
  },
  within: {
    'collections/categories': 'collectionId',
    'collections/articles': 'collectionId',
    'categories/articles': 'categoryId',
  },
  read: readHelpScout,
};
