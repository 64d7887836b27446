import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openSharedSite } from '../open-small-site.ts';
import { phone, type Visit, visitPage } from '../visit.ts';

// What readers see if a part of the search can't be fetched, and that it works again afterwards without a reload.
const opened = openSharedSite();
const visit = <T>(path: string, options: Visit, look: (page: Page) => Promise<T>) =>
  visitPage(opened.served.url, path, { excused: opened.served.url, ...options }, look);

const field = (page: Page) => page.locator('#search');
const failure = (page: Page) => page.getByText('Search couldn’t be loaded').locator('visible=true').first();
const answer = (page: Page) => page.getByRole('option', { name: 'How do I freeze my card?' });
const question = 'freeze my card';

/** The names of the search events of a page. */
async function recordEvents(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    for (const name of ['ohje:search', 'ohje:search-miss']) document.addEventListener(name, () => told.push(name));
  });
}
const events = (page: Page) => page.evaluate(() => (globalThis as unknown as { told: string[] }).told);

const parts = {
  'words of the index': /\.pf_index/,
  'the text of an article': /\.pf_fragment/,
  'the vocabulary': /vocabulary\.ohje/,
  'the script of the index': /pagefind\.js/,
  'the engine of the index': /\.pagefind$/,
};
/** How a part can be missing: no connection, a page that says so, and one that doesn't. */
const ways = {
  'can’t be reached': { abort: true },
  'is gone': { status: 404 },
  'is a page of something else': { status: 200 },
} as const;

async function lose(page: Page, part: RegExp, way: { abort?: boolean; status?: number }): Promise<void> {
  await page.route(part, (route) =>
    way.abort
      ? route.abort('internetdisconnected')
      : route.fulfill({ status: way.status ?? 404, contentType: 'text/html', body: '<!doctype html><p>Sorry' }),
  );
}

describe.each(Object.entries(parts))('while %s', (name, part) => {
  it.each(Object.entries(ways))(
    '%s, the search says that it couldn’t be loaded, and answers later by itself',
    async (_, way) => {
      await visit('en/', { before: recordEvents }, async (page) => {
        await lose(page, part, way);
        await field(page).click();
        await page.keyboard.type(question);
        await failure(page).waitFor();
        expect(await page.getByText('No results').locator('visible=true').count()).toBe(0);
        await page.unroute(part);
        await page.evaluate(() => dispatchEvent(new Event('online')));
        await answer(page).waitFor();
        expect(await failure(page).count()).toBe(0);
        expect(await events(page)).not.toContain('ohje:search-miss');
      });
    },
    name === 'words of the index' ? 60_000 : 40_000,
  );
});

describe('while the connection is lost', () => {
  it('after the box was opened, the search is not said to find nothing', async () => {
    await visit('en/', { before: recordEvents }, async (page) => {
      await field(page).click();
      await page.keyboard.type('order');
      await page.getByRole('option').first().waitFor();
      await page.context().setOffline(true);
      await field(page).fill('');
      await page.keyboard.type('a lost card');
      await failure(page).waitFor();
      await page.waitForTimeout(1500);
      expect(await events(page)).not.toContain('ohje:search-miss');
      await page.context().setOffline(false);
      await page.getByRole('option').first().waitFor();
      expect(await failure(page).count()).toBe(0);
    });
  });

  it('before the box was opened, it says so below the field, and answers when it is back', async () => {
    await visit('en/', {}, async (page) => {
      await page.context().setOffline(true);
      await field(page).click();
      await failure(page).waitFor();
      await page.keyboard.type(question);
      await page.context().setOffline(false);
      await answer(page).waitFor();
      expect(await failure(page).count()).toBe(0);
    });
  });
});

describe('while the code of the search is missing', () => {
  const code = /search-box\.[^/]*\.js/;

  it('below the field it says so, and Enter leads to the page of results', async () => {
    await visit('en/', { viewport: phone }, async (page) => {
      await lose(page, code, { status: 404 });
      await field(page).click();
      await page.keyboard.type(question);
      await failure(page).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/en\/search\/\?q=freeze\+my\+card/);
      await page.getByRole('link', { name: 'How do I freeze my card?' }).first().waitFor();
    });
  });

  it('it is fetched again, though the browser remembers what failed', async () => {
    await visit('en/', {}, async (page) => {
      await lose(page, code, { abort: true });
      await field(page).click();
      await failure(page).waitFor();
      await page.unroute(code);
      await page.keyboard.type(question);
      await answer(page).waitFor();
    });
  });

  it('and is slow, the field says that it is coming', async () => {
    await visit('en/', {}, async (page) => {
      let go = () => {};
      const gone = new Promise<void>((resolve) => {
        go = resolve;
      });
      await page.route(code, (route) => gone.then(() => route.continue()));
      await field(page).click();
      await page.keyboard.type(question);
      await page.getByText('Searching…').waitFor();
      go();
      await answer(page).waitFor();
      expect(await page.getByText('Searching…').locator('visible=true').count()).toBe(0);
    });
  });
});

describe('the page of results', () => {
  const path = `en/search/?q=${question.replaceAll(' ', '+')}`;
  const result = (page: Page) => page.getByRole('link', { name: 'How do I freeze my card?' }).first();

  it('keeps the question while its code is missing, and answers when it is back', async () => {
    const code = /results-page\.[^/]*\.js/;
    const before = (page: Page) => lose(page, code, { abort: true });
    await visit(path, { before }, async (page) => {
      await failure(page).waitFor();
      expect(await field(page).inputValue()).toBe(question);
      await page.unroute(code);
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await result(page).waitFor();
      expect(await field(page).inputValue()).toBe(question);
    });
  });

  it('answers by itself if a part of the index was missing', async () => {
    const before = (page: Page) => lose(page, /\.pf_index/, { status: 404 });
    await visit(path, { before }, async (page) => {
      await failure(page).waitFor();
      await page.unroute(/\.pf_index/);
      // Without a sign from the browser that the connection is back.
      await result(page).waitFor();
    });
  });
});

describe('if the site was published again while a page was open', () => {
  it('the search opens the new index, and the reader notices nothing', async () => {
    await visit('en/', { before: recordEvents }, async (page) => {
      const listed = page.waitForResponse(/\.pf_meta/);
      await field(page).click();
      await listed;
      // The names of the old parts are gone; all that is asked for afterwards is there.
      let missing = 0;
      await page.route(/\.pf_index/, (route) =>
        missing++ < 3 ? route.fulfill({ status: 404, body: 'Not found' }) : route.continue(),
      );
      await page.keyboard.type(question);
      await answer(page).waitFor();
      expect(missing).toBeGreaterThan(0);
      expect(await failure(page).count()).toBe(0);
    });
  });
});
