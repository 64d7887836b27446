import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '#io/machine/files.ts';
import { sharedSite } from '../small-site.ts';
import { addressProblems } from './addresses-of-languages.ts';
import { feedProblems } from './feed-problems.ts';
import { htmlProblems } from './html-problems.ts';
import { schemaProblems } from './schema-problems.ts';

// What search engines and feed readers read in a whole built site.
describe.each(['/', '/help/'] as const)('a site at %s', (base) => {
  const origin = `https://help.pilvi.example${base}`;
  const texts = new Map<string, string>();
  const pages = new Map<string, string>();
  beforeAll(async () => {
    const dist = await sharedSite(base);
    for (const file of await listFiles(dist))
      if (/\.(?:html|xml)$/.test(file)) texts.set(file, await readFile(join(dist, file), 'utf8'));
    // An old address only leads to the new one.
    for (const [file, text] of texts)
      if (file.endsWith('.html') && !text.includes('http-equiv="refresh"'))
        pages.set(origin + encodeURI(file.replace(/index\.html$/, '')), text);
  });

  it('has pages that follow the HTML standard', async () => {
    for (const [url, html] of pages) expect([url, await htmlProblems(html)]).toEqual([url, []]);
  });

  it('describes every page in words and values that schema.org knows', async () => {
    const kinds = new Set<string>();
    for (const [url, html] of pages) {
      expect([url, await schemaProblems(html)]).toEqual([url, []]);
      for (const [, kind = ''] of html.matchAll(/"@type":"(\w+)"/g)) kinds.add(kind);
    }
    for (const kind of ['BreadcrumbList', 'Article', 'HowTo', 'FAQPage', 'Organization', 'WebSite'])
      expect(kinds).toContain(kind);
  });

  it('has languages that name each other, copies that name their original, and all of that in the sitemap', () => {
    const sitemap = [...texts].filter(([file]) => /^sitemap-\d/.test(file)).map(([, text]) => text);
    expect(addressProblems(pages, sitemap.join('\n'))).toEqual([]);
    expect(pages.get(`${origin}fa/cards/order/`)).toContain(`<link rel="canonical" href="${origin}en/cards/order/">`);
  });

  it('has feeds that follow the standard', () => {
    const feeds = [...texts].filter(([, text]) => text.includes('<feed '));
    expect(feeds.map(([file]) => file)).toEqual(expect.arrayContaining(['en/articles.xml', 'fa/articles.xml']));
    for (const [file, text] of feeds) {
      expect([file, feedProblems(text)]).toEqual([file, []]);
      for (const [, url = ''] of text.matchAll(/<link (?:rel="alternate" )?href="([^"#]*)/g))
        expect(pages.has(url)).toBe(true);
    }
  });
});

describe('what is wrong', () => {
  const script = (thing: object) =>
    `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@graph': [thing] })}</script>`;

  it.each([
    [{ '@type': 'Article', headLine: 'Cards' }, 'headLine'],
    [{ '@type': 'Artikel', headline: 'Cards' }, 'Artikel'],
    [{ '@type': 'Article', datePublished: 'yesterday' }, 'datePublished is "yesterday"'],
    [{ '@type': 'HowTo', name: 'Freeze', step: [{ '@type': 'Person', name: 'Ada' }] }, 'step is a Person'],
    [{ '@type': 'BreadcrumbList', itemListElement: [{ '@type': 'ListItem', name: 'Home' }] }, 'position'],
  ])('is found in structured data: %o', async (thing, problem) => {
    expect((await schemaProblems(script(thing))).join('\n')).toContain(problem);
  });

  it('is found in HTML', async () => {
    const page = (body: string) =>
      `<!doctype html><html lang="en"><head><title>Cards</title></head><body>${body}</body></html>`;
    expect(await htmlProblems(page('<p>Ask.</p>'))).toEqual([]);
    expect((await htmlProblems(page('<p>Ask. <p>Now</p></p>'))).join()).toContain("Stray end tag '</p>'");
    expect((await htmlProblems(page('<i id="a"></i><b id="a"></b>'))).join()).toContain('Duplicate ID');
  });

  it('is found in feeds', () => {
    const feed = '<feed><title>Cards</title><updated>2026-11-15</updated><entry><id>1</id></entry></feed>';
    expect(feedProblems(feed)).toEqual(
      expect.arrayContaining([
        'the feed needs one id',
        'the feed has the date "2026-11-15"',
        'entry 1 needs one title',
      ]),
    );
  });

  it('is found in the addresses of languages', () => {
    const page = (tag: string, versions: string) =>
      `<html lang="${tag}"><head><link rel="canonical" href="https://a.example/${tag}/">${versions}</head>`;
    const other = '<link rel="alternate" hreflang="fi" href="https://a.example/fi/">';
    const found = addressProblems(
      new Map([
        ['https://a.example/en/', page('en', other)],
        ['https://a.example/fi/', page('fi', '')],
      ]),
      '<url><loc>https://a.example/fi/</loc></url>',
    );
    expect(found).toEqual([
      'https://a.example/en/ has no x-default',
      'https://a.example/en/ names https://a.example/fi/, which names other versions',
      "https://a.example/en/ doesn't name itself or its original",
      'the sitemap lacks https://a.example/en/',
    ]);
  });
});
