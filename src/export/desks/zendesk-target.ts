import { deskLocales } from './desk-locales.ts';
import type { SiteArticle, SiteSection } from './desk-site.ts';
import { articleKey, type DeskResource, type DeskTarget } from './desk-target.ts';

const ROOT = 'api/v2/help_center';

/**
 * Zendesk Guide: a category with the name of the help center, sections in it and in each other, articles, and a
 * translation for each further language (https://developer.zendesk.com/api-reference/help_center/help-center-api/).
 */
export const zendeskTarget: DeskTarget = {
  name: 'zendesk',
  label: 'Zendesk',
  async settings(get, locales) {
    const answer = (await get(`${ROOT}/locales.json`)) as { locales?: string[]; default_locale?: string };
    const groups = (await get('api/v2/guide/permission_groups.json')) as {
      permission_groups?: { id: number; built_in?: boolean }[];
    };
    const group = groups.permission_groups?.find(({ built_in }) => built_in) ?? groups.permission_groups?.[0];
    if (!group) throw new Error('Zendesk has no permission group for articles. Create one in Guide.');
    return {
      ...deskLocales(locales, answer.locales ?? [], answer.default_locale),
      ids: { permission_group: group.id },
    };
  },
  resources({ name, sections, articles }, { locales, mainLocale }) {
    const code = (locale: string) => locales.get(locale);
    const main = code(mainLocale ?? '') ?? [...locales.values()][0] ?? 'en-us';
    const category: DeskResource = {
      key: 'category',
      kind: 'categories',
      title: name,
      create: { method: 'POST', path: `${ROOT}/${main}/categories.json`, body: { category: { name, locale: main } } },
      update: [titleOf('categories/{category}', main, name)],
      id: ['category', 'id'],
      find: { path: `${ROOT}/${main}/categories.json?per_page=100`, list: 'categories', name: 'name' },
    };
    return {
      resources: [
        category,
        ...sections.flatMap((section) => sectionResources(section, code)),
        ...articles.flatMap((article) => articleResources(article, code)),
      ],
      losses: [],
    };
  },
  archive(key, { locale }) {
    const parts = articleKey(key);
    if (!parts) return undefined;
    if (parts.locale === undefined)
      return { request: { method: 'DELETE', path: `${ROOT}/articles/{${key}}.json` }, forget: true };
    return {
      request: {
        method: 'PUT',
        path: `${ROOT}/articles/{${parts.article}}/translations/${locale}.json`,
        body: { translation: { draft: true } },
      },
      forget: false,
    };
  },
};

type Code = (locale: string) => string | undefined;

function titleOf(of: string, locale: string, title: string) {
  return {
    method: 'PUT' as const,
    path: `${ROOT}/${of}/translations/${locale}.json`,
    body: { translation: { title } },
  };
}

function sectionResources({ id, parent, names }: SiteSection, code: Code): DeskResource[] {
  const key = `section:${id}`;
  const [first, ...others] = [...names].flatMap(([tag, name]) => {
    const locale = code(tag);
    return locale === undefined ? [] : [{ tag, locale, name }];
  });
  if (!first) return [];
  const { locale, name } = first;
  const place = parent === undefined ? {} : { parent_section_id: `{section:${parent}}` };
  return [
    {
      key,
      kind: 'sections',
      title: name,
      create: {
        method: 'POST',
        path: `${ROOT}/${locale}/categories/{category}/sections.json`,
        body: { section: { name, locale, ...place } },
      },
      update: [titleOf(`sections/{${key}}`, locale, name)],
      id: ['section', 'id'],
      find: {
        path: `${ROOT}/${locale}/categories/{category}/sections.json?per_page=100`,
        list: 'sections',
        name: 'name',
        parent: 'parent_section_id',
      },
    },
    ...others.map((other): DeskResource => {
      const body = { translation: { locale: other.locale, title: other.name } };
      return {
        key: `${key}@${other.tag}`,
        kind: 'translations',
        title: other.name,
        create: { method: 'POST', path: `${ROOT}/sections/{${key}}/translations.json`, body },
        update: [titleOf(`sections/{${key}}`, other.locale, other.name)],
      };
    }),
  ];
}

function articleResources({ id, section, texts }: SiteArticle, code: Code): DeskResource[] {
  const key = `article:${id}`;
  const [first, ...others] = [...texts.values()].flatMap((text) => {
    const locale = code(text.locale);
    return locale === undefined ? [] : [{ ...text, tag: text.locale, locale }];
  });
  if (!first) return [];
  const { locale, title, body } = first;
  // Everyone can read it.
  const settings = { user_segment_id: null, permission_group_id: '{permission_group}' };
  return [
    {
      key,
      kind: 'articles',
      title,
      create: {
        method: 'POST',
        path: `${ROOT}/${locale}/sections/{section:${section}}/articles.json`,
        body: { article: { title, body, locale, draft: false, ...settings }, notify_subscribers: false },
      },
      update: [
        {
          method: 'PUT',
          path: `${ROOT}/articles/{${key}}.json`,
          body: { article: { section_id: `{section:${section}}`, ...settings } },
        },
        {
          method: 'PUT',
          path: `${ROOT}/articles/{${key}}/translations/${locale}.json`,
          body: { translation: { title, body, draft: false } },
        },
      ],
      id: ['article', 'id'],
      find: {
        path: `${ROOT}/${locale}/sections/{section:${section}}/articles.json?per_page=100`,
        list: 'articles',
        name: 'title',
      },
    },
    ...others.map((other): DeskResource => {
      const text = { title: other.title, body: other.body, draft: false };
      return {
        key: `${key}@${other.tag}`,
        kind: 'translations',
        title: other.title,
        create: {
          method: 'POST',
          path: `${ROOT}/articles/{${key}}/translations.json`,
          body: { translation: { locale: other.locale, ...text } },
        },
        update: [
          {
            method: 'PUT',
            path: `${ROOT}/articles/{${key}}/translations/${other.locale}.json`,
            body: { translation: text },
          },
        ],
      };
    }),
  ];
}
