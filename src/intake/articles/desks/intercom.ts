import type { ArticleDesk } from './desk.ts';
import { recordOf, textOf } from './desk-records.ts';
import { readIntercom } from './intercom-content.ts';
import { readPagedList } from './paging.ts';

/** Intercom Articles. The API is apart from the help center, at api.intercom.io or in its region. */
export const intercomArticles: ArticleDesk = {
  name: 'intercom',
  label: 'Intercom',
  token: { variables: ['INTERCOM_TOKEN'], required: true, about: 'Intercom calls it the access token of an app.' },
  authorize: ({ INTERCOM_TOKEN: token }) =>
    token ? { Authorization: `Bearer ${token}`, 'Intercom-Version': '2.11' } : undefined,
  apiOf: (address) => {
    const isPage = /(?:^|\.)intercom\.help$|^app\.(?:eu\.|au\.)?intercom\.(?:io|com)$/.test(address.hostname);
    return isPage ? new URL('https://api.intercom.io/') : new URL('/', address);
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
  read: readIntercom,
};
