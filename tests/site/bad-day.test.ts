import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openSmallSite } from './open-small-site.ts';
import { phone, type Visit, visitPage } from './visit.ts';

// What readers meet that no one tries in an office: a slow network, large text, paper, other colors, other languages.
const opened = openSmallSite(async () => undefined, '--theme', 'lumo');

const visit = <T>(path: string, options: Visit, look: (page: Page) => Promise<T>) =>
  visitPage(opened.browser, opened.served.url, path, options, look);

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
