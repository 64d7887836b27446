import { deskLocales, mustHaveMain } from './desk-locales.ts';
import type { SiteArticle, SiteSection } from './desk-site.ts';
import { articleKey, type DeskResource, type DeskTarget } from './desk-target.ts';

const ROOT = 'api/v2/solutions';
const PERMANENT = 1;
const EVERYONE = 1;
const DRAFT = 1;
const PUBLISHED = 2;

/**
 * Freshdesk's solutions: a category with the name of the help center, folders, folders in them, articles, and
 * translations (https://developers.freshdesk.com/api/#solutions). Everything starts in the language of the account.
 */
export const freshdeskTarget: DeskTarget = {
  name: 'freshdesk',
  label: 'Freshdesk',
  async settings(get, locales) {
    const answer = (await get('api/v2/settings/helpdesk')) as {
      primary_language?: string;
      supported_languages?: string[];
      portal_languages?: string[];
    };
    const others = [...(answer.supported_languages ?? []), ...(answer.portal_languages ?? [])];
    const settings = deskLocales(locales, others, answer.primary_language);
    mustHaveMain('Freshdesk', answer.primary_language, settings);
    return { ...settings, ids: {} };
  },
  resources({ name, sections, articles }, { locales, mainLocale }) {
    const main = mainLocale ?? [...locales.keys()][0] ?? 'en';
    const code = (locale: string) => (locale === main ? undefined : locales.get(locale));
    const body = { name };
    const category: DeskResource = {
      key: 'category',
      kind: 'categories',
      title: name,
      create: { method: 'POST', path: `${ROOT}/categories`, body },
      update: [{ method: 'PUT', path: `${ROOT}/categories/{category}`, body }],
      id: ['id'],
      find: { path: `${ROOT}/categories?per_page=100`, name: 'name' },
    };
    const losses = articles.flatMap(({ id, texts }) =>
      texts.has(main)
        ? []
        : [`The article ${id} isn't in ${main}, the language of the account, so Freshdesk can't take it.`],
    );
    return {
      resources: [
        category,
        ...sections.flatMap((section) => folderResources(section, main, code)),
        ...articles.flatMap((article) => articleResources(article, main, code)),
      ],
      losses,
    };
  },
  // Freshdesk has no archive. A draft is seen by agents only.
  archive(key, { locale }) {
    const parts = articleKey(key);
    if (!parts) return undefined;
    const path = `${ROOT}/articles/{${parts.article}}${parts.locale === undefined ? '' : `/${locale}`}`;
    return { request: { method: 'PUT', path, body: { status: DRAFT } }, forget: false };
  },
};

type Code = (locale: string) => string | undefined;

function folderResources({ id, parent, names }: SiteSection, main: string, code: Code): DeskResource[] {
  const key = `section:${id}`;
  const name = names.get(main) ?? [...names.values()][0] ?? id;
  const place = parent === undefined ? {} : { parent_folder_id: `{section:${parent}}` };
  const body = { name, visibility: EVERYONE, ...place };
  return [
    {
      key,
      kind: 'sections',
      title: name,
      create: { method: 'POST', path: `${ROOT}/categories/{category}/folders`, body },
      update: [{ method: 'PUT', path: `${ROOT}/folders/{${key}}`, body }],
      id: ['id'],
      find: {
        path: `${ROOT}/${parent === undefined ? 'categories/{category}/folders' : `folders/{section:${parent}}/subfolders`}?per_page=100`,
        name: 'name',
      },
    },
    ...[...names].flatMap(([tag, name]) => {
      const language = code(tag);
      return language === undefined ? [] : [translation(key, tag, `folders/{${key}}/${language}`, name, { name })];
    }),
  ];
}

function articleResources({ id, section, texts }: SiteArticle, main: string, code: Code): DeskResource[] {
  const key = `article:${id}`;
  const text = texts.get(main);
  if (!text) return [];
  const { title } = text;
  const body = { title, description: text.body, type: PERMANENT, status: PUBLISHED };
  return [
    {
      key,
      kind: 'articles',
      title,
      create: { method: 'POST', path: `${ROOT}/folders/{section:${section}}/articles`, body },
      update: [
        { method: 'PUT', path: `${ROOT}/articles/{${key}}`, body: { ...body, folder_id: `{section:${section}}` } },
      ],
      id: ['id'],
      find: { path: `${ROOT}/folders/{section:${section}}/articles?per_page=100`, name: 'title' },
    },
    ...[...texts].flatMap(([tag, { title, body }]) => {
      const language = code(tag);
      const sent = { title, description: body, status: PUBLISHED };
      return language === undefined ? [] : [translation(key, tag, `articles/{${key}}/${language}`, title, sent)];
    }),
  ];
}

function translation(key: string, tag: string, path: string, title: string, body: unknown): DeskResource {
  return {
    key: `${key}@${tag}`,
    kind: 'translations',
    title,
    create: { method: 'POST', path: `${ROOT}/${path}`, body },
    update: [{ method: 'PUT', path: `${ROOT}/${path}`, body }],
  };
}
