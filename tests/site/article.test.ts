import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listFiles } from '#io/machine/files.ts';
import { openSite } from '#io/machine/serve.ts';
import { type Listener, listen } from './listen.ts';
import { openSmallSite } from './open-small-site.ts';
import { addToSite, sharedSite } from './small-site.ts';
import { accessibilityViolations, desktop, layoutShift, phone, type Visit, visitPage } from './visit.ts';

let collector: Listener;

const question = (title: string, body: string) =>
  `---\ntitle: ${title}\ntype: faq\ntopics: [card-lost]\n---\n\n${body}\n`;

beforeAll(async () => {
  collector = await listen(() => ({ headers: { 'Content-Type': 'text/plain' }, body: 'Thank you' }));
});
const opened = openSmallSite(async (site) => {
  const settings = join(site.content, 'site.yaml');
  await appendFile(settings, `votes: ${collector.origin}/votes\n`);
  await addToSite(site, 'severity:', '  html-unsafe: off');
  const cards = join(site.content, 'articles/en/cards');
  await writeFile(
    join(cards, 'main.mdx'),
    question('Which card is my main one?', '## One\n\nThe first. See [above](#one).'),
  );
  await writeFile(
    join(cards, 'tabs.mdx'),
    question(
      'How do I turn it on?',
      `<Tabs>\n<Tab label="iPhone">\n\n## On an iPhone\n\n${'Press. '.repeat(300)}\n\n</Tab>\n<Tab label="Android">\n\n## On Android\n\nHold the button.\n\n</Tab>\n</Tabs>`,
    ).replace('type: faq', 'type: solution'),
  );
  await writeFile(join(cards, 'block.mdx'), question('Is a blocked card lost?', '## One\n\nNo.'));
  await writeFile(join(cards, 'everything.mdx'), question('Everything at once?', 'Much to say. '.repeat(600)));
  await writeFile(
    join(cards, 'running.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" onload="fetch('${collector.origin}')"><script>fetch('${collector.origin}'); document.documentElement.id = 'ran'</script><image href="${collector.origin}/a.png" width="4" height="4"/><rect id="drawn" width="40" height="20"/></svg>`,
  );
  await writeFile(
    join(cards, 'drawing.mdx'),
    question(
      'What is drawn?',
      [
        '<Figure src="./running.svg" alt="A drawing" />',
        '[The drawing](./running.svg)',
        '<a name="old">Old place</a>',
        // These would hide functions of the page from its scripts.
        ...['querySelectorAll', 'getElementById', 'createElement', 'body', 'forms'].map(
          (name) => `<img name="${name}" src="./running.svg" alt="${name}" />`,
        ),
        '<h2 id="addEventListener">Listen</h2>',
      ].join('\n\n'),
    ),
  );
  const rates = join(site.content, 'articles/en/account/rates.mdx');
  await writeFile(rates, (await readFile(rates, 'utf8')).replace('---\n\n', 'type: faq\n---\n\n'));
});
afterAll(() => collector?.close());
beforeEach(() => {
  collector.received.length = 0;
});

const visit = <T>(path: string, options: Visit, look: (page: Page) => Promise<T>) =>
  visitPage(opened.served.url, path, options, look);
const stored = (page: Page) => page.evaluate(() => ({ ...localStorage, ...sessionStorage }));
const answer = (page: Page, name: string) => page.locator(`[id="${name}"]`);

describe('a section', () => {
  it('opens short answers on the page, by keyboard, and updates the address', async () => {
    await visit('en/cards/', {}, async (page) => {
      const summary = page.locator('summary', { hasText: 'How do I freeze my card?' });
      expect(await answer(page, 'freeze').isVisible()).toBe(false);
      await summary.focus();
      await page.keyboard.press('Enter');
      await answer(page, 'freeze').waitFor();
      await page.waitForURL(/\/en\/cards\/#freeze$/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/en\/cards\/$/);
    });
  });

  it.each([true, false])('opens the answer that its address names (JavaScript: %s)', async (javaScriptEnabled) => {
    await visit('en/cards/#freeze', { javaScriptEnabled }, async (page) => {
      await answer(page, 'freeze').waitFor();
      expect(await answer(page, 'block').isVisible()).toBe(false);
      await page
        .locator('#freeze')
        .getByRole('link', { name: /Open full article/ })
        .click();
      await page.waitForURL(/\/en\/cards\/freeze\/$/);
    });
  });

  it('links to the page of an answer that is long, or that code renders', async () => {
    await visit('en/cards/', {}, async (page) => {
      await page.getByRole('link', { name: 'Everything at once?' }).click();
      await page.waitForURL(/\/en\/cards\/everything\/$/);
    });
    await visit('en/account/', {}, async (page) => {
      await page.getByRole('link', { name: 'Rates today' }).click();
      await page.waitForURL(/\/en\/account\/rates\/$/);
    });
  });

  it('gives search engines the answers that it shows, and none that it only links to', async () => {
    await visit('en/cards/', {}, async (page) => {
      const graph = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')[
        '@graph'
      ];
      expect(graph[1]['@type']).toBe('FAQPage');
      const said = new Map<string, string>(
        graph[1].mainEntity.map((one: { name: string; acceptedAnswer: { text: string } }) => [
          one.name,
          one.acceptedAnswer.text,
        ]),
      );
      expect([...said.keys()]).toContain('How do I freeze my card?');
      expect([...said.keys()]).not.toContain('Everything at once?');
      for (const [question, answered] of said) {
        const details = page.locator('details', { has: page.locator('summary', { hasText: question }) });
        const shown = await details.locator('.answer > .article').evaluate((all) => all.textContent);
        expect(answered.replace(/\s/g, '')).toBe((shown ?? '').replace(/\s/g, ''));
      }
    });
  });

  it('has no id twice, and links within an answer stay in it', async () => {
    await visit('en/cards/', {}, async (page) => {
      const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
      expect(ids).toHaveLength(new Set(ids).size);
      await page.locator('summary', { hasText: 'Which card is my main one?' }).click();
      await page.getByRole('link', { name: 'above' }).click();
      expect(new URL(page.url()).hash).toBe('#main-answer--one');
      expect(await answer(page, 'main-answer--one').innerText()).toBe('One');
    });
  });

  it('has no accessibility violations with everything open', async () => {
    await visit('en/cards/', { viewport: phone }, async (page) => {
      for (const summary of await page.locator('.questions summary').all()) await summary.click();
      expect(await accessibilityViolations(page)).toEqual([]);
    });
  });
});

describe('an article', () => {
  it('gives search engines where it is, what it is, and its steps as the page shows them', async () => {
    await visit('en/cards/order/', {}, async (page) => {
      const text = await page.locator('script[type="application/ld+json"]').textContent();
      const graph = JSON.parse(text ?? '')['@graph'];
      expect(graph).toMatchObject([
        {
          '@type': 'BreadcrumbList',
          itemListElement: [
            { position: 1, item: 'https://help.pilvi.example/en/' },
            { position: 2, name: 'Cards', item: 'https://help.pilvi.example/en/cards/' },
            { position: 3, name: 'Order a card' },
          ],
        },
        { '@type': 'Article', headline: 'Order a card', inLanguage: 'en', publisher: { name: 'Pilvi' } },
        { '@type': 'HowTo', name: 'Order a card' },
      ]);
      const shown = (await page.locator('[data-part="steps"] > ol > li').allInnerTexts()).map((step) =>
        step.replace(/\s+/g, ' ').trim(),
      );
      expect(graph[2].step.map((step: { text: string }) => step.text)).toEqual(shown);
    });
  });

  it('is copied as Markdown', async () => {
    await visit('en/cards/order/', {}, async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('button', { name: 'Copy as Markdown' }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(await readFile(join(opened.site.out, 'en/cards/order.md'), 'utf8'));
      expect(copied).toMatch(/^# Order a card\n\n> \[Pilvi help\]/);
    });
    await visit('en/cards/order/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.getByText('Copy as Markdown').isVisible()).toBe(false);
    });
  });

  it('lists related articles that the writer chose first, then similar ones', async () => {
    await visit('en/cards/freeze/', {}, async (page) => {
      const related = await page
        .locator('[data-part=related] a')
        .evaluateAll((all) => all.map((one) => one.textContent?.trim()));
      expect(related[0]).toBe('Order a card');
      expect(related).toContain('Is a blocked card lost?');
      expect(related).not.toContain('How do I freeze my card?');
    });
  });

  it('shows a figure in full, closes with Escape and gives the focus back', async () => {
    await visit('en/cards/freeze/', {}, async (page) => {
      const figure = page.getByRole('button', { name: 'Enlarge image: A card behind ice' });
      await figure.focus();
      await page.keyboard.press('Space');
      const dialog = page.getByRole('dialog', { name: 'A card behind ice' });
      await dialog.waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      expect(await figure.evaluate((one) => one === document.activeElement)).toBe(true);
      await figure.click();
      await dialog.getByRole('button', { name: 'Close' }).click();
      await dialog.waitFor({ state: 'hidden' });
    });
  });

  it('links to the picture of a figure without JavaScript', async () => {
    await visit('en/cards/freeze/', { javaScriptEnabled: false }, async (page) => {
      const figure = page.getByRole('link', { name: 'Enlarge image: A card behind ice' });
      expect(await figure.getAttribute('href')).toMatch(/^\/_media\/card\..*\.svg$/);
    });
  });

  it('has drawings that run and load nothing, also if one is opened by its address', async () => {
    const address = await visit('en/cards/drawing/', {}, async (page) => {
      const link = page.getByRole('link', { name: 'The drawing' });
      const [saved] = await Promise.all([page.waitForEvent('download'), link.click()]);
      expect(saved.suggestedFilename()).toMatch(/^running\..*\.svg$/);
      return (await link.getAttribute('href'))?.slice(1) ?? '';
    });
    await visit(address, {}, async (page) => {
      expect(await page.locator('#drawn').count()).toBe(1);
      expect(await page.locator('#ran, script, image[href]').count()).toBe(0);
    });
    expect(collector.received).toEqual([]);
  });

  it('numbers lists with the digits of its language', async () => {
    for (const [path, digits] of [
      ['en/cards/freeze/', 'decimal'],
      ['fa/cards/freeze/', 'persian'],
    ] as const)
      await visit(path, {}, async (page) => {
        const list = page.locator('article.article').first();
        expect(
          await list.evaluate((one) => getComputedStyle(one.appendChild(document.createElement('ol'))).listStyleType),
        ).toBe(digits);
      });
  });

  it('has no names that hide functions of the page from its scripts', async () => {
    await visit('en/cards/drawing/', {}, async (page) => {
      const hidden = await page.evaluate(() =>
        ['querySelectorAll', 'getElementById', 'createElement', 'body', 'forms', 'addEventListener'].filter(
          (name) =>
            Reflect.get(document, name) instanceof HTMLImageElement || Reflect.get(window, name) instanceof Element,
        ),
      );
      expect(hidden).toEqual([]);
      expect(await page.locator('a#old').count()).toBe(1);
      // Its scripts work.
      await page.getByRole('button', { name: 'Enlarge image: A drawing' }).click();
      await page.getByRole('dialog', { name: 'A drawing' }).waitFor();
    });
  });

  it('folds its table of contents on a phone, and shows it next to the text if there is room', async () => {
    await visit('en/cards/order/', { viewport: phone }, async (page) => {
      await page.getByText('On this page').locator('visible=true').click();
      await page.getByRole('link', { name: 'What it costs' }).locator('visible=true').first().click();
      expect(new URL(page.url()).hash).toBe('#what-it-costs');
    });
    await visit('en/cards/order/', { viewport: desktop }, async (page) => {
      await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'What it costs' }).click();
    });
  });

  it.each([
    ['Android', 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36'],
    ['iPhone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148'],
  ])('opens the tab of the device, %s, and stores nothing for it', async (name, userAgent) => {
    await visit('en/cards/order/', { userAgent }, async (page) => {
      await page.getByRole('tab', { name, selected: true }).waitFor();
      expect(await stored(page)).toEqual({});
    });
  });

  it('opens the tab that has the part in the address, when it is opened and when the address changes', async () => {
    await visit('en/cards/tabs/#on-android', {}, async (page) => {
      await page.getByRole('tab', { name: 'Android', selected: true }).waitFor();
      expect(
        await page
          .getByRole('heading', { name: 'On Android' })
          .evaluate((one) => one.getBoundingClientRect().top < innerHeight),
      ).toBe(true);
      await page.evaluate(() => {
        location.hash = '#on-an-iphone';
      });
      await page.getByRole('tab', { name: 'iPhone', selected: true }).waitFor();
      // An address that can't be read opens nothing, and breaks nothing.
      await page.evaluate(() => {
        location.hash = '#50%';
        location.hash = '#on-android';
      });
      await page.getByRole('tab', { name: 'Android', selected: true }).waitFor();
    });
  });

  it('lets the browser find what is in another tab', async () => {
    await visit('en/cards/tabs/', {}, async (page) => {
      await page.getByRole('tab', { name: 'iPhone', selected: true }).waitFor();
      const hidden = page.locator('[role=tabpanel][hidden]');
      expect(await hidden.getAttribute('hidden')).toBe('until-found');
      expect(await hidden.evaluate((one) => one.getBoundingClientRect().height)).toBe(0);
      await hidden.dispatchEvent('beforematch');
      await page.getByRole('tab', { name: 'Android', selected: true }).waitFor();
    });
  });

  it('prints everything that is folded, without parts that are only for a screen', async () => {
    await visit('en/cards/order/', { colorScheme: 'dark' }, async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'light' });
      for (const text of ['Hold the card to the top of the phone.', 'Hold the card to the back of the phone.'])
        expect(await page.getByText(text).isVisible()).toBe(true);
      expect(await page.getByText('Change your address').isVisible()).toBe(true);
      for (const part of ['header', 'footer', 'breadcrumbs', 'contents', 'vote', 'contact', 'related'])
        expect(await page.locator(`[data-part=${part}]`).locator('visible=true').count(), part).toBe(0);
    });
  });

  it('shows the selection and the focus in forced colors', async () => {
    await visit('en/cards/order/', { forcedColors: 'active' }, async (page) => {
      const [first, second] = [page.getByRole('tab').first(), page.getByRole('tab').last()];
      await first.click();
      await page.keyboard.press('ArrowRight');
      const line = (one: typeof first) => one.evaluate((tab) => getComputedStyle(tab).borderBlockEndColor);
      expect(await line(first)).not.toBe(await line(second));
      expect(await second.evaluate((tab) => getComputedStyle(tab).outlineStyle)).toBe('solid');
    });
  });

  it('does not move while it loads', async () => {
    await visit('en/cards/freeze/', { viewport: phone, locale: 'fa' }, async (page) => {
      await page.getByText('این صفحه به فارسی هم موجود است').waitFor();
      expect(await layoutShift(page)).toBe(0);
    });
  });

  it('weighs at most 15 KB, compressed, until someone searches', async () => {
    const html = await readFile(join(opened.site.out, 'en/cards/order/index.html'), 'utf8');
    const named = (text: string) => [...text.matchAll(/_astro\/[\w.@-]+\.(?:css|js)/g)].map(([file]) => file);
    // What the page names, and what that imports at once; what is imported on demand is written import(…).
    // The styles of the search are only named for the script that adds them when someone searches.
    const files = new Set(named(html.replaceAll(/ data-sheet="[^"]*"/g, '')));
    for (const file of files)
      for (const [, name] of (await readFile(join(opened.site.out, file), 'utf8')).matchAll(
        /from"\.\/([\w.@-]+\.js)"/g,
      ))
        files.add(`_astro/${name}`);
    const parts = [
      html,
      ...(await Promise.all([...files].map((file) => readFile(join(opened.site.out, file), 'utf8')))),
    ];
    const weigh = (compress: (text: string) => Buffer) => parts.reduce((sum, text) => sum + compress(text).length, 0);
    expect(files.size).toBeGreaterThan(2);
    expect(weigh(brotliCompressSync)).toBeLessThan(15_000);
    expect(weigh(gzipSync)).toBeLessThan(15_000);
  });
});

describe('the vote', () => {
  const votes = async (page: Page, act: () => Promise<void>) => {
    await page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(globalThis, { heard });
      document.addEventListener('ohje:vote', (event) => heard.push((event as CustomEvent).detail));
    });
    await act();
    return page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard);
  };
  const open = <T>(options: Visit, look: (page: Page) => Promise<T>, path = 'en/cards/order/') =>
    visit(path, { beside: collector.origin, ...options }, look);

  it('says yes, once, stays on the page and thanks', async () => {
    await open({}, async (page) => {
      const heard = await votes(page, async () => {
        await page.getByRole('button', { name: 'Yes' }).click();
        await page.getByText('We’re glad it helped').waitFor();
      });
      expect(heard).toEqual([{ article: 'cards/order', locale: 'en', helpful: true }]);
      expect(await page.getByRole('button', { name: 'Yes' }).count()).toBe(0);
      await expect.poll(() => collector.received.length).toBe(1);
      expect(JSON.parse(collector.received[0]?.body ?? '')).toEqual({ event: 'ohje:vote', ...(heard[0] as object) });
      expect(collector.received[0]?.headers.cookie).toBeUndefined();
      expect(await stored(page)).toEqual({});
    });
  });

  it('says no with a reason and a place, by keyboard, and offers contact options', async () => {
    await open({}, async (page) => {
      const heard = await votes(page, async () => {
        await page.locator('summary', { hasText: /^No$/ }).focus();
        await page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Space');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Tab');
        await page.keyboard.type('What it');
        expect(await accessibilityViolations(page)).toEqual([]);
        await page.getByRole('button', { name: 'Send' }).press('Enter');
        await page.getByText('Your feedback helps us improve this article').waitFor();
      });
      expect(heard).toEqual([
        { article: 'cards/order', locale: 'en', helpful: false, reason: 'unclear', section: 'what-it-costs' },
      ]);
      const person = page.getByRole('link', { name: 'Still need help? Contact us' });
      expect(await page.locator((await person.getAttribute('href')) ?? '').isVisible()).toBe(true);
      expect(await accessibilityViolations(page)).toEqual([]);
    });
  });

  it('is a "no" as well if a reader says no and leaves', async () => {
    await open({}, async (page) => {
      await page.locator('summary', { hasText: /^No$/ }).click();
      await page.goto(`${opened.served.url}en/`);
      await expect
        .poll(() => collector.received.map(({ body }) => JSON.parse(body) as object))
        .toMatchObject([{ helpful: false }]);
    });
  });

  it('is a form without JavaScript', async () => {
    await open({ javaScriptEnabled: false }, async (page) => {
      await page.locator('summary', { hasText: /^No$/ }).click();
      await page.getByLabel('Something is missing').check();
      await page.getByRole('button', { name: 'Send' }).click();
      await expect.poll(() => collector.received.length).toBe(1);
      expect(Object.fromEntries(new URLSearchParams(collector.received[0]?.body))).toEqual({
        article: 'cards/order',
        locale: 'en',
        reason: 'incomplete',
        section: '',
        helpful: 'no',
      });
    });
  });

  it('is not offered without JavaScript if there is nowhere to send it', async () => {
    const { url, close } = await openSite(await sharedSite(), 0);
    const asked = (javaScriptEnabled: boolean) =>
      visitPage(url, 'en/cards/order/', { javaScriptEnabled }, (page) =>
        page.getByText('Was this article helpful?').isVisible(),
      );
    expect([await asked(true), await asked(false)]).toEqual([true, false]);
    await close();
  });

  it('includes the language the article was read in', async () => {
    const path = 'fa/cards/order/';
    const look = async (page: Page) => votes(page, () => page.getByRole('button', { name: 'بله' }).click());
    expect(await open({}, look, path)).toMatchObject([{ locale: 'en' }]);
  });
});

describe('the reader’s language', () => {
  const offer = (page: Page) => page.locator('[data-part=language-offer] a').locator('visible=true');

  it('is offered in that language, links to the same page, and is not offered again if refused', async () => {
    await visit('en/cards/freeze/', { locale: 'fa-IR' }, async (page) => {
      expect(await offer(page).getAttribute('href')).toBe('/fa/cards/freeze/');
      expect(await accessibilityViolations(page)).toEqual([]);
      expect(await stored(page)).toEqual({});
      await page.locator('[data-part=language-offer] button').click();
      await page.reload();
      expect(await offer(page).count()).toBe(0);
    });
  });

  it.each([
    ['where the page is in it', 'en/cards/freeze/', 'en-GB'],
    ['where the page is not written in it', 'en/cards/order/', 'fa'],
    ['where it is none of ours', 'en/cards/freeze/', 'de'],
  ])('is not offered %s', async (_, path, locale) => {
    await visit(path, { locale }, async (page) => {
      expect(await offer(page).count()).toBe(0);
    });
  });
});

describe('search engines', () => {
  it('find every page through robots.txt and the sitemap', async () => {
    expect(await readFile(join(opened.site.out, 'robots.txt'), 'utf8')).toContain(
      'https://help.pilvi.example/sitemap.xml',
    );
    const xml = await readFile(join(opened.site.out, 'sitemap-1.xml'), 'utf8');
    const named = [...xml.matchAll(/<loc>https:\/\/help\.pilvi\.example\/(.*?)<\/loc>/g)].map(
      ([, path]) => `${path}index.html`,
    );
    const built = (await listFiles(opened.site.out)).filter((file) => /^\w\w\/.*index\.html$/.test(file));
    expect(named.filter((file) => !built.includes(file))).toEqual([]);
    expect(named).toContain('fa/cards/freeze/index.html');
    expect(named).not.toContain('fa/cards/order/index.html');
  });
});
