import { deskLocales, mustHaveMain } from './desk-locales.ts';
import { atMostLevels, type SiteArticle, type SiteSection } from './desk-site.ts';
import { articleKey, type DeskResource, type DeskSettings, type DeskTarget } from './desk-target.ts';

/** The languages of its help centers, in the order of its reference. */
const languages =
  'ar bg bs ca cs da de el en es et fi fr he hr hu id it ja ko lt lv mn nb nl pl pt pt-BR ro ru sl sr sv tr vi zh-CN zh-TW'.split(
    ' ',
  );
/** Collections in collections in collections. */
const LEVELS = 3;

/**
 * Intercom Articles: collections, collections in them, and articles. Translations are part of each
 * (https://developers.intercom.com/docs/references/rest-api/api.intercom.io/articles).
 */
export const intercomTarget: DeskTarget = {
  name: 'intercom',
  label: 'Intercom',
  languages,
  async settings(get, locales) {
    const me = (await get('me')) as { id?: string | number };
    if (me.id === undefined) throw new Error('Intercom does not say whose token this is.');
    // A help center doesn't say its language, but what is in it does.
    let main: string | undefined;
    for (const path of ['help_center/collections?per_page=1', 'articles?per_page=1']) {
      const found = (await get(path)) as { data?: { default_locale?: string }[] };
      main ??= found.data?.[0]?.default_locale;
    }
    const settings = deskLocales(locales, languages, main);
    mustHaveMain('Intercom', main, settings);
    return { ...settings, ids: { author: Number(me.id) } };
  },
  resources(site, settings) {
    const main = settings.mainLocale ?? [...settings.locales.keys()][0] ?? 'en';
    const { sections, articles, losses } = atMostLevels(site, LEVELS, 'Intercom');
    return {
      resources: [
        ...sections.map((section) => collectionResource(section, main, settings)),
        ...articles.flatMap((article) => articleResource(article, main, settings)),
      ],
      losses: [
        ...losses,
        ...articles.flatMap(({ id, texts }) =>
          texts.has(main) ? [] : [`The article ${id} isn't in ${main}, so Intercom can't take it.`],
        ),
      ],
    };
  },
  // Intercom has no archive. A draft is seen by teammates only.
  archive(key, { locales = [] }) {
    if (!articleKey(key)) return undefined;
    const body = { state: 'draft', ...drafts(locales) };
    return { request: { method: 'PUT', path: `articles/{${key}}`, body }, forget: false };
  },
  withdraw: drafts,
};

/** Each translation has a state of its own. */
function drafts(locales: readonly string[]): { translated_content?: object } {
  if (locales.length === 0) return {};
  const draft = { type: 'article_content', state: 'draft' };
  return { translated_content: Object.fromEntries(locales.map((locale) => [locale, draft])) };
}

function translated<Text>(
  texts: ReadonlyMap<string, Text>,
  main: string,
  { locales }: DeskSettings,
  make: (text: Text) => object,
) {
  const others = [...texts].flatMap(([tag, text]) => {
    const locale = locales.get(tag);
    return tag === main || locale === undefined ? [] : [[locale, make(text)] as const];
  });
  return others.length === 0 ? {} : { translated_content: Object.fromEntries(others) };
}

function collectionResource({ id, parent, names }: SiteSection, main: string, settings: DeskSettings): DeskResource {
  const key = `section:${id}`;
  const name = names.get(main) ?? [...names.values()][0] ?? id;
  const body = {
    name,
    ...(parent !== undefined && { parent_id: `{section:${parent}}` }),
    ...translated(names, main, settings, (name) => ({ type: 'group_content', name })),
  };
  return {
    key,
    kind: 'sections',
    title: name,
    create: { method: 'POST', path: 'help_center/collections', body },
    update: [{ method: 'PUT', path: `help_center/collections/{${key}}`, body }],
    id: ['id'],
    find: { path: 'help_center/collections?per_page=50', list: 'data', name: 'name', parent: 'parent_id' },
  };
}

function articleResource({ id, section, texts }: SiteArticle, main: string, settings: DeskSettings): DeskResource[] {
  const key = `article:${id}`;
  const text = texts.get(main);
  if (!text) return [];
  const fields = { author_id: '{author}', state: 'published' };
  const body = {
    title: text.title,
    description: text.summary ?? '',
    body: text.body,
    ...fields,
    parent_id: `{section:${section}}`,
    parent_type: 'collection',
    ...translated(texts, main, settings, ({ title, summary = '', body }) => ({
      ...{ type: 'article_content', title, description: summary, body },
      ...fields,
    })),
  };
  return [
    {
      key,
      kind: 'articles',
      title: text.title,
      create: { method: 'POST', path: 'articles', body },
      update: [{ method: 'PUT', path: `articles/{${key}}`, body }],
      id: ['id'],
      locales: [...texts.keys()].flatMap((tag) => (tag === main ? [] : (settings.locales.get(tag) ?? []))),
      find: { path: 'articles?per_page=50', list: 'data', name: 'title', parent: 'parent_id' },
      numericIds: true,
    },
  ];
}
