import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openSharedSite } from '../open-small-site.ts';
import { type Visit, visitPage } from '../visit.ts';

const opened = openSharedSite();
const visit = <T>(path: string, options: Visit, look: (page: Page) => Promise<T>) =>
  visitPage(opened.served.url, path, options, look);

describe('the page of results', () => {
  const path = 'en/search/?q=freeze+my+card';
  const result = (page: Page) => page.getByRole('link', { name: 'How do I freeze my card?' }).first();
  const preloaded = (page: Page) =>
    page
      .locator('link[rel=preload][as=fetch], link[rel=modulepreload]')
      .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));

  it('names the files that every question needs, and loads none of them twice', async () => {
    const asked: string[] = [];
    const before = async (page: Page) => void page.on('request', (request) => asked.push(request.url()));
    await visit(path, { before }, async (page) => {
      await result(page).waitFor();
      const named = await preloaded(page);
      const index = named
        .filter((url) => url.includes('/pagefind/'))
        .map((url) => new URL(url).pathname.split('/').pop());
      expect(index).toEqual(
        expect.arrayContaining(['pagefind.js', 'stemmer.js', 'vocabulary.ohje', 'pagefind-entry.json']),
      );
      expect(index.some((name) => name?.endsWith('.pf_meta'))).toBe(true);
      for (const url of named.filter((url) => !url.includes('/_astro/')))
        expect(asked.filter((one) => one === url)).toEqual([url]);
    });
  });

  it('requests the words of the question while Pagefind is still loading, and only once', async () => {
    const order: string[] = [];
    const before = async (page: Page) => {
      page.on('request', (request) => {
        if (request.url().endsWith('.pf_index')) order.push(request.url());
      });
      await page.route(/\.pagefind$/, async (route) => {
        await expect.poll(() => order.length).toBeGreaterThan(0);
        order.push('Pagefind');
        await route.continue();
      });
    };
    await visit(path, { before }, async (page) => {
      await result(page).waitFor();
      const words = order.filter((one) => one !== 'Pagefind');
      expect(order.indexOf('Pagefind')).toBe(words.length);
      expect(new Set(words).size).toBe(words.length);
    });
  });
});

it('the search box asks for all that its first answer needs before its code is there, and for nothing twice', async () => {
  const asked: string[] = [];
  const before = async (page: Page) => {
    page.on('request', (request) => asked.push(request.url()));
    const needed = [/search-panel\.[^/]*\.css/, /pagefind-entry\.json\?ts/, /\.pf_meta/, /vocabulary\.ohje/];
    await page.route(/search-box\.[^/]*\.js/, async (route) => {
      await expect.poll(() => needed.filter((one) => !asked.some((url) => one.test(url)))).toEqual([]);
      await route.continue();
    });
  };
  await visit('en/', { before }, async (page) => {
    await page.locator('#search').click();
    await page.keyboard.type('freeze my card');
    await page.getByRole('option', { name: 'How do I freeze my card?' }).waitFor();
    const data = asked.filter((url) => /\/pagefind\/|\.css|\.json/.test(url));
    expect(data.filter((url, index) => data.indexOf(url) !== index)).toEqual([]);
  });
});
