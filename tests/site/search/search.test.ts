import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenSite, openSite } from '#io/machine/serve.ts';
import { type Listener, listen } from '../listen.ts';
import { openSharedSite } from '../open-small-site.ts';
import { addToSite, type SmallSite, smallSite } from '../small-site.ts';
import { accessibilityViolations, desktop, phone, type Visit, visitPage } from '../visit.ts';

const opened = openSharedSite();

/** Time of the page passes as it does outside, and can be moved on. */
const clocked = (page: Page) => page.clock.install();
const visit = <T>(path: string, options: Visit, look: (page: Page) => Promise<T>) =>
  visitPage(opened.served.url, path, options, look);
const field = (page: Page) => page.locator('#search');
const panel = (page: Page) => page.locator('.search-panel');
const results = (page: Page) => page.locator('.results > li:not([hidden])');
const title = (page: Page, name: string) => page.getByRole('heading', { level: 3 }).getByRole('link', { name });
const query = (page: Page) => new URL(page.url()).search;

/** Writes into the box as a person does, key by key. */
async function ask(page: Page, question: string): Promise<void> {
  await field(page).focus();
  await page.keyboard.type(question);
}

/** What the panel shows with the answer to all that was written. */
const answerTo = (page: Page, question: string) =>
  panel(page).locator(`a[href*="/search/?${new URLSearchParams({ q: question })}"]`);

/** Writes into the box, and waits for the answer to all that was written. */
async function askedInPanel(page: Page, question: string): Promise<void> {
  await ask(page, question);
  await answerTo(page, question).waitFor();
}

describe('the search', () => {
  it('answers a whole sentence while it is typed, and Enter opens the answer', async () => {
    await visit('en/', {}, async (page) => {
      await page.keyboard.press('/');
      await askedInPanel(page, 'how can i freeze this card please');
      await page.getByRole('option', { name: 'How do I freeze my card?' }).waitFor();
      await page.keyboard.press('ArrowDown');
      const input = page.getByRole('combobox');
      expect(await input.getAttribute('aria-activedescendant')).toBe('search-0');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/en\/cards\/freeze\/$/);
    });
  });

  it('keeps the choice if the answer to the full question comes late', async () => {
    await visit('en/', {}, async (page) => {
      await askedInPanel(page, 'freeze');
      const held: (() => void)[] = [];
      await page.route(/\.pf_fragment/, (route) =>
        new Promise<void>((go) => held.push(go)).then(() => route.continue()),
      );
      await page.keyboard.type(' or order');
      await expect.poll(() => held.length).toBeGreaterThan(0);
      await page.keyboard.press('ArrowDown');
      for (const go of held) go();
      await panel(page).locator('a[href*="search/?q=freeze+or+order"]').waitFor();
      const chosen = page.locator('[role=option][aria-selected=true]');
      expect(await chosen.getAttribute('data-article')).toBe('cards/freeze');
      expect(await page.getByRole('combobox').getAttribute('aria-activedescendant')).toBe(
        await chosen.getAttribute('id'),
      );
      // Whoever writes on is back in the field.
      await page.keyboard.type('s');
      expect(await chosen.count()).toBe(0);
    });
  });

  it('waits until an input method has composed a word', async () => {
    await visit('en/', {}, async (page) => {
      const session = await page.context().newCDPSession(page);
      await field(page).click();
      await session.send('Input.imeSetComposition', { text: 'fre', selectionStart: 3, selectionEnd: 3 });
      await page.waitForTimeout(500);
      expect(await page.getByRole('option').count()).toBe(0);
      await session.send('Input.insertText', { text: 'freeze' });
      await page.getByRole('option', { name: 'How do I freeze my card?' }).waitFor();
    });
  });

  it('can be opened from every page and closes with Escape', async () => {
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

  it('loads nothing before a reader uses it', async () => {
    await visit('en/', { before: clocked }, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.clock.runFor(10_000);
      expect(asked.filter((url) => url.includes('pagefind'))).toEqual([]);
      await page.getByRole('searchbox').focus();
      await page.waitForRequest(/pagefind/);
    });
  });

  it('answers a reader who was quicker than the script', async () => {
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

  it('links to the page of all articles without JavaScript', async () => {
    await visit('en/', { javaScriptEnabled: false }, async (page) => {
      await page.getByRole('searchbox').fill('card');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.waitForURL(/\/en\/all\/\?q=card$/);
      await page.getByRole('link', { name: 'Order a card' }).waitFor();
    });
  });
});

describe('the results page', () => {
  it('shows the answers to the question in its address, which its title says', async () => {
    await visit('en/search/?q=freeze+my+card', {}, async (page) => {
      await title(page, 'How do I freeze my card?').waitFor();
      expect(await field(page).inputValue()).toBe('freeze my card');
      expect(await page.title()).toBe('Results for “freeze my card” · Pilvi help');
      expect(await results(page).first().innerText()).toContain('Cards · Quick answer');
      expect(await results(page).first().locator('mark').count()).toBeGreaterThan(0);
    });
  });

  it('is not for search engines, and links to the place on the page that matches', async () => {
    await visit('en/search/?q=what+does+a+second+card+cost', {}, async (page) => {
      expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
      const inside = results(page).filter({ hasText: 'Order a card' }).getByRole('list', { name: 'In this article' });
      await inside.getByRole('link', { name: 'What it costs' }).click();
      await page.waitForURL(/\/en\/cards\/order\/#what-it-costs$/);
    });
  });

  it('updates the address as the reader types, and Back returns from a result to the results', async () => {
    await visit('en/search/', {}, async (page) => {
      await ask(page, 'close my account');
      await expect.poll(() => query(page)).toBe('?q=close+my+account');
      await title(page, 'Close my account').click();
      await page.waitForURL(/\/en\/account\/close\/$/);
      await page.goBack();
      await title(page, 'Close my account').waitFor();
      expect(query(page)).toBe('?q=close+my+account');
    });
  });

  it('has the reader where they left it with Back, if the browser loads it anew', async () => {
    await visit('en/search/?q=card', { viewport: { width: 390, height: 300 } }, async (page) => {
      await results(page).nth(1).waitFor();
      await page.evaluate(() => scrollTo({ top: 400, behavior: 'instant' }));
      // Playwright would scroll to a link before it clicks.
      await results(page)
        .nth(1)
        .locator('a')
        .first()
        .evaluate((link) => (link as HTMLElement).click());
      await page.waitForURL((url) => !url.pathname.includes('/search/'));
      const before = Date.now();
      await page.goBack();
      await results(page).nth(1).waitFor();
      expect(await page.evaluate(() => performance.timeOrigin)).toBeGreaterThan(before);
      // What comes in above, such as a font, moves it by some pixels.
      await expect.poll(() => page.evaluate(() => Math.abs(scrollY - 400))).toBeLessThan(24);
    });
  });

  it('goes back to the previous question with Back, not to every letter', async () => {
    await visit('en/search/?q=freeze', {}, async (page) => {
      await title(page, 'How do I freeze my card?').waitFor();
      await field(page).fill('close my account');
      await title(page, 'Close my account').waitFor();
      await page.goBack();
      await page.waitForURL(/\?q=freeze$/);
      await results(page).first().getByRole('link', { name: 'How do I freeze my card?' }).waitFor();
      expect(await field(page).inputValue()).toBe('freeze');
    });
  });

  it('is reached with Enter, and by the link at the end of the panel', async () => {
    await visit('en/', {}, async (page) => {
      await askedInPanel(page, 'my card');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/en\/search\/\?q=my\+card$/);
      await page.goBack();
      await field(page).fill('');
      await askedInPanel(page, 'a card');
      await page.getByRole('link', { name: 'See all results' }).click();
      await page.waitForURL(/\/en\/search\/\?q=a\+card$/);
      await title(page, 'Order a card').waitFor();
    });
  });

  it('shows the sections before anything is searched, and loads no index', async () => {
    await visit('en/search/', { before: clocked }, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.clock.runFor(10_000);
      expect(asked).toEqual([]);
      expect(await page.getByRole('link', { name: 'Cards' }).isVisible()).toBe(true);
      expect(await page.getByRole('main').getByRole('link', { name: 'All articles' }).isVisible()).toBe(true);
    });
  });

  it('is not a dead end without JavaScript, even with a question in the address', async () => {
    await visit('en/search/?q=card', { javaScriptEnabled: false }, async (page) => {
      expect(await page.getByRole('main').getByRole('link', { name: 'All articles' }).isVisible()).toBe(true);
      await page.getByRole('searchbox').fill('card');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/en\/all\/\?q=card$/);
      await page.getByRole('link', { name: 'Order a card' }).waitFor();
    });
  });
});

describe('filters', () => {
  const both = 'en/search/?q=how+do+I+close+or+freeze+my+account+and+card';

  it('narrow the results, say so, and stay in the address', async () => {
    await visit(both, {}, async (page) => {
      await title(page, 'Close my account').waitFor();
      const all = await results(page).count();
      await page.getByRole('checkbox', { name: 'Account' }).check();
      await page.waitForURL(/section=Account$/);
      const narrowed = await results(page).count();
      expect(narrowed).toBeLessThan(all);
      await page
        .getByRole('status')
        .filter({ hasText: `${narrowed} of ${all} results` })
        .waitFor();
      expect(await page.getByRole('checkbox', { name: 'Account' }).evaluate((box) => box.matches(':focus'))).toBe(true);
      await page.getByRole('button', { name: 'Clear filters' }).click();
      expect(await results(page).count()).toBe(all);
      expect(query(page)).not.toContain('section');
    });
  });

  it('are shared with the address', async () => {
    await visit(`${both}&type=faq`, {}, async (page) => {
      await title(page, 'How do I freeze my card?').waitFor();
      expect(await page.getByRole('checkbox', { name: 'Quick answer' }).isChecked()).toBe(true);
      expect(await page.getByRole('heading', { level: 3 }).allInnerTexts()).not.toContain('Close my account');
    });
  });

  it('hide nothing if the address selects a filter without results', async () => {
    await visit(`${both}&section=Loans`, {}, async (page) => {
      await title(page, 'Close my account').waitFor();
      expect(query(page)).not.toContain('Loans');
    });
  });
});

describe('the panel', () => {
  it('links to the heading if that answers the question, and to the page otherwise', async () => {
    await visit('en/', {}, async (page) => {
      await ask(page, 'what does a second card cost');
      const option = page.getByRole('option', { name: 'Order a card' });
      await expect.poll(() => option.getAttribute('href')).toBe('/en/cards/order/#what-it-costs');
      await field(page).fill('freeze');
      const freeze = page.getByRole('option', { name: 'How do I freeze my card?' });
      await freeze.waitFor();
      expect(await freeze.getAttribute('href')).toBe('/en/cards/freeze/');
    });
  });

  it('can be used with the keyboard alone, and announces the active choice', async () => {
    await visit('en/cards/order/', {}, async (page) => {
      await page.keyboard.press('/');
      await askedInPanel(page, 'card');
      const input = page.getByRole('combobox');
      expect(await input.getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('ArrowUp');
      const last = (await panel(page).getByRole('option').count()) - 1;
      expect(await input.getAttribute('aria-activedescendant')).toBe(`search-${last}`);
      expect(await page.locator(`#search-${last}`).getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('ArrowDown');
      expect(await input.getAttribute('aria-activedescendant')).toBe(null);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('See all results');
      await page.keyboard.press('Tab');
      await panel(page).waitFor({ state: 'hidden' });
      expect(await input.getAttribute('aria-expanded')).toBe('false');
    });
  });
});

describe('if there is an answer', () => {
  it('it is shown as the passage that answers, and announced', async () => {
    await visit('en/', {}, async (page) => {
      await ask(page, 'freeze my card');
      await page.getByRole('status').filter({ hasText: 'Likely answer: How do I freeze my card?' }).waitFor();
      expect(await panel(page).locator('.search-answer').innerText()).toContain('Write to help@pilvi.example');
      expect(await panel(page).locator('[role=option]').first().getAttribute('class')).toContain('search-answer');
    });
  });

  it('it has its steps and the row of its table, and the name of the article below', async () => {
    await visit('en/search/?q=order+a+card', {}, async (page) => {
      const answer = page.locator('.result-answer');
      await answer.locator('ol').waitFor();
      expect(await answer.locator('ol > li').allInnerTexts()).toEqual(['Open Cards.', 'Tap Order.']);
      const name = await answer.locator('.result-title').boundingBox();
      const passage = await answer.locator('.result-passage').boundingBox();
      expect(name?.y).toBeGreaterThan((passage?.y ?? 0) + (passage?.height ?? 0) - 1);
      expect(await accessibilityViolations(page)).toEqual([]);
    });
    await visit('en/search/?q=price+of+a+second+card', {}, async (page) => {
      const row = page.locator('.result-answer dl');
      await row.waitFor();
      expect((await row.innerText()).split(/\s+/)).toEqual(['Card', 'Second', 'Price', '€6']);
    });
  });
});

describe('if there is no good answer', () => {
  const unanswered = 'does the card work on the moon';

  it('the panel says so and passes the question on to contact', async () => {
    await visit('en/', {}, async (page) => {
      await askedInPanel(page, unanswered);
      await page.getByRole('listbox', { name: 'Closest articles' }).waitFor();
      const mail = await panel(page).getByRole('link', { name: 'Email us' }).getAttribute('href');
      expect(mail).toContain('mailto:help@pilvi.example?subject=does%20the%20card%20work%20on%20the%20moon&body=');
      expect(mail).toContain(encodeURIComponent(`${opened.served.url}en/`));
      expect(await panel(page).getByRole('link', { name: 'Contact us' }).getAttribute('href')).toBe(
        '/en/contact/?q=does+the+card+work+on+the+moon',
      );
      expect(await panel(page).getByRole('link', { name: 'Call us' }).getAttribute('href')).toBe('tel:+358900000200');
    });
  });

  it('the results page says so and passes the question on to contact', async () => {
    await visit(`en/search/?q=${encodeURIComponent(unanswered)}`, {}, async (page) => {
      await page.getByRole('heading', { name: 'Closest articles' }).waitFor();
      const way = page.getByRole('region', { name: 'Still need help?' }).getByRole('link', { name: 'Contact us' });
      expect(await way.getAttribute('href')).toBe('/en/contact/?q=does+the+card+work+on+the+moon');
    });
  });

  it('and no article comes close, the contact options are before the titles of a few others', async () => {
    const far = 'what is the weather in paris tomorrow';
    await visit('en/', {}, async (page) => {
      await ask(page, far);
      await page.getByRole('status').filter({ hasText: 'We found no answer to your question.' }).waitFor();
      await panel(page).getByText('Other articles').waitFor();
      const shown = await panel(page).innerText();
      expect(shown.indexOf('Contact us')).toBeLessThan(shown.indexOf('Other articles'));
      expect(await panel(page).locator('.choice-excerpt').count()).toBe(0);
      await page.keyboard.press('ArrowDown');
      expect(await panel(page).locator('[aria-selected=true]').count()).toBe(1);
      await page.goto(`${opened.served.url}en/search/?q=${encodeURIComponent(far)}`);
      await page.getByRole('heading', { name: 'Other articles' }).waitFor();
      const whole = await page.getByRole('main').innerText();
      expect(whole.indexOf('Still need help?')).toBeLessThan(whole.indexOf('Other articles'));
      expect(await accessibilityViolations(page)).toEqual([]);
    });
  });

  it('and nothing at all is found, the sections and contact options are still shown', async () => {
    await visit('en/', {}, async (page) => {
      await ask(page, 'qqqqqqqq');
      await panel(page).locator('a[href*="qqqqqqqq"]').first().waitFor();
      await panel(page).getByText('We found no answer to your question.').waitFor();
      expect(await panel(page).getByRole('link', { name: 'Cards' }).getAttribute('href')).toBe('/en/cards/');
      await page.getByRole('status').filter({ hasText: 'We found no answer to your question.' }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'We found no answer to your question.' }).waitFor();
      expect(await page.getByRole('main').getByRole('link', { name: 'Cards' }).isVisible()).toBe(true);
      expect(await page.getByRole('link', { name: 'Email us' }).getAttribute('href')).toContain('subject=qqqqqqqq');
    });
  });

  it('the panel of an article page passes on the article too', async () => {
    await visit('en/cards/order/', {}, async (page) => {
      await ask(page, unanswered);
      const way = panel(page).getByRole('link', { name: 'Contact us' });
      await expect
        .poll(() => way.getAttribute('href'))
        .toBe('/en/contact/?from=cards%2Forder&q=does+the+card+work+on+the+moon');
    });
  });

  it('an external form opens with the question filled in', async () => {
    await visit('en/contact/?q=on+the+moon', {}, async (page) => {
      const form = page.locator('[data-contact=address]');
      expect(await form.getAttribute('action')).toBe('https://pilvi.example/ask');
      expect(
        await form.evaluate((one) => `${new URLSearchParams(new FormData(one as HTMLFormElement) as never)}`),
      ).toBe('about=on+the+moon');
    });
  });
});

describe('recent searches', () => {
  it('are those that were answered, and can be repeated with the arrow keys', async () => {
    await visit('en/', {}, async (page) => {
      await askedInPanel(page, 'freeze');
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/en\/cards\/freeze\/$/);
      await field(page).focus();
      await page.getByRole('listbox', { name: 'Recent searches' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('option', { name: 'How do I freeze my card?' }).waitFor();
      expect(await field(page).inputValue()).toBe('freeze');
    });
  });

  it('can be forgotten one by one, and all at once', async () => {
    await visit('en/search/?q=freeze', {}, async (page) => {
      await results(page).first().waitFor();
      for (const question of ['freeze', 'close my account', 'card']) {
        await field(page).fill(question);
        await page.keyboard.press('Enter');
        await page.waitForFunction((one) => JSON.stringify(localStorage).includes(one), question);
      }
      await page.goto(`${opened.served.url}en/`);
      await field(page).focus();
      await page.getByRole('option').first().waitFor();
      expect(await page.getByRole('option').allInnerTexts()).toEqual(['card', 'close my account', 'freeze']);
      await page.getByRole('button', { name: 'Remove “close my account” from recent searches' }).click();
      expect(await page.getByRole('option').allInnerTexts()).toEqual(['card', 'freeze']);
      await page.getByRole('button', { name: 'Clear all' }).click();
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    });
  });

  it('are not kept if the browser forbids storage, and the search still works', async () => {
    await visit('en/', {}, async (page) => {
      await page.evaluate(() => {
        const refuse = () => {
          throw new DOMException('denied', 'SecurityError');
        };
        for (const store of ['localStorage', 'sessionStorage']) Object.defineProperty(window, store, { get: refuse });
      });
      await askedInPanel(page, 'freeze');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/en\/cards\/freeze\/$/);
    });
  });
});

describe('on a phone', () => {
  const narrow: BrowserContextOptions = { viewport: phone, hasTouch: true, isMobile: true };
  const box = (page: Page) => page.locator('search');
  const isOverPage = async (page: Page) => {
    const { width, height } = (await box(page).boundingBox()) ?? {};
    return width === phone.width && height === phone.height;
  };

  it('the search covers the screen, and nothing behind it can be reached', async () => {
    await visit('en/cards/order/', narrow, async (page) => {
      await field(page).tap();
      await panel(page).waitFor();
      expect(await isOverPage(page)).toBe(true);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY)).toBe('hidden');
      expect(await page.getByRole('main').evaluate((main) => main.matches('[inert]'))).toBe(true);
      const size = await field(page).evaluate((input) => Number.parseFloat(getComputedStyle(input).fontSize));
      expect(size).toBeGreaterThanOrEqual(16);
    });
  });

  it.each([
    ['its button', (page: Page) => page.getByRole('button', { name: 'Close' }).tap()],
    ['Escape', (page: Page) => page.keyboard.press('Escape')],
    ['Back', (page: Page) => page.goBack()],
  ])('%s closes it and stays on the page', async (_, close) => {
    await visit('en/cards/order/', narrow, async (page) => {
      await field(page).tap();
      await askedInPanel(page, 'freeze');
      await close(page);
      await panel(page).waitFor({ state: 'hidden' });
      expect(await isOverPage(page)).toBe(false);
      expect(page.url()).toBe(`${opened.served.url}en/cards/order/`);
      expect(await page.getByRole('main').evaluate((main) => main.matches('[inert]'))).toBe(false);
    });
  });

  it('Back leads from a result to the page on which the search was opened', async () => {
    await visit('en/cards/order/', narrow, async (page) => {
      await field(page).tap();
      await askedInPanel(page, 'close my account');
      await page.getByRole('option', { name: 'Close my account' }).tap();
      await page.waitForURL(/\/en\/account\/close\/$/);
      await page.goBack();
      await page.waitForURL(/\/en\/cards\/order\/$/);
      expect(await panel(page).isVisible()).toBe(false);
    });
  });
});

interface Raised {
  event: string;
  [key: string]: unknown;
}

describe('what the company learns', () => {
  let collector: Listener;
  let counted: SmallSite;
  let logged: OpenSite;

  beforeAll(async () => {
    collector = await listen(() => ({ status: 204 }));
    counted = await smallSite();
    await addToSite(counted, 'theme: plain', `searchLog: ${collector.origin}/searches`);
    expect((await counted.build()).stderr).toBe('');
    logged = await openSite(counted.out, 0);
  });
  afterAll(async () => {
    await logged?.close();
    await collector?.close();
    await counted?.remove();
  });
  beforeEach(() => {
    collector.received.length = 0;
  });

  /** The events of a visit in their order, on all its pages. */
  async function eventsOf(
    path: string,
    act: (page: Page) => Promise<void>,
    root = opened.served.url,
  ): Promise<Raised[]> {
    const raised: Raised[] = [];
    const before = async (page: Page) => {
      await page.clock.install();
      await page.exposeFunction('raised', (event: Raised) => void raised.push(event));
      await page.addInitScript(() => {
        const { raised } = globalThis as unknown as { raised(event: object): void };
        for (const event of ['ohje:search', 'ohje:search-miss', 'ohje:search-choose'])
          document.addEventListener(event, (one) => raised({ event, ...(one as CustomEvent<object>).detail }));
      });
    };
    await visitPage(root, path, { before, ...(root === logged.url && { beside: collector.origin }) }, async (page) => {
      await act(page);
      // What is raised late is heard, too.
      await page.clock.runFor(10_000);
    });
    return raised;
  }
  /** Writes without a pause, however slow the machine is, and waits for the answer. */
  async function askedAtOnce(page: Page, question: string): Promise<void> {
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
    await ask(page, question);
    await page.clock.resume();
    await answerTo(page, question).waitFor();
  }
  const names = (raised: Raised[]) => raised.map(({ event }) => event);

  it('is each search once, when the reader has paused, and not each letter', async () => {
    const raised = await eventsOf('en/', async (page) => {
      await askedAtOnce(page, 'freeze my card');
      await page.clock.runFor(1300);
      await page.keyboard.press('Escape');
      await field(page).click();
    });
    expect(raised).toEqual([
      {
        event: 'ohje:search',
        question: 'freeze my card',
        locale: 'en',
        results: expect.any(Number),
        state: 'answer',
        confident: true,
      },
    ]);
  });

  it('is not reported twice if Enter opens the results page', async () => {
    const raised = await eventsOf('en/', async (page) => {
      await askedAtOnce(page, 'freeze');
      await page.keyboard.press('Enter');
      await title(page, 'How do I freeze my card?').waitFor();
    });
    expect(names(raised)).toEqual(['ohje:search']);
  });

  it('is which article was chosen, and its position', async () => {
    const raised = await eventsOf('en/search/?q=freeze', async (page) => {
      await title(page, 'How do I freeze my card?').click();
      await page.waitForURL(/\/en\/cards\/freeze\/$/);
    });
    expect(names(raised)).toEqual(['ohje:search', 'ohje:search-choose']);
    expect(raised[1]).toMatchObject({ question: 'freeze', locale: 'en', article: 'cards/freeze', position: 1 });
  });

  it('is which searches found nothing, or only guesses', async () => {
    const raised = await eventsOf('en/', async (page) => {
      await ask(page, 'qqqqqqqq');
      await panel(page).locator('a[href*=qqqqqqqq]').first().waitFor();
      await page.keyboard.press('Escape');
    });
    expect(names(raised)).toEqual(['ohje:search', 'ohje:search-miss']);
    expect(raised[1]).toMatchObject({ question: 'qqqqqqqq', results: 0, state: 'nothing', confident: false });
  });

  it('never includes an email address or a long number', async () => {
    const raised = await eventsOf('en/', async (page) => {
      await askedAtOnce(page, 'freeze card 4111 1111 1111 1111 of mia@example.com');
    });
    expect(raised[0]?.question).toBe('freeze card … of …');
  });

  it('is sent to the address in site.yaml, without cookies and without the address of the page', async () => {
    const raised = await eventsOf(
      'en/search/?q=freeze+mia%40example.com',
      async (page) => {
        await page.context().addCookies([{ name: 'who', value: 'mia', url: logged.url }]);
        await title(page, 'How do I freeze my card?').click();
        await page.waitForURL(/\/en\/cards\/freeze\/$/);
      },
      logged.url,
    );
    await expect.poll(() => collector.received.length).toBe(raised.length);
    const received = collector.received.map(({ headers, body }) => ({ headers, told: JSON.parse(body) as Raised }));
    expect(names(received.map(({ told }) => told)).sort()).toEqual(names(raised).sort());
    for (const { headers, told } of received) {
      expect(told.question).toBe('freeze …');
      expect(headers.cookie).toBe(undefined);
      expect(String(headers.referer ?? '')).not.toContain('mia');
    }
  });

  it('is not sent if no address is set', async () => {
    const sent: string[] = [];
    const raised = await eventsOf('en/', async (page) => {
      page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
      await askedAtOnce(page, 'freeze my card');
    });
    expect(names(raised)).toEqual(['ohje:search']);
    expect(sent).toEqual([]);
  });
});

describe.each([
  ['ltr', 'en', 'freeze my card'],
  ['rtl', 'fa', 'کارتم را مسدود کنم'],
])('%s', (_, locale, question) => {
  it.each([
    ['light', desktop],
    ['dark', phone],
  ] as const)('the panel has no accessibility violations in %s', async (colorScheme, viewport) => {
    await visit(`${locale}/`, { colorScheme, viewport }, async (page) => {
      await askedInPanel(page, question);
      expect(await accessibilityViolations(page)).toEqual([]);
      await field(page).fill('qqqqqqqq');
      await panel(page).locator('a[href*=qqqqqqqq]').first().waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
    });
  });

  it('recent searches have none', async () => {
    await visit(`${locale}/search/?q=${encodeURIComponent(question)}`, {}, async (page) => {
      await results(page).first().getByRole('link').first().click();
      await page.locator('article').waitFor();
      await field(page).focus();
      await page.getByRole('option').waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
    });
  });
});
