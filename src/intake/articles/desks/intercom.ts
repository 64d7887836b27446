import { recordOf, textOf } from '../records/desk-records.ts';
import type { ArticleDesk } from './desk.ts';
import { readIntercom } from './intercom-content.ts';
import { readPagedList } from './paging.ts';

/** Intercom Articles. The API isn't at the help center's address, but at api.intercom.io or the host of its region. */
export const intercomArticles: ArticleDesk = {
  name: 'intercom',
  label: 'Intercom',
  token: { variables: ['INTERCOM_TOKEN'], required: true, about: 'Intercom calls it the access token of an app.' },
  authorize: ({ INTERCOM_TOKEN: token }) =>
    token ? { Authorization: `Bearer ${token}`, 'Intercom-Version': '2.11' } : undefined,
  apiOf: (address) => {
    // Whatever address the help center has, its API is at Intercom.
    if (/^api\.|^localhost$|^[\d.]+$/.test(address.hostname)) return new URL('/', address);
    const region = /^app\.(eu|au)\./.exec(address.hostname)?.[1];
    return new URL(`https://api.${region ? `${region}.` : ''}intercom.io/`);
  },
  async download(api, _address, records) {
    await readPagedList(api, records, { path: 'articles?per_page=50', kind: 'articles', list: 'data', needed: true });
    const collections = { path: 'help_center/collections?per_page=50', kind: 'collections', list: 'data' };
    await readPagedList(api, records, collections);
    await readPagedList(api, records, { path: 'help_center/sections?per_page=50', kind: 'sections', list: 'data' });
    await readPagedList(api, records, { path: 'help_center/help_centers', kind: 'help_centers', list: 'data' });
    await readPagedList(api, records, { path: 'admins', kind: 'admins' });
  },
  kindOf: (record, hint) => {
    const type = textOf(record.type);
    if (type === 'article' || /article/.test(hint)) return 'articles';
    if (type === 'admin' || /admin|author|user/.test(hint)) return 'admins';
    if (/help_center/.test(hint) && record.identifier !== undefined) return 'help_centers';
    if (type === 'section' || /section/.test(hint)) return 'sections';
    if (type === 'collection' || /collection/.test(hint)) return 'collections';
    if (record.body !== undefined && record.title !== undefined) return 'articles';
    return record.name !== undefined && Object.keys(recordOf(record.translated_content)).length > 0
      ? 'collections'
      : undefined;
  },
  within: {
    'collections/collections': 'parent_id',
    'collections/sections': 'parent_id',
    'collections/articles': 'parent_id',
    'sections/articles': 'parent_id',
  },
  read: readIntercom,
};
