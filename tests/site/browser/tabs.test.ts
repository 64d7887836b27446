import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Listener, listen } from '../listen.ts';
import { phone, visitPage } from '../visit.ts';

let host: Listener;
beforeAll(async () => {
  const headers = { 'Content-Type': 'text/html', 'Cache-Control': 'max-age=600' };
  const body = '<!doctype html><link rel="icon" href="data:,"><img src="/picture"><p style="height: 9999px">';
  host = await listen(() => ({ headers, body }));
});
afterAll(async () => {
  await host?.close();
});
beforeEach(() => {
  host.received.length = 0;
});

const visit = (options: BrowserContextOptions, look: (page: Page) => Promise<void>) =>
  visitPage(host.origin, '/', options, look);

/** All that a page could know about visits before it. */
const known = (page: Page) =>
  page.evaluate(async () => ({
    stored: { ...localStorage, ...sessionStorage },
    cookie: document.cookie,
    databases: await indexedDB.databases(),
    history: history.length,
    opener: globalThis.opener,
    focus: document.hasFocus(),
    scrolled: scrollY,
    size: [innerWidth, innerHeight],
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: navigator.language,
    isDark: matchMedia('(prefers-color-scheme: dark)').matches,
    isStill: matchMedia('(prefers-reduced-motion: reduce)').matches,
    year: new Date().getFullYear(),
  }));

it.each([{}, { viewport: phone, timezoneId: 'Asia/Tehran', locale: 'fa', colorScheme: 'dark' }] as const)(
  'a visit with %j is like the first',
  async (options) => {
    const seen: unknown[] = [];
    for (let visits = 1; visits <= 3; visits++)
      await visit(options, async (page) => {
        await page.waitForLoadState('networkidle');
        seen.push(await known(page));
        // The page and its picture, which the cache would keep.
        expect(host.received.length).toBe(2 * visits);
        await page.evaluate(async () => {
          localStorage.setItem('one', '1');
          sessionStorage.setItem('two', '2');
          await cookieStore.set('three', '3');
          await new Promise((done) => {
            indexedDB.open('four').onsuccess = done;
          });
          history.pushState({}, '', '/#five');
          scrollTo(0, 500);
        });
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
        await page.setViewportSize({ width: 500, height: 500 });
      });
    expect(seen.slice(1)).toEqual([seen[0], seen[0]]);
  },
);

it('a visit whose clock was set leaves the time of others alone', async () => {
  const years: number[] = [];
  for (let visits = 1; visits <= 2; visits++)
    await visit({}, async (page) => {
      years.push((await known(page)).year);
      await page.clock.setFixedTime('2001-01-01');
      await page.reload();
      expect((await known(page)).year).toBe(2001);
    });
  expect(years).not.toContain(2001);
});

it('a visit that opened other tabs closes them', async () => {
  const tabs: number[] = [];
  for (let visits = 1; visits <= 2; visits++)
    await visit({}, async (page) => {
      tabs.push(page.context().pages().length);
      await Promise.all([page.waitForEvent('popup'), page.evaluate(() => void open('/'))]);
    });
  expect(tabs[1]).toBe(tabs[0]);
});
