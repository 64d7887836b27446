import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSite, openSite } from '#io/serve.ts';
import { launchBrowser } from '../../scripts/browser.ts';
import { type SmallSite, smallSite } from './small-site.ts';
import { visitPage } from './visit.ts';

let site: SmallSite;
let served: OpenSite;
let browser: Browser;

beforeAll(async () => {
  site = await smallSite();
  const built = await site.build();
  expect(built.stderr).toBe('');
  served = await openSite(site.out, 0);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await site?.remove();
});

const visit = <T>(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<T>) =>
  visitPage(browser, served.url, path, options, look);

describe('the search', () => {
  it('answers a whole sentence while it is typed, and Enter opens the answer', async () => {
    await visit('en/', {}, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('how can i freeze this card please');
      await page.getByRole('option', { name: 'How do I freeze my card?' }).waitFor();
      await page.keyboard.press('ArrowDown');
      const input = page.getByRole('combobox');
      expect(await input.getAttribute('aria-activedescendant')).toBe('search-0');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/en\/cards\/freeze\/$/);
    });
  });

  it('is reached from every page and closes with Escape', async () => {
    await visit('en/cards/order/', {}, async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('close account');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('listbox').waitFor({ state: 'hidden' });
    });
  });

  it('finds Persian articles in Persian', async () => {
    await visit('fa/', {}, async (page) => {
      await page.getByRole('searchbox').fill('کارتم را مسدود کنم');
      await page.getByRole('option', { name: 'کارتم را چطور مسدود کنم؟' }).waitFor();
    });
  });

  it('loads nothing before somebody turns to it', async () => {
    await visit('en/', {}, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.waitForTimeout(300);
      expect(asked.filter((url) => url.includes('pagefind'))).toEqual([]);
      await page.getByRole('searchbox').focus();
      await page.waitForRequest(/pagefind/);
    });
  });

  it('hears somebody who turned to it before it was loaded', async () => {
    await visit('en/', {}, async (page) => {
      await page.route(/search-start|SearchBox/, async (route) => {
        await page.getByRole('searchbox').focus();
        await route.continue();
      });
      await page.reload();
      await page.keyboard.type('freeze my card');
      await page.getByRole('option', { name: 'How do I freeze my card?' }).waitFor();
    });
  });

  it('leads to the page with everything where there is no JavaScript', async () => {
    await visit('en/', { javaScriptEnabled: false }, async (page) => {
      await page.getByRole('searchbox').fill('card');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.waitForURL(/\/en\/all\/\?q=card$/);
      await page.getByRole('link', { name: 'Order a card' }).waitFor();
    });
  });
});

describe('a reader', () => {
  it('changes language and stays on the same article', async () => {
    await visit('en/cards/freeze/', {}, async (page) => {
      await page.getByLabel('Language: English').click();
      await page.getByRole('link', { name: 'فارسی' }).click();
      await page.waitForURL(/\/fa\/cards\/freeze\/$/);
      expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
    });
  });

  it('reaches the content first with the keyboard', async () => {
    await visit('en/cards/order/', {}, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    });
  });

  it('chooses a device once, by keyboard, and finds it chosen on the next page', async () => {
    await visit('en/cards/order/', {}, async (page) => {
      await page.getByRole('tab', { name: 'iPhone' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.getByText('Hold the card to the back of the phone.').waitFor();
      expect(await page.getByText('Hold the card to the top of the phone.').isVisible()).toBe(false);
      await page.reload();
      await page.getByText('Hold the card to the back of the phone.').waitFor();
    });
  });

  it('sees every tab without JavaScript', async () => {
    await visit('en/cards/order/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.getByText('Hold the card to the top of the phone.').isVisible()).toBe(true);
      expect(await page.getByText('Hold the card to the back of the phone.').isVisible()).toBe(true);
    });
  });

  it('chooses dark pages, keeps them, and nothing is stored before', async () => {
    await visit('en/', { colorScheme: 'light' }, async (page) => {
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      const light = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      await page.getByLabel('Light or dark').click();
      await page.getByRole('button', { name: 'Dark' }).click();
      await page.reload();
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).not.toBe(light);
    });
  });
});
