import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testBrowser } from './browser/browser.ts';
import { type DevServer, startDev } from './dev-server.ts';
import { type SmallSite, smallSite } from './small-site.ts';
import { accessibilityViolations, desktop, patience } from './visit.ts';

let site: SmallSite;
let server: DevServer;
let page: Page;

const open = (path: string) => page.goto(new URL(path, server.url).href);
const panel = () => page.locator('ohje-preview');
const why = () => panel().getByRole('button', { name: 'Why these results?' });
const said = () => panel().locator('.explained').innerText();
const wanted = () => panel().getByLabel('Article that should be first');
const advice = () => panel().getByRole('status').innerText();
/** An explanation needs the index, which is made when it is first looked for. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: patience });

beforeAll(async () => {
  site = await smallSite();
  server = await startDev(site.folder, '--content', site.content);
});
beforeEach(async () => {
  page = await (await (await testBrowser()).newContext({ viewport: desktop })).newPage();
  page.setDefaultTimeout(patience);
});
afterEach(() => page.context().close());
afterAll(async () => {
  server?.stop();
  await site?.remove();
});

describe('the preview explains a search', { timeout: 300_000 }, () => {
  it('once there is a question', async () => {
    await open('en/cards/order/');
    await panel().locator('[aria-controls=list]').waitFor();
    expect(await why().isVisible()).toBe(false);
    await page.locator('[data-search]').first().fill('card');
    await why().waitFor();
  });

  it('by its words and its first results, and says what an article lacks to be first', async () => {
    await open('en/cards/order/');
    const search = page.locator('[data-search]').first();
    await search.fill('freeze my stolen card');
    await why().focus();
    await page.keyboard.press('Enter');
    await eventually(async () => {
      // The server can load the page anew when a script is asked for the first time.
      if ((await search.inputValue()) === '') await search.fill('freeze my stolen card');
      return said();
    }).toContain('Why does “freeze my stolen card” find these?');
    const words = await panel().locator('tbody tr').allInnerTexts();
    expect(words).toContainEqual(expect.stringMatching(/^freeze\s+\d+%/));
    const first = await panel().locator('.explained ol > li').first().innerText();
    expect(first).toMatch(/How do I freeze my card\?\s+cards\/freeze\s+[\d.]+ points: /);
    // The article of the page is the one that a writer is likely to want first.
    expect(await wanted().inputValue()).toBe('cards/order');
    expect(await advice()).toMatch(/^cards\/order is number \d\. It lacks .*"freeze"/);
    expect(await accessibilityViolations(page)).toEqual([]);
    await wanted().fill('cards/freeze');
    await page.keyboard.press('Enter');
    await eventually(advice).toMatch(/^cards\/freeze is first\./);
    await search.fill('order a card');
    await eventually(said).toContain('Why does “order a card” find these?');
    await search.blur();
    await page.keyboard.press('Escape');
    expect(await why().getAttribute('aria-expanded')).toBe('false');
    expect(await panel().locator('.explained').isVisible()).toBe(false);
  });

  it('on the results page also when it loads anew', async () => {
    await open('en/search/?q=freeze+card');
    await why().click();
    await eventually(said).toContain('“freeze card”');
    await page.reload();
    await eventually(said).toContain('“freeze card”');
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
