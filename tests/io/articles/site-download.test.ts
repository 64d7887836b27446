import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { ImportedSite } from '#intake/articles/imported-site.ts';
import { importCollection } from '#intake/articles/importers/import-collection.ts';
import { webSite } from '#intake/articles/importers/web-importers.ts';
import { downloadSite } from '#io/articles/download-site.ts';
import { listFiles } from '#io/machine/files.ts';
import { makeFolder } from '../../folder.ts';
import { writtenIn } from '../../intake/articles/desks/import-dump.ts';
import { type LocalServer, png, type Reply, serveLocally } from './local-server.ts';

let server: LocalServer;
afterEach(() => server.close());

const page = (title: string, text: string, { head = '', lang = 'en' } = {}) =>
  `<!doctype html><html lang="${lang}"><head><title>${title} – Kettle</title><meta property="og:site_name" content="Kettle">${head}</head>
  <body><header><nav><a href="/help">Help</a></nav></header>
  <ol class="breadcrumbs"><li><a href="/help">Kettle</a></li><li><a href="/help/care">Care</a></li><li>${title}</li></ol>
  <main><article><h1>${title}</h1>${text}</article></main><footer>© Kettle</footer></body></html>`;

async function importSite(path: string, pages: Record<string, string | Reply>): Promise<ImportedSite> {
  server = await serveLocally((asked) => {
    if (asked.endsWith('.png')) return { body: png, headers: { 'content-type': 'image/png' } };
    const found = pages[asked];
    const reply = typeof found === 'string' ? { body: found } : found;
    return (
      reply && {
        ...reply,
        body: typeof reply.body === 'string' ? reply.body.replaceAll('ORIGIN', server.origin) : reply.body,
      }
    );
  });
  const folder = await makeFolder({});
  const shared = { now: Date.now(), show: () => {}, pause: 0, retry: 5, timeout: 2000 };
  await downloadSite({ ...shared, address: new URL(server.origin + path), folder });
  const paths = await listFiles(folder);
  const reading = paths.filter((one) => webSite.reads(one));
  const files = await Promise.all(
    reading.map(async (one) => ({ path: one, text: await readFile(join(folder, one), 'utf8') })),
  );
  const options = { locale: undefined, name: 'Kettle', today: '2026-11-30' };
  return importCollection(webSite.collect(files, new Set(paths), options), options);
}

const articles = ({ files }: ImportedSite) => files.map(({ path }) => path).filter((path) => path.endsWith('.mdx'));

describe('a website', () => {
  it('is read by its sitemap, on this host and below the address, as robots.txt allows', async () => {
    const map = (...urls: string[]) => `<urlset>${urls.map((url) => `<url><loc>${url}</loc></url>`).join('')}</urlset>`;
    const imported = await importSite('/help', {
      '/robots.txt': 'User-agent: *\nDisallow: /help/secret\nSitemap: ORIGIN/maps.xml',
      '/maps.xml':
        '<sitemapindex><sitemap><loc>ORIGIN/a.xml</loc></sitemap><sitemap><loc>ORIGIN/b.xml.gz</loc></sitemap></sitemapindex>',
      '/a.xml': map('ORIGIN/help/fill', 'ORIGIN/help/secret', 'ORIGIN/shop/buy', 'https://other.example/help/x'),
      '/b.xml.gz': { body: gzipSync(map()) },
      '/help': page('Help', '<ul><li><a href="/help/fill">Fill</a></li><li><a href="/help/boil">Boil</a></li></ul>'),
      '/help/fill': page('Fill', '<p>See <a href="/help/boil">boil</a>. <img src="/img/lid.png" alt="Lid"></p>'),
      '/help/secret': page('Secret', '<p>No.</p>'),
      '/shop/buy': page('Buy', '<p>Buy.</p>'),
    });
    expect(articles(imported)).toEqual(['articles/en/care/fill.mdx']);
    expect(server.requests).not.toContain('GET /help/secret');
    expect(server.requests).not.toContain('GET /shop/buy');
    expect(writtenIn(imported, 'en/care/fill')).toContain('![Lid](./lid.png)');
    expect(imported.losses.map(({ what }) => what).join('\n')).toMatch(/robots.txt asks not to read 1 pages/);
    expect(writtenIn(imported, 'site.yaml')).toContain('care:\n    title:\n      en: Care\n');
  });

  it('without a sitemap is read by its links, with its translations', async () => {
    const alternates = ['en', 'fi']
      .map((lang) => `<link rel="alternate" hreflang="${lang}" href="ORIGIN/help/${lang === 'en' ? 'fill' : 'tayta'}">`)
      .join('');
    const imported = await importSite('/help', {
      '/help': page(
        'Help',
        '<p><a href="/help/care">Care</a> <a href="/help/new?utm_source=x#top">New</a> <a href="/shop">Shop</a></p>',
      ),
      '/help/care': page(
        'Care',
        '<ul><li><a href="fill">Fill</a></li><li><a href="/help/fill">Again</a></li></ul>',
      ).replaceAll('href="fill"', 'href="/help/fill"'),
      '/help/fill': page('Fill', '<p>Water. <a href="/help/tayta">suomeksi</a></p>', { head: alternates }),
      '/help/tayta': page('Täytä', '<p>Vettä.</p>', { head: alternates, lang: 'fi' }),
      '/help/new': page('New', '<p>News for you.</p>', { head: '<meta name="robots" content="noindex">' }),
    });
    expect(articles(imported)).toEqual([
      'articles/en/care/fill.mdx',
      'articles/en/care/new.mdx',
      'articles/fi/care/fill.mdx',
    ]);
    expect(writtenIn(imported, 'en/care/new')).toContain('confidence: work-in-progress\n');
    expect(writtenIn(imported, 'en/care/fill')).toContain('redirectFrom:\n  - /help/fill\n');
    expect(server.requests.filter((request) => request === 'GET /help/fill')).toHaveLength(1);
    expect(server.requests).not.toContain('GET /shop');
  });

  it('can have articles that differ only in the query of their address', async () => {
    const imported = await importSite('/help', {
      '/help': page(
        'Help',
        '<p><a href="/help/a?id=1">A</a> <a href="/help/a?id=2">B</a> <a href="/help/a?id=3">C</a></p>',
      ),
      '/help/a?id=1': page('Fill', '<p>Water, then <a href="?id=2">boil</a>.</p>'),
      '/help/a?id=2': page('Boil', '<p>Hot.</p>'),
      '/help/a?id=3': page('Pour', '<p>Tea.</p>'),
    });
    expect(articles(imported)).toEqual(['boil', 'fill', 'pour'].map((name) => `articles/en/care/${name}.mdx`));
    expect(writtenIn(imported, 'en/care/fill')).toContain('[boil](/care/boil)');
  });

  it('reports a page that leads out of the site', async () => {
    const imported = await importSite('/help', {
      '/help': page('Help', '<p><a href="/help/a">A</a> <a href="/help/b">B</a></p>'),
      '/help/a': page('Fill', '<p>Water.</p>'),
      '/help/b': { status: 302, headers: { location: '/login' } },
      '/login': page('Sign in', '<p>Name?</p>'),
    });
    expect(articles(imported)).toEqual(['articles/en/care/fill.mdx']);
    expect(imported.losses.map(({ what }) => what).join('\n')).toMatch(/\/help\/b leads to .*\/login, which isn't/);
  });

  it('keeps what it could read if a page fails', async () => {
    const imported = await importSite('/', {
      '/': page('Home', '<p><a href="/a">A</a> <a href="/b">B</a> <a href="/c.pdf">P</a> <a href="/c">C</a></p>'),
      '/a': page('A', '<p>Text.</p>'),
      '/b': { status: 500, body: '' },
      '/c': { headers: { 'x-robots-tag': 'noindex' }, body: page('C', '<p>Not for search engines.</p>') },
    });
    expect(articles(imported)).toEqual(['articles/en/care/a.mdx', 'articles/en/care/c.mdx']);
    expect(writtenIn(imported, 'en/care/c')).toContain('confidence: work-in-progress\n');
    expect(imported.losses.map(({ what }) => what).join('\n')).toMatch(/answers 500 for \/b/);
  });
});
