import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenSite, openSite } from '#io/machine/serve.ts';
import { widgetDemo } from '../../scripts/preview/widget-demo.ts';
import { sharedSite } from './small-site.ts';
import { visitPage } from './visit.ts';

// A site below a path, such as a project on GitHub Pages. A visit fails if anything is missing or blocked.
let preview: OpenSite;
beforeAll(async () => {
  preview = await openSite(await sharedSite('/help/'), 0, { 'widget-demo/': widgetDemo });
});
afterAll(() => preview?.close());

const visit = (path: string, look: (page: Page) => Promise<unknown>) => visitPage(preview.url, path, {}, look);

it('is styled, and its pages lead to each other', async () => {
  await visit('', async (page) => {
    expect(new URL(page.url()).pathname).toBe('/help/');
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
    await page.locator('a[href="/help/en/cards/"]').first().click();
    await page.waitForURL('**/help/en/cards/');
    expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(1);
  });
});

it('answers in its search', async () => {
  await visit('en/', async (page) => {
    await page.locator('#search').focus();
    await page.keyboard.type('how can i freeze this card please');
    await page.getByRole('option', { name: 'How do I freeze my card?' }).click();
    await page.waitForURL('**/help/en/cards/freeze/');
  });
});

it('shows the widget in a product', async () => {
  await visit('widget-demo/', async (page) => {
    await page.getByRole('button', { name: 'Open help' }).click();
    await page.getByRole('dialog').getByRole('searchbox').waitFor();
  });
});

it('redirects an old address in the browser', async () => {
  await visit('old/order-a-card', async (page) => {
    expect(new URL(page.url()).pathname).toBe('/help/en/cards/order/');
  });
});
