import { afterEach, describe, expect, it } from 'vitest';
import { chatwootArticles } from '#intake/articles/desks/chatwoot.ts';
import { freshdeskArticles } from '#intake/articles/desks/freshdesk.ts';
import { helpScoutArticles } from '#intake/articles/desks/help-scout.ts';
import { intercomArticles } from '#intake/articles/desks/intercom.ts';
import { zammadArticles } from '#intake/articles/desks/zammad.ts';
import { makeFolder } from '../../folder.ts';
import { writtenIn } from '../../intake/articles/desks/import-dump.ts';
import { downloadInto, importDownload } from './download-into.ts';
import { type LocalServer, png, type Reply, serveLocally } from './local-server.ts';

let server: LocalServer;
afterEach(() => server.close());

/** Answers by path with its query; `authorization` is what the token must become. */
async function serve(answers: Record<string, unknown>, allowed: (headers: Record<string, unknown>) => boolean) {
  server = await serveLocally((path, _sent, { headers }) => {
    if (path.startsWith('/picture')) return { body: png, headers: { 'content-type': 'image/png' } };
    if (!allowed(headers)) return { status: 401, body: {} };
    return path in answers ? ({ body: answers[path] } satisfies Reply) : undefined;
  });
}

const filesOf = (imported: { files: { path: string }[] }) =>
  imported.files.map(({ path }) => path).filter((path) => path.endsWith('.mdx'));

describe('Freshdesk', () => {
  it('is read in all languages, with folders in folders, drafts and restrictions', async () => {
    const folder = (id: number, name: string, visibility: number, more: object = {}) => ({
      id,
      name,
      visibility,
      ...more,
    });
    const article = (id: number, title: string, more: object = {}) => ({
      id,
      title,
      description: `<p>${title} <a href="/support/solutions/articles/11-other">other</a></p>`,
      status: 2,
      type: 1,
      thumbs_up: 3,
      thumbs_down: 1,
      tags: ['lime'],
      updated_at: '2025-01-02T03:04:05Z',
      ...more,
    });
    const root = '/api/v2/solutions';
    const attachments = [{ id: 1, name: 'manual.png', attachment_url: '/picture/1' }];
    await serve(
      {
        '/api/v2/settings/helpdesk': { primary_language: 'en', supported_languages: ['fi'], portal_languages: ['fi'] },
        [`${root}/categories?per_page=100`]: [{ id: 1, name: 'Kettle' }],
        [`${root}/categories/1/folders?per_page=100`]: [
          folder(2, 'Care', 1, { sub_folders_count: 1 }),
          folder(3, 'Staff', 3),
        ],
        [`${root}/folders/2/subfolders?per_page=100`]: [folder(4, 'Deep', 1, { sub_folders_count: 0 })],
        [`${root}/folders/2/articles?per_page=100`]: [
          article(11, 'Fill'),
          article(12, 'Boil', { status: 1, attachments }),
        ],
        [`${root}/folders/3/articles?per_page=100`]: [article(13, 'Secret')],
        [`${root}/folders/4/articles?per_page=100`]: [article(14, 'Below', { status: 9 })],
        [`${root}/categories/fi?per_page=100`]: [{ id: 1, name: 'Keitin' }],
        [`${root}/categories/1/folders/fi?per_page=100`]: [folder(2, 'Hoito', 1, { sub_folders_count: 0 })],
        [`${root}/folders/2/articles/fi?per_page=100`]: [article(11, 'Täytä')],
      },
      ({ authorization }) => authorization === `Basic ${btoa('key:X')}`,
    );
    const folderOf = await makeFolder({});
    expect((await downloadInto(folderOf, freshdeskArticles, server.origin, { FRESHDESK_TOKEN: 'key' })).losses).toEqual(
      [],
    );
    const imported = await importDownload(folderOf, freshdeskArticles);
    expect(filesOf(imported)).toEqual([
      'articles/en/kettle/care/boil.mdx',
      'articles/en/kettle/care/deep/below.mdx',
      'articles/en/kettle/care/fill.mdx',
      'articles/en/kettle/staff/secret.mdx',
      'articles/fi/kettle/care/fill.mdx',
    ]);
    expect(writtenIn(imported, 'en/kettle/care/boil')).toMatch(
      /confidence: work-in-progress\n[\s\S]*\[other\]\(\/kettle\/care\/fill\)\n\n- \[manual.png\]/,
    );
    expect(writtenIn(imported, 'en/kettle/care/deep/below')).toContain('confidence: work-in-progress\n');
    expect(writtenIn(imported, 'en/kettle/staff/secret')).toContain('audience: internal\n');
    expect(writtenIn(imported, 'fi/kettle/care/fill')).toContain('title: Täytä\n');
    expect(writtenIn(imported, 'en/kettle/care/fill')).toContain('  - /support/solutions/articles/11-fill\n');
    expect(writtenIn(imported, 'site.yaml')).toContain('      en: Care\n      fi: Hoito\n');
    expect(imported.votes[0]).toMatchObject({ helpful: 3, unhelpful: 1 });
    expect(imported.losses.filter(({ kind }) => kind === 'visibility')).toHaveLength(1);
  });

  it('needs a token, and says which', async () => {
    await serve({}, () => false);
    await expect(downloadInto(await makeFolder({}), freshdeskArticles, server.origin)).rejects.toThrow(
      /asks for a token. Set FRESHDESK_TOKEN. Freshdesk calls it the API key of your profile/,
    );
  });
});

describe('Intercom', () => {
  it('is read with collections, translations, drafts and reactions', async () => {
    const article = {
      id: '9001',
      type: 'article',
      title: 'Fill',
      description: 'With water',
      body: '<p>Fill <img src="/picture/1.png" alt="Lid"></p>',
      author_id: 5,
      state: 'published',
      created_at: 1735787045,
      updated_at: 1735787045,
      url: 'https://help.kettle.example/en/articles/9001-fill',
      parent_id: 20,
      default_locale: 'en',
      translated_content: {
        type: 'article_translated_content',
        fi: { type: 'article_content', title: 'Täytä', body: '<p>Vesi</p>', state: 'draft', url: null },
        de: { title: '', body: '', state: 'draft' },
      },
      statistics: {
        reactions: 10,
        happy_reaction_percentage: 70,
        neutral_reaction_percentage: 20,
        sad_reaction_percentage: 10,
      },
    };
    const pages = (page: number) => ({ type: 'pages', page, per_page: 1, total_pages: 2 });
    const collections = [
      { id: '10', name: 'Kettle', order: 1, parent_id: null, translated_content: { fi: { name: 'Keitin' } } },
      { id: '20', name: 'Care', order: 1, parent_id: '10' },
    ];
    await serve(
      {
        '/articles?per_page=50': { data: [article], pages: pages(1), total_count: 2 },
        '/articles?per_page=50&page=2': {
          data: [{ ...article, id: '9002', title: 'New', state: 'review' }],
          pages: pages(2),
        },
        '/help_center/collections?per_page=50': { data: collections, pages: { page: 1, total_pages: 1 } },
        '/admins': { admins: [{ id: '5', name: 'Aino' }] },
      },
      ({ authorization }) => authorization === 'Bearer key',
    );
    const folder = await makeFolder({});
    expect((await downloadInto(folder, intercomArticles, server.origin, { INTERCOM_TOKEN: 'key' })).losses).toEqual([]);
    const imported = await importDownload(folder, intercomArticles);
    expect(filesOf(imported)).toEqual([
      'articles/en/kettle/care/fill.mdx',
      'articles/en/kettle/care/new.mdx',
      'articles/fi/kettle/care/fill.mdx',
      'articles/fi/kettle/care/new.mdx',
    ]);
    const text = writtenIn(imported, 'en/kettle/care/fill');
    expect(text).toContain('summary: With water\nowner: Aino\nreviewed: 2025-01-02\n');
    expect(text).toContain('  - /en/articles/9001-fill\n  - /en/articles/9001\n');
    expect(text).toContain('![Lid](./1.png)');
    expect(writtenIn(imported, 'en/kettle/care/new')).toContain('confidence: work-in-progress\n');
    expect(writtenIn(imported, 'fi/kettle/care/fill')).toContain('confidence: work-in-progress\n');
    expect(imported.votes[0]).toMatchObject({ helpful: 7, unhelpful: 1 });
  });
});

describe('Help Scout', () => {
  it('is read with collections, categories in their order, private ones and redirects', async () => {
    const list = (name: string, items: object[], page = 1, pages = 1) => ({
      [name]: { page, pages, count: items.length, items },
    });
    const article = (number: number, more: object = {}) => ({
      article: {
        id: `a${number}`,
        number,
        collectionId: 'c1',
        slug: `article-${number}`,
        status: 'published',
        name: `Article ${number}`,
        text: `<p>Text ${number}</p><section class="callout-yellow"><p>Hot.</p></section>`,
        categories: ['k1'],
        publicUrl: `https://kettle.helpscoutdocs.com/article/${number}-article-${number}`,
        keywords: ['lime'],
        updatedAt: '2025-01-02T03:04:05Z',
        ...more,
      },
    });
    const query = '?page=1&status=all';
    await serve(
      {
        '/v1/sites?page=1': list('sites', [{ id: 's1', subDomain: 'kettle' }]),
        '/v1/redirects/site/s1?page=1': list('redirects', [
          { id: 'r', urlMapping: '/old', redirect: 'https://kettle.helpscoutdocs.com/article/1-article-1' },
        ]),
        '/v1/collections?page=1': list('collections', [
          { id: 'c1', name: 'Kettle', visibility: 'public', order: 1 },
          { id: 'c2', name: 'Staff', visibility: 'private', order: 2 },
        ]),
        '/v1/collections/c1/categories?page=1': list('categories', [{ id: 'k1', name: 'Care', order: 1 }]),
        '/v1/collections/c2/categories?page=1': list('categories', []),
        [`/v1/collections/c1/articles${query}&pageSize=100`]: list('articles', [{ id: 'a1' }], 1, 2),
        '/v1/collections/c1/articles?page=2&status=all&pageSize=100': list('articles', [{ id: 'a2' }], 2, 2),
        [`/v1/collections/c2/articles${query}&pageSize=100`]: list('articles', [{ id: 'a3' }]),
        [`/v1/categories/k1/articles${query}&sort=order&pageSize=100`]: list('articles', [{ id: 'a2' }, { id: 'a1' }]),
        '/v1/articles/a1': article(1),
        '/v1/articles/a2': article(2, { status: 'notpublished' }),
        '/v1/articles/a3': article(3, { collectionId: 'c2', categories: [] }),
      },
      ({ authorization }) => authorization === `Basic ${btoa('key:X')}`,
    );
    const folder = await makeFolder({});
    const { losses } = await downloadInto(folder, helpScoutArticles, server.origin, { HELPSCOUT_TOKEN: 'key' });
    expect(losses).toEqual([]);
    const imported = await importDownload(folder, helpScoutArticles);
    expect(filesOf(imported)).toEqual([
      'articles/en/kettle/care/article-1.mdx',
      'articles/en/kettle/care/article-2.mdx',
      'articles/en/staff/article-3.mdx',
    ]);
    expect(writtenIn(imported, 'en/kettle/care/article-1')).toMatch(
      /order: 2\n[\s\S]* {2}- \/article\/1-article-1\n {2}- \/article\/1\n {2}- \/old\n/,
    );
    expect(writtenIn(imported, 'en/kettle/care/article-2')).toContain('order: 1\n');
    expect(writtenIn(imported, 'en/kettle/care/article-2')).toContain('confidence: work-in-progress\n');
    expect(writtenIn(imported, 'en/staff/article-3')).toContain('audience: internal\n');
  });
});

describe('Chatwoot', () => {
  const article = (id: number, more: object = {}) => ({
    id,
    title: `Article ${id}`,
    slug: `${id}-article`,
    content: `# Heading\n\nText **${id}**, see [other](/hc/kettle/articles/1-article). ![Lid](/picture/1.png)`,
    description: 'Short',
    status: 'published',
    position: id,
    category: { id: 5, slug: 'care', locale: 'en' },
    ...more,
  });
  const categories = { payload: [{ id: 5, name: 'Care', slug: 'care', locale: 'en', position: 1 }] };

  it('is read with a token: every language and status', async () => {
    const root = '/api/v1/accounts/3/portals';
    const portal = {
      id: 1,
      slug: 'kettle',
      name: 'Kettle help',
      config: { allowed_locales: [{ code: 'en' }, { code: 'fi' }], default_locale: 'en' },
    };
    const finnish = { payload: [{ id: 6, name: 'Hoito', slug: 'care', locale: 'fi' }] };
    await serve(
      {
        '/api/v1/profile': { account_id: 3 },
        [root]: { payload: [portal] },
        [`${root}/kettle/categories?locale=en`]: categories,
        [`${root}/kettle/categories?locale=fi`]: finnish,
        [`${root}/kettle/articles?locale=en&page=1`]: {
          payload: [article(1), article(2, { status: 'draft' })],
          meta: { articles_count: 4 },
        },
        [`${root}/kettle/articles?locale=en&page=2`]: {
          payload: [article(3, { status: 'archived' }), article(4, { status: 'x' })],
        },
        [`${root}/kettle/articles?locale=en&page=3`]: { payload: [] },
        [`${root}/kettle/articles?locale=fi&page=1`]: {
          payload: [article(7, { title: 'Artikkeli', associated_article_id: 1, category: { id: 6 } })],
        },
        [`${root}/kettle/articles?locale=fi&page=2`]: { payload: [] },
      },
      ({ api_access_token: token }) => token === 'key',
    );
    const folder = await makeFolder({});
    const { losses } = await downloadInto(folder, chatwootArticles, server.origin, { CHATWOOT_TOKEN: 'key' });
    expect(losses).toEqual([]);
    const imported = await importDownload(folder, chatwootArticles);
    expect(filesOf(imported)).toEqual([
      ...[1, 2, 3, 4].map((number) => `articles/en/care/article-${number}.mdx`),
      'articles/fi/care/article-1.mdx',
    ]);
    const states = [2, 3, 4].map(
      (number) => /confidence: .*/.exec(writtenIn(imported, `en/care/article-${number}`))?.[0],
    );
    expect(states).toEqual(['confidence: work-in-progress', 'confidence: archived', 'confidence: work-in-progress']);
    expect(writtenIn(imported, 'en/care/article-2')).toContain('see [other](/care/article-1). ![Lid](./1.png)');
    expect(writtenIn(imported, 'site.yaml')).toContain('      en: Care\n      fi: Hoito\n');
  });

  it('is read without a token as everyone sees it', async () => {
    server = await serveLocally((path) => {
      const answers: Record<string, unknown> = {
        '/hc/kettle/en.json': { slug: 'kettle', config: { allowed_locales: ['en'] } },
        '/hc/kettle/en/categories.json': categories,
        '/hc/kettle/en/articles.json?page=1': { payload: [article(1)], meta: { articles_count: 1 } },
        '/hc/kettle/en/articles.json?page=2': { payload: [] },
      };
      if (path.startsWith('/picture')) return { body: png };
      return path in answers ? { body: answers[path] } : { status: path.startsWith('/api') ? 401 : 404, body: {} };
    });
    const folder = await makeFolder({});
    await downloadInto(folder, chatwootArticles, `${server.origin}/hc/kettle/en`);
    expect(filesOf(await importDownload(folder, chatwootArticles))).toEqual(['articles/en/care/article-1.mdx']);
  });
});

describe('Zammad', () => {
  it('is read with categories, languages, states and texts that are asked for later', async () => {
    const answer = (id: number, more: object = {}) => ({
      id,
      category_id: 5,
      position: id,
      published_at: '2025-01-01T00:00:00Z',
      updated_at: '2025-01-02T00:00:00Z',
      ...more,
    });
    const states = [
      {},
      { published_at: null, internal_at: '2025-01-01T00:00:00Z' },
      { published_at: null },
      { archived_at: '2025-02-01T00:00:00Z' },
      { published_at: '2999-01-01T15:00:00Z' },
    ];
    const assets = {
      KnowledgeBase: { 1: { id: 1, kb_locale_ids: [1, 2] } },
      KnowledgeBaseTranslation: { 1: { id: 1, title: 'Kettle help', kb_locale_id: 1 } },
      KnowledgeBaseLocale: {
        1: { id: 1, system_locale_id: 7, primary: true },
        2: { id: 2, system_locale_id: 8, primary: false },
      },
      Locale: { 7: { id: 7, locale: 'en-us' }, 8: { id: 8, locale: 'fi' } },
      KnowledgeBaseCategory: { 5: { id: 5, knowledge_base_id: 1, parent_id: null, position: 0 } },
      KnowledgeBaseCategoryTranslation: { 1: { id: 1, title: 'Care', kb_locale_id: 1, category_id: 5 } },
      KnowledgeBaseAnswer: Object.fromEntries(states.map((state, index) => [index + 1, answer(index + 1, state)])),
      KnowledgeBaseAnswerTranslation: {
        ...Object.fromEntries(
          states.map((_state, index) => [
            index + 1,
            {
              id: index + 1,
              title: `Answer ${index + 1}`,
              kb_locale_id: 1,
              answer_id: index + 1,
              content_id: index + 1,
            },
          ]),
        ),
        9: { id: 9, title: 'Vastaus', kb_locale_id: 2, answer_id: 1, content_id: 9 },
      },
    };
    const body = '<div>Text <img src="/picture/1.png" alt="Lid"> <a href="/help/en-us/5-care/1-answer-1">1</a></div>';
    server = await serveLocally((path, sent, { headers }) => {
      if (path.startsWith('/picture')) return { body: png };
      if (headers.authorization !== 'Token token=key') return { status: 403, body: {} };
      if (path !== '/api/v1/knowledge_bases/init') return undefined;
      const ids: number[] = JSON.parse(sent).answer_translation_content_ids ?? [];
      const contents = Object.fromEntries(ids.map((id) => [id, { id, body }]));
      return { body: ids.length === 0 ? assets : { ...assets, KnowledgeBaseAnswerTranslationContent: contents } };
    });
    const folder = await makeFolder({});
    expect((await downloadInto(folder, zammadArticles, server.origin, { ZAMMAD_TOKEN: 'key' })).losses).toEqual([]);
    const imported = await importDownload(folder, zammadArticles);
    expect(filesOf(imported)).toEqual([
      ...[1, 2, 3, 4, 5].map((number) => `articles/en/care/answer-${number}.mdx`),
      'articles/fi/care/answer-1.mdx',
    ]);
    const kept = [1, 2, 3, 4, 5].map(
      (number) => /(?:confidence|audience|publishOn): .*/.exec(writtenIn(imported, `en/care/answer-${number}`))?.[0],
    );
    expect(kept).toEqual([
      undefined,
      'audience: internal',
      'confidence: work-in-progress',
      'confidence: archived',
      'publishOn: 2999-01-02',
    ]);
    expect(writtenIn(imported, 'en/care/answer-2')).toContain('Text ![Lid](./1.png) [1](/care/answer-1)');
    expect(writtenIn(imported, 'site.yaml')).toContain('name: Kettle');
  });
});
