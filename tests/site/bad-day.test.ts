import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openSmallSite } from './open-small-site.ts';
import { phone, type Visit, visitPage } from './visit.ts';

// What readers meet that no one tries in an office: a slow network, large text, paper, other colors, other languages.
const opened = openSmallSite(
  async ({ content }) => {
    const write = (path: string, text: string) => writeFile(join(content, 'articles', path), text);
    await write(
      'fa/cards/order.mdx',
      '---\ntitle: سفارش کارت\n---\n\nبرای سفارش کارت با شماره +358 9 0000 0100 تماس بگیرید یا `--order` را بنویسید.\n',
    );
  },
  '--theme',
  'lumo',
);

const visit = <T>(path: string, options: Visit, look: (page: Page) => Promise<T>) =>
  visitPage(opened.browser, opened.served.url, path, options, look);

/** Where a text starts and where another starts, from the left, in CSS pixels. */
const placesOf = (page: Page, selector: string, texts: readonly string[]) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, texts) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const places: number[] = [];
      while (walker.nextNode())
        for (const text of texts) {
          const node = walker.currentNode;
          const at = node.nodeValue?.indexOf(text) ?? -1;
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          places[texts.indexOf(text)] = range.getBoundingClientRect().left;
        }
      return places;
    }, texts);

it('a right-to-left article and its excerpts keep the order of numbers and code', async () => {
  const inOrder = async (page: Page, selector: string) => {
    const [start = 0, end = 0] = await placesOf(page, selector, ['+358', '0100']);
    const [dashes = 0, word = 0] = await placesOf(page, selector, ['--order', 'order']);
    return start < end && dashes < word;
  };
  await visit('fa/cards/order/', {}, async (page) => expect(await inOrder(page, 'article p')).toBe(true));
  await visit(`fa/search/?q=${encodeURIComponent('سفارش کارت')}`, {}, async (page) => {
    await page.locator('.result-excerpt', { hasText: '358' }).first().waitFor();
    expect(await inOrder(page, '.result-excerpt:has-text("358")')).toBe(true);
  });
});

it.each([
  ['en/', ['plus-jakarta-sans']],
  ['fa/', ['plus-jakarta-sans', 'vazirmatn']],
])('%s loads only the fonts whose letters it shows, also while the first is on its way', async (path, names) => {
  const loaded: string[] = [];
  const before = (page: Page) =>
    page.route('**/*.woff2', async (route) => {
      loaded.push(/([^/.]+)\.[^/]*$/.exec(route.request().url())?.[1] ?? '');
      await new Promise((done) => setTimeout(done, 500));
      await route.continue();
    });
  await visit(path, { viewport: phone, before }, async (page) => {
    await page.evaluate(() => document.fonts.ready);
    await page.waitForLoadState('networkidle');
    expect(loaded.toSorted()).toEqual(names);
  });
});
