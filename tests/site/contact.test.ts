import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Listener, listen } from './listen.ts';
import { openSmallSite } from './open-small-site.ts';
import { accessibilityViolations, layoutShift, phone, type Visit, visitPage } from './visit.ts';

const contact = (action: string) => `contact:
  form:
    action: ${action}
    answersWithin: 4 hours
    fields:
      order: { label: { en: Order number, fa: شمارهٔ سفارش } }
      topic: { label: Topic, required: true, options: { card: Cards, account: Account } }
  email: help@pilvi.example
  phone:
    address: "+358 9 0000 0200"
    hours: [{ days: [mon, tue, wed, thu, fri], from: "9:00", to: "17:00" }]
  whatsapp: "+358 40 000 0000"
  timeZone: Europe/Helsinki
  closed: [2026-12-24]
`;

let company: Listener;
let endpoint: string;
let status = 200;
let refusal = '';
const received = () => company.received.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));

beforeAll(async () => {
  const headers = { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/html' };
  const received = '<!doctype html><title>Received</title><h1>Thank you</h1>';
  company = await listen(() =>
    refusal === ''
      ? { status, headers, body: received }
      : { status, headers: { ...headers, 'Content-Type': 'application/json' }, body: refusal },
  );
  endpoint = `${company.origin}/messages`;
});
const opened = openSmallSite(async (site) => {
  const file = join(site.content, 'site.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^contact:\n(?: .*\n)+/m, contact(endpoint)));
  await mkdir(join(site.content, 'announcements'));
  const announce = (name: string, text: string) => writeFile(join(site.content, `announcements/${name}.yaml`), text);
  const began = 'from: 2026-11-12T08:00:00+02:00\ntext: We are on it & will say more.';
  await announce(
    'slow',
    `severity: problem\nsections: [cards]\ntitle: { en: Cards are <slow>, fa: کارت‌ها کندند }\n${began}\n`,
  );
  await announce('foreign', `locales: [fa]\ntitle: { en: Not translated yet }\n${began}\n`);
  await announce('persian', `locales: [fa]\ntitle: فقط فارسی\n${began}\n`);
  await announce('over', `severity: resolved\nuntil: 2026-11-13T08:00:00+02:00\ntitle: It was slow\n${began}\n`);
});
afterAll(() => company?.close());
beforeEach(() => {
  company.received.length = 0;
  status = 200;
  refusal = '';
});

const visit = <T>(path: string, options: Visit, look: (page: Page) => Promise<T>): Promise<T> =>
  visitPage(opened.served.url, path, { beside: endpoint, ...options }, look);

/** Goes on with the Tab key, as far as it takes. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if (await target.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The Tab key does not lead there.');
}

async function fill(page: Page): Promise<void> {
  await page.getByLabel('Your email address').fill('maija@example.com');
  await page.getByLabel('What do you need help with?').fill('My card');
  await page.getByLabel('Topic').selectOption('card');
  await page.getByRole('textbox', { name: 'Your message' }).fill('It has not come.');
}
const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).click();
const reading = (page: Page) => page.getByText('You were reading: Order a card');

describe('a reader whom the search does not help', () => {
  it('gets from the question to a sent message with the keyboard alone', async () => {
    await visit('en/cards/order/', {}, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('qqqqqqqq');
      await page.locator('.search-panel a[href*="qqqqqqqq"]').first().waitFor();
      await page.locator('.search-panel').getByText('We found no answer to your question.').waitFor();
      await tabTo(page, page.locator('.search-panel').getByRole('link', { name: 'Contact us' }));
      await page.keyboard.press('Enter');
      await reading(page).waitFor();
      await tabTo(page, page.getByLabel('Your email address'));
      await page.keyboard.type('maija@example.com');
      await tabTo(page, page.getByLabel('Topic'));
      await page.keyboard.type('Ca');
      await tabTo(page, page.getByRole('textbox', { name: 'Your message' }));
      await page.keyboard.type('What is it?');
      await tabTo(page, page.getByRole('button', { name: 'Send', exact: true }));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Your message has been sent' }).waitFor();
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('contact-sent');
      expect(await accessibilityViolations(page)).toEqual([]);
    });
    expect(received()).toEqual([
      {
        locale: 'en',
        name: '',
        email: 'maija@example.com',
        subject: 'qqqqqqqq',
        order: '',
        topic: 'card',
        message: 'What is it?',
        article: 'cards/order',
        title: 'Order a card',
        page: `${opened.served.url}en/cards/order/`,
        question: 'qqqqqqqq',
      },
    ]);
  });

  it('keeps the article through the results page, and everything in another language', async () => {
    await visit('en/cards/order/', {}, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('qqqqqqqq');
      await page.locator('.search-panel a[href*="qqqqqqqq"]').first().waitFor();
      await page.locator('.search-panel').getByText('We found no answer to your question.').waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/en\/search\/\?q=qqqqqqqq&from=cards%2Forder$/);
      await page.getByRole('heading', { name: 'We found no answer to your question.' }).waitFor();
      await page.getByRole('region', { name: 'Still need help?' }).getByRole('link', { name: 'Contact us' }).click();
      await reading(page).waitFor();
      await page.getByLabel('Language: English').click();
      await page.getByRole('link', { name: 'فارسی' }).click();
      await page.waitForURL(/\/fa\/contact\/\?from=cards%2Forder&q=qqqqqqqq$/);
      await page.getByText('Order a card').waitFor();
    });
  });

  it('finds the contact options on every type of page', async () => {
    for (const path of ['en/', 'en/cards/', 'en/cards/order/', 'en/all/', 'en/search/', 'en/announcements/'])
      await visit(path, {}, async (page) => {
        const inFooter = page.getByRole('contentinfo').getByRole('link', { name: 'Contact us' });
        expect(await inFooter.getAttribute('href')).toBe('/en/contact/');
        const inBlock = page
          .getByRole('region', { name: 'Still need help?' })
          .getByRole('link', { name: 'Contact us' });
        expect(await inBlock.getAttribute('href')).toContain('/en/contact/');
      });
  });
});

describe('the contact form', () => {
  it('sends nothing that was removed, also after a reload', async () => {
    await visit('en/contact/?from=cards/order&q=freeze', {}, async (page) => {
      await reading(page).waitFor();
      await page.getByRole('button', { name: 'Remove' }).first().click();
      expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Remove');
      expect(new URL(page.url()).search).toBe('?q=freeze');
      await page.reload();
      await fill(page);
      await send(page);
      await page.getByRole('heading', { name: 'Your message has been sent' }).waitFor();
    });
    expect(Object.keys(received()[0] ?? {})).not.toContain('article');
    expect(received()[0]?.question).toBe('freeze');
  });

  it('shows only articles that exist', async () => {
    const none = 'en/cards/prize/';
    const look = async (page: Page) => {
      await page.waitForResponse(opened.served.url + none);
      await page.waitForTimeout(100);
      expect(await page.getByText('You were reading').isVisible()).toBe(false);
    };
    await visit('en/', { excused: opened.served.url + none }, async (page) => {
      await Promise.all([look(page), page.goto(`${opened.served.url}en/contact/?from=cards/prize`)]);
    });
  });

  it('keeps every word if sending fails, says so, and sends on the next try', async () => {
    status = 500;
    await visit('en/contact/', { excused: endpoint }, async (page) => {
      await fill(page);
      await send(page);
      await page.getByRole('alert').filter({ hasText: 'nothing you wrote is lost' }).waitFor();
      expect(await page.getByRole('textbox', { name: 'Your message' }).inputValue()).toBe('It has not come.');
      status = 200;
      await send(page);
      await page.getByRole('heading', { name: 'Your message has been sent' }).waitFor();
    });
    expect(received()).toHaveLength(2);
  });

  it('works without JavaScript', async () => {
    await visit('en/contact/?from=cards/order', { javaScriptEnabled: false }, async (page) => {
      expect(await page.getByText('You were reading').isVisible()).toBe(false);
      await fill(page);
      await send(page);
      await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    });
    expect(received()).toEqual([
      {
        locale: 'en',
        name: '',
        email: 'maija@example.com',
        subject: 'My card',
        order: '',
        topic: 'card',
        message: 'It has not come.',
      },
    ]);
  });

  it('suggests articles while the reader writes, does not hinder sending, and loads nothing before', async () => {
    await visit('en/contact/', { before: (page) => page.clock.install() }, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.getByLabel('Your name').fill('Maija');
      await page.clock.runFor(10_000);
      expect(asked.filter((url) => url.includes('pagefind'))).toEqual([]);
      await page.getByRole('textbox', { name: 'Your message' }).fill('how can I freeze my card');
      const found = page.getByRole('region', { name: 'These articles may answer your question' });
      await found.getByRole('link', { name: 'How do I freeze my card?' }).waitFor();
      await page.getByRole('status').filter({ hasText: 'may answer your question' }).waitFor({ state: 'attached' });
      await fill(page);
      await send(page);
      await page.getByRole('heading', { name: 'Your message has been sent' }).waitFor();
    });
  });
});

describe('the hours', () => {
  it('are in the company’s time zone, which is named, without JavaScript', async () => {
    await visit('en/contact/', { javaScriptEnabled: false }, async (page) => {
      const hours = page.locator('[data-part=opening]');
      expect(await hours.innerText()).toMatch(/Monday–Friday\s+9:00\sAM–5:00\sPM\s+Times are in Eastern European Time/);
      expect(await hours.innerText()).toContain('Closed on December 24');
    });
  });

  it('are in the reader’s time zone, with whether it is open now', async () => {
    await visit('en/contact/', { timezoneId: 'Asia/Tokyo' }, async (page) => {
      const hours = page.locator('[data-part=opening]');
      expect(await hours.innerText()).toMatch(/Open|Closed now/);
      expect(await hours.innerText()).toContain('Times are in your time zone');
      expect(await hours.innerText()).not.toContain('9:00 AM–5:00 PM');
    });
  });
});

describe('announcements', () => {
  it('appear where they matter, and stay away once they are hidden', async () => {
    await visit('en/cards/order/', {}, async (page) => {
      const box = page.getByRole('complementary', { name: 'Known issue' });
      await box.getByRole('button', { name: 'Hide' }).click();
      expect(await box.isVisible()).toBe(false);
      await page.goto(`${opened.served.url}en/`);
      expect(await page.getByText('Cards are <slow>').isVisible()).toBe(false);
      await page.goto(`${opened.served.url}en/announcements/`);
      expect(await page.getByText('Cards are <slow>').isVisible()).toBe(true);
      expect(await page.getByText('It was slow').isVisible()).toBe(true);
    });
    await visit('en/account/close/', {}, async (page) => {
      expect(await page.getByText('Cards are <slow>').count()).toBe(0);
    });
  });

  it('are marked if they are in another language than the page', async () => {
    await visit('fa/', {}, async (page) => {
      const title = page.getByText('Not translated yet');
      expect([await title.getAttribute('lang'), await title.getAttribute('dir')]).toEqual(['en', 'ltr']);
      expect(await page.getByText('We are on it').first().getAttribute('dir')).toBe('auto');
    });
  });

  it('are removed before the page is painted, so nothing moves', async () => {
    await visit('en/', { viewport: phone }, async (page) => {
      await page.getByRole('button', { name: 'Hide' }).first().click();
      await page.reload();
      await page.waitForLoadState('networkidle');
      expect(await page.getByText('Cards are <slow>').isVisible()).toBe(false);
      expect(await layoutShift(page)).toBe(0);
    });
  });

  it('are shown only to readers of their languages', async () => {
    await visit('fa/', {}, async (page) => expect(await page.getByText('فقط فارسی').isVisible()).toBe(true));
    await visit('en/', {}, async (page) => expect(await page.getByText('فقط فارسی').count()).toBe(0));
  });

  it('can be followed as a feed, which pages that list articles name', async () => {
    await visit('en/cards/', {}, async (page) => {
      const feed = await page.locator('link[type="application/atom+xml"][href*=announcements]').getAttribute('href');
      expect(feed).toBe('/en/announcements.xml');
      const text = await (await page.request.get(new URL(feed ?? '', page.url()).href)).text();
      // Pages of the site don't let scripts parse anything.
      const reader = await page.context().newPage();
      const read = await reader.evaluate((text) => {
        const xml = new DOMParser().parseFromString(text, 'application/xml');
        return {
          root: xml.documentElement.nodeName,
          ids: [...xml.querySelectorAll('entry > id')].map(({ textContent }) => textContent),
          title: new DOMParser().parseFromString(xml.querySelector('entry > title')?.textContent ?? '', 'text/html')
            .body.textContent,
        };
      }, text);
      await reader.close();
      const page_ = 'https://help.pilvi.example/en/announcements/';
      expect(read).toEqual({ root: 'feed', ids: [`${page_}#over`, `${page_}#slow`], title: 'It was slow' });
    });
  });
});

describe('a message', () => {
  const failure = (page: Page) => page.getByRole('alert').filter({ hasText: 'couldn’t be sent' });
  const message = (page: Page) => page.locator('#contact-message');

  it('that the desk refuses says why, in the words of the desk', async () => {
    status = 422;
    refusal = '{"message": "Order 12 isn’t one of ours."}';
    await visit('en/contact/', { excused: endpoint }, async (page) => {
      await fill(page);
      await send(page);
      await failure(page).waitFor();
      expect(await failure(page).innerText()).toContain('Order 12 isn’t one of ours. Your message couldn’t be sent.');
      expect(await message(page).inputValue()).toBe('It has not come.');
    });
  });

  it('that the desk never answers is given up, and can be sent again', async () => {
    await visit('en/contact/', { excused: endpoint, before: (page) => page.clock.install() }, async (page) => {
      await page.route(endpoint, () => {});
      await fill(page);
      await send(page);
      await page.getByRole('button', { name: 'Sending…' }).waitFor();
      await page.clock.runFor(31_000);
      await failure(page).waitFor();
      await page.unroute(endpoint);
      await send(page);
      await page.getByRole('heading', { name: 'Your message has been sent' }).waitFor();
      expect(await message(page).inputValue()).toBe('');
    });
  });

  it('is still there in another language, and nothing of it is kept', async () => {
    await visit('en/contact/', {}, async (page) => {
      await fill(page);
      await page.getByLabel('Language: English').click();
      await page.getByRole('link', { name: 'فارسی' }).click();
      await page.waitForURL(/\/fa\/contact\//);
      expect(await message(page).inputValue()).toBe('It has not come.');
      expect(await page.locator('[name=email]').inputValue()).toBe('maija@example.com');
      expect(await page.locator('select').inputValue()).toBe('card');
      // What brings readers to the same place is loaded after the page, and then forgets it.
      await expect.poll(() => page.evaluate(() => ({ ...localStorage, ...sessionStorage }))).toEqual({});
    });
  });

  it('keeps the keys that are typed into it: the search has none of them', async () => {
    await visit('en/contact/?q=card', {}, async (page) => {
      await message(page).focus();
      await page.keyboard.type('a/b');
      await page.keyboard.press('Control+k');
      expect(await message(page).evaluate((one) => one === document.activeElement)).toBe(true);
      expect(await message(page).inputValue()).toBe('a/b');
      // Keys without a name, or from no element, are no shortcut.
      await page.evaluate(() => {
        document.body.dispatchEvent(new Event('keydown', { bubbles: true }));
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'x' }));
      });
    });
  });
});
