import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeRobots, writeSitemap } from '#build/sitemap.ts';
import { listFiles } from '#io/machine/files.ts';
import { makeArticle, makeLibrary } from '../make.ts';

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'ohje-'));
});
afterEach(() => rm(out, { recursive: true, force: true }));

const read = (name: string) => readFile(join(out, name), 'utf8');
const url = 'https://a.example/help/';
const articles = [
  makeArticle('cards/freeze'),
  makeArticle('cards/freeze', { locale: 'fi' }),
  makeArticle('cards/it’s & more'),
];

describe('the sitemap', () => {
  it('names every page in every language it is written in, with the others', async () => {
    await writeSitemap(makeLibrary({ articles }), out, url, '/help/');
    const xml = await read('sitemap-1.xml');
    expect(xml).toContain(
      '<url><loc>https://a.example/help/fi/cards/freeze/</loc><xhtml:link rel="alternate" hreflang="en" href="https://a.example/help/en/cards/freeze/"/><xhtml:link rel="alternate" hreflang="fi" href="https://a.example/help/fi/cards/freeze/"/></url>',
    );
    for (const path of ['en/', 'en/all/', 'en/announcements/', 'en/cards/', 'fi/cards/'])
      expect(xml).toContain(`<loc>${url}${path}</loc>`);
  });

  it('names the contact page only where there is a way to a person', async () => {
    await writeSitemap(makeLibrary({ articles }), out, url, '/help/');
    expect(await read('sitemap-1.xml')).not.toContain('/en/contact/');
    const site = { ...makeLibrary({}).site, contact: { closed: [], email: { address: 'help@a.example' } } };
    await writeSitemap(makeLibrary({ articles, site }), out, url, '/help/');
    expect(await read('sitemap-1.xml')).toContain(`<loc>${url}en/contact/</loc>`);
  });

  it('leaves out what is shown in place of a translation', async () => {
    await writeSitemap(makeLibrary({ articles }), out, url, '/help/');
    const xml = await read('sitemap-1.xml');
    expect(xml).toContain('<url><loc>https://a.example/help/en/cards/it%E2%80%99s%20%26%20more/</loc></url>');
    expect(xml).not.toContain('/fi/cards/it');
  });

  it('is an index of files that none of them outgrows', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => makeArticle(`a/n${index}`));
    expect(await writeSitemap(makeLibrary({ articles: many }), out, url, '/help/')).toBe(10_008);
    expect((await listFiles(out)).sort()).toEqual(['sitemap-1.xml', 'sitemap-2.xml', 'sitemap.xml']);
    expect(await read('sitemap.xml')).toContain('<sitemap><loc>https://a.example/help/sitemap-2.xml</loc></sitemap>');
  });
});

describe('robots.txt', () => {
  it('leads to the sitemap where the address is known', async () => {
    await writeRobots(out, 'public', 'https://a.example');
    expect(await read('robots.txt')).toBe('User-agent: *\nAllow: /\n\nSitemap: https://a.example/sitemap.xml\n');
  });

  it('names none where it is not', async () => {
    await writeRobots(out, 'public');
    expect(await read('robots.txt')).toBe('User-agent: *\nAllow: /\n');
  });

  it('keeps robots out of what is for the support team', async () => {
    await writeRobots(out, 'internal', 'https://a.example/');
    expect(await read('robots.txt')).toBe('User-agent: *\nDisallow: /\n');
  });
});
