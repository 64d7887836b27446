import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { zendeskArticles } from '#intake/articles/desks/zendesk.ts';
import { atServer } from '#io/articles/patient-fetch.ts';
import { listFiles } from '#io/machine/files.ts';
import { makeFolder } from '../../folder.ts';
import { writtenIn } from '../../intake/articles/desks/import-dump.ts';
import { downloadInto, importDownload } from './download-into.ts';
import { type LocalServer, png, type Reply, serveLocally } from './local-server.ts';

const ROOT = '/api/v2/help_center';
const HOST = 'https://kettle.zendesk.com';
let server: LocalServer;
afterEach(() => server.close());

const article = (number: number, locale = 'en-us', more: object = {}) => ({
  id: 360000000000 + number,
  html_url: `${HOST}/hc/${locale}/articles/${360000000000 + number}-Article-${number}`,
  title: `Article ${number}`,
  body: `<p>Words ${number}.</p>`,
  draft: false,
  section_id: 200,
  locale,
  source_locale: 'en-us',
  user_segment_id: null,
  author_id: 11,
  ...more,
});

/** What a public help center answers: two languages, `size` articles to a page. */
function helpCenter(articles: ReturnType<typeof article>[], size = 2): (path: string) => Reply | undefined {
  return (path) => {
    const url = new URL(path, HOST);
    const [, locale, kind] = /^\/api\/v2\/help_center\/([\w-]+)\/(\w+)\.json$/.exec(url.pathname) ?? [];
    if (url.pathname === `${ROOT}/locales.json`) return { body: { locales: ['en-us', 'fi'], default_locale: 'en-us' } };
    if (kind === 'sections') return { body: { sections: [{ id: 200, category_id: 100, name: 'Care', locale }] } };
    if (kind === 'categories') return { body: { categories: [{ id: 100, name: 'Kettle', locale }] } };
    if (kind !== 'articles') return undefined;
    const all = articles.filter((one) => one.locale === locale);
    const page = Number(url.searchParams.get('page') ?? 1);
    const next = `${HOST}${url.pathname}?page=${page + 1}&per_page=${size}`;
    return {
      body: {
        count: all.length,
        articles: all.slice((page - 1) * size, page * size),
        users: [{ id: 11, name: 'Aino' }],
        next_page: page * size < all.length ? next : null,
      },
    };
  };
}

describe('a public help center of Zendesk', () => {
  it('is read without a token: all pages, languages, sections, authors, attachments and pictures', async () => {
    const body = '<p><img src="/hc/article_attachments/7/kettle.png" alt="A kettle"></p>';
    const answer = helpCenter([
      ...[1, 2, 3, 4].map((number) => article(number)),
      article(5, 'en-us', { body }),
      article(1, 'fi', { title: 'Artikkeli 1' }),
    ]);
    server = await serveLocally((path) => {
      if (path.startsWith('/hc/article_attachments/7/')) return { body: png, headers: { 'content-type': 'image/png' } };
      if (path.startsWith('/hc/article_attachments/8'))
        return { body: 'a,b\n1,2\n', headers: { 'content-type': 'text/csv' } };
      if (path.startsWith(`${ROOT}/articles/360000000005/attachments.json`)) {
        const file = { id: 8, file_name: 'sizes.csv', content_url: `${HOST}/hc/article_attachments/8`, inline: false };
        return { body: { article_attachments: [file] } };
      }
      return answer(path);
    });
    const folder = await makeFolder({});
    expect((await downloadInto(folder, zendeskArticles, server.origin)).losses).toEqual([]);
    const imported = await importDownload(folder, zendeskArticles);
    expect(imported.losses).toEqual([]);
    expect(imported.files.map(({ path }) => path)).toEqual([
      ...[1, 2, 3, 4, 5].map((number) => `articles/en/kettle/care/article-${number}.mdx`),
      'articles/fi/kettle/care/article-1.mdx',
      'site.yaml',
      'topics.yaml',
    ]);
    expect(writtenIn(imported, 'en/kettle/care/article-1')).toContain('owner: Aino\n');
    expect(writtenIn(imported, 'en/kettle/care/article-5')).toContain(
      '![A kettle](./kettle.png)\n\n- [sizes.csv](./sizes.csv)\n',
    );
    expect(server.headers.every(({ authorization }) => authorization === undefined)).toBe(true);
  });

  it('is read in the language of its address if it has no list of languages', async () => {
    const answer = helpCenter([article(1), article(1, 'fi', { title: 'Artikkeli' })]);
    server = await serveLocally((path) => (path.startsWith(`${ROOT}/locales`) ? undefined : answer(path)));
    const folder = await makeFolder({});
    await downloadInto(folder, zendeskArticles, `${server.origin}/hc/fi`);
    expect(writtenIn(await importDownload(folder, zendeskArticles), 'fi/kettle/care/artikkeli')).toContain('Artikkeli');
  });

  it('survives 429 with and without a time, 500, half an answer and a broken connection', async () => {
    const answer = helpCenter([article(1), article(2), article(3)]);
    const failures: Reply[] = [
      { status: 429, headers: { 'retry-after': '0' }, body: {} },
      { status: 500, body: 'Oops' },
      { body: '{"locales": ["en' },
      { body: { locales: ['en-us'] }, broken: true },
      { status: 503, body: '' },
    ];
    server = await serveLocally((path) => failures.shift() ?? answer(path));
    const folder = await makeFolder({});
    expect((await downloadInto(folder, zendeskArticles, server.origin)).losses).toEqual([]);
    expect((await importDownload(folder, zendeskArticles)).files).toHaveLength(5);
  });

  it.each([
    ['the same page again', (path: string) => path],
    ['one and the same next page', () => `${ROOT}/en-us/articles.json?page=2`],
  ])('whose paging is broken is read to the end and reported: %s', async (_name, next) => {
    const all = [article(1), article(2)];
    server = await serveLocally((path) =>
      path.startsWith(`${ROOT}/en-us/articles.json`)
        ? { body: { count: 9, articles: all, next_page: next(path) } }
        : helpCenter([])(path),
    );
    const { losses } = await downloadInto(await makeFolder({}), zendeskArticles, server.origin);
    expect(losses.join('\n')).toMatch(/The pages of \/api.* repeat, so reading ended after 2 articles/);
    expect(losses.join('\n')).toMatch(/The desk has 9 articles .* but gave only 2/);
  });

  it('that fails is read on from there by the next call, and anew after that', async () => {
    const answer = helpCenter([article(1), article(2), article(3)]);
    let fails = true;
    server = await serveLocally((path) =>
      fails && path.includes('page=2') ? { status: 500, body: '' } : answer(path),
    );
    const folder = await makeFolder({});
    await expect(downloadInto(folder, zendeskArticles, server.origin)).rejects.toThrow(
      /127.0.0.1:\d+ answers 500 for .*articles.json, after 6 tries. Run the same command again later/,
    );
    expect(await listFiles(folder)).toEqual([]);
    fails = false;
    server.requests.length = 0;
    await downloadInto(folder, zendeskArticles, server.origin);
    expect(server.requests).not.toContain(`GET ${ROOT}/locales.json`);
    expect(server.requests.some((request) => request.includes('page=2'))).toBe(true);
    server.requests.length = 0;
    await downloadInto(folder, zendeskArticles, server.origin);
    expect(server.requests).toContain(`GET ${ROOT}/locales.json`);
  });

  it('is read again with a token if the first call had none', async () => {
    const answer = helpCenter([article(1), article(2), article(3)]);
    let fails = true;
    server = await serveLocally((path) =>
      fails && path.includes('page=2') ? { status: 500, body: '' } : answer(path),
    );
    const folder = await makeFolder({});
    await expect(downloadInto(folder, zendeskArticles, server.origin)).rejects.toThrow(/answers 500/);
    fails = false;
    server.requests.length = 0;
    await downloadInto(folder, zendeskArticles, server.origin, { ZENDESK_TOKEN: 'secret' });
    expect(server.requests).toContain(`GET ${ROOT}/locales.json`);
  });

  it('reports a list that its token can’t read', async () => {
    const answer = helpCenter([article(1)]);
    server = await serveLocally((path) => (path.includes('/attachments') ? { status: 403, body: {} } : answer(path)));
    const { losses } = await downloadInto(await makeFolder({}), zendeskArticles, server.origin, { ZENDESK_TOKEN: 'x' });
    expect(losses).toEqual([
      expect.stringMatching(/^What is at .*\/360000000001\/attachments.json wasn't imported: .* answers 403\.$/),
    ]);
  });

  it('is read at this server only, also if a next page names another', async () => {
    const paths = ['https://other.example//evil.example/2', '//evil.example/2'];
    expect(paths.map((path) => atServer(new URL(path, HOST), new URL(HOST)).host)).toEqual([
      'kettle.zendesk.com',
      'kettle.zendesk.com',
    ]);
  });

  it('shows the token to this server only, also after a redirect', async () => {
    const other = await serveLocally(() => ({ body: png, headers: { 'content-type': 'image/png' } }));
    try {
      const body = `<p><img src="/hc/article_attachments/7/a.png"><img src="${other.origin}/b.png"></p>`;
      const answer = helpCenter([article(1, 'en-us', { body })]);
      server = await serveLocally((path) =>
        path.startsWith('/hc/article_attachments/7')
          ? { status: 302, headers: { location: `${other.origin}/a.png` } }
          : answer(path),
      );
      const env = { ZENDESK_EMAIL: 'aino@kettle.example', ZENDESK_TOKEN: 'secret' };
      const { losses } = await downloadInto(await makeFolder({}), zendeskArticles, server.origin, env);
      expect(server.headers[0]?.authorization).toBe(`Basic ${btoa('aino@kettle.example/token:secret')}`);
      // Both are on this machine, which an article must not make us read.
      expect(other.requests).toEqual([]);
      expect(losses.join('\n')).toMatch(/is in a private network, so nothing was read from it/);
      expect(losses.join('\n')).not.toContain('secret');
    } finally {
      await other.close();
    }
  });

  it('says what to do if the token is refused, and doesn’t show it', async () => {
    server = await serveLocally(() => ({ status: 401, body: { error: 'secret' } }));
    const call = downloadInto(await makeFolder({}), zendeskArticles, server.origin, { ZENDESK_TOKEN: 'secret' });
    await expect(call).rejects.toThrow(/doesn't accept the token in ZENDESK_EMAIL and ZENDESK_TOKEN/);
    await expect(call).rejects.not.toThrow(/secret/);
  });

  it('leaves out what is no picture, and keeps its address', async () => {
    const body = '<p>A <img src="/hc/article_attachments/7/a.png" alt="A"></p>';
    const answer = helpCenter([article(1, 'en-us', { body })]);
    server = await serveLocally((path) => (path.startsWith('/hc/') ? { body: '<h1>Sign in</h1>' } : answer(path)));
    const folder = await makeFolder({});
    const { losses, files } = await downloadInto(folder, zendeskArticles, server.origin);
    expect(files).toEqual({});
    expect(losses).toEqual([
      expect.stringMatching(/^The file https:.*a.png wasn't downloaded: The name ends in ".png"/),
    ]);
    await rm(join(folder, 'downloaded.json'));
  });
});
