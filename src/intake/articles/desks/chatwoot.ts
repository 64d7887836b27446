import { isData } from '#kb/values/data.ts';
import {
  type DeskRecord,
  type DeskRecords,
  idOf,
  recordOf,
  recordsOf,
  textListOf,
  textOf,
} from '../records/desk-records.ts';
import { readChatwoot } from './chatwoot-content.ts';
import { type ArticleDesk, DeskAddressError, type DeskApi } from './desk.ts';
import { readPagedList } from './paging.ts';

/** Chatwoot's help center. With a token, all portals of the account; without, what a public portal shows. */
export const chatwootArticles: ArticleDesk = {
  name: 'chatwoot',
  label: 'Chatwoot',
  token: {
    variables: ['CHATWOOT_TOKEN'],
    required: false,
    about: 'With the access token of your profile, drafts are imported, too.',
  },
  authorize: ({ CHATWOOT_TOKEN: token }) => (token ? { api_access_token: token } : undefined),
  apiOf: (address) => new URL('/', address),
  async download(api, address, records) {
    const slug = /\/hc\/([^/]+)/.exec(address.pathname)?.[1];
    const account = /\/accounts\/(\d+)/.exec(address.pathname)?.[1] ?? (await ownAccount(api)) ?? '1';
    const root = `api/v1/accounts/${account}/portals`;
    const portals = await readPagedList(api, records, { path: root, kind: 'portals', list: 'payload' });
    if (!portals) return readPublicPortal(api, records, address);
    for (const portal of portals) {
      const name = textOf(portal.slug);
      if (!name || (slug && name !== slug)) continue;
      for (const locale of localesOf(portal)) {
        const fields = { locale, portal: { slug: name } };
        const query = `?locale=${encodeURIComponent(locale)}`;
        const categories = `${root}/${name}/categories${query}`;
        await readLanguage(api, records, fields, categories, `${root}/${name}/articles${query}&page=1`);
      }
    }
    return undefined;
  },
  kindOf: (record, hint) => {
    if (record.content !== undefined || /article/.test(hint)) return 'articles';
    if (/portal/.test(hint) || isData(record.config)) return 'portals';
    return /categor/.test(hint) ? 'categories' : undefined;
  },
  within: { 'categories/articles': 'category_id' },
  read: readChatwoot,
};

function localesOf(portal: DeskRecord): string[] {
  const config = recordOf(portal.config);
  const allowed = Array.isArray(config.allowed_locales) ? config.allowed_locales : [];
  const codes = textListOf(allowed.map((one) => (isData(one) ? one.code : one)));
  return codes.length > 0 ? codes : [textOf(config.default_locale) ?? textOf(portal.locale) ?? 'en'];
}

/** Reads the categories and articles of a portal in one language, from the paths of both. */
async function readLanguage(
  api: DeskApi,
  records: DeskRecords,
  fields: DeskRecord,
  categories: string,
  articles: string,
): Promise<void> {
  const shared = { list: 'payload', with: fields };
  await readPagedList(api, records, { ...shared, path: categories, kind: 'categories' });
  await readPagedList(api, records, { ...shared, path: articles, kind: 'articles', needed: true, fullPage: 1 });
}

async function ownAccount(api: DeskApi): Promise<string | undefined> {
  const profile = recordOf((await api.getIfAllowed('api/v1/profile'))?.json);
  return idOf(profile.account_id) ?? idOf(recordsOf(profile.accounts)[0]?.id);
}

async function readPublicPortal(api: DeskApi, records: DeskRecords, address: URL): Promise<void> {
  const [, slug, named] = /\/hc\/([^/]+)(?:\/([a-z]{2,3}(?:[-_]\w+)?)(?=\/|$))?/i.exec(address.pathname) ?? [];
  if (!slug)
    throw new DeskAddressError('Write the address of a portal, such as https://example.com/hc/portal, or set a token.');
  const page =
    (await api.getIfAllowed(`hc/${slug}/${named ?? 'en'}.json`)) ?? (await api.getIfAllowed(`hc/${slug}.json`));
  const portal = recordOf(page?.json);
  records.add('portals', [{ ...portal, slug }]);
  const locales = isData(portal.config) ? localesOf(portal) : [named ?? 'en'];
  for (const locale of locales) {
    const fields = { locale, portal: { slug } };
    const of = `hc/${slug}/${locale}`;
    await readLanguage(api, records, fields, `${of}/categories.json`, `${of}/articles.json?page=1`);
  }
}
