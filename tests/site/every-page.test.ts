import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSite, openSite } from '#io/machine/serve.ts';
import { type SmallSite, shortFilm, smallSite } from './small-site.ts';
import {
  accessibilityViolations,
  desktop,
  everyRule,
  layoutShift,
  openWindow,
  phone,
  themeRules,
  type Visit,
  visitIn,
  visitPage,
} from './visit.ts';

// Every kind of page in every theme, language, mode and size: what is true for all of them is tested here, and only here.
const themes = ['plain', 'lumo', 'ruisla', 'torvek'] as const;
const locales = ['en', 'fa'] as const;
const kinds = {
  home: '',
  section: 'cards/',
  'section in a section': 'cards/abroad/',
  'short answer, translated': 'cards/freeze/',
  'guide, not translated': 'cards/order/',
  'article with everything, outdated': 'cards/everything/',
  'search page': 'search/',
  'results page': 'search/?q=card+کارت',
  'page of no results': 'search/?q=qqqqqqqq&from=cards/order',
  'contact page': 'contact/?from=cards/freeze&q=card',
  announcements: 'announcements/',
  'all articles': 'all/',
  'page that is not there': 'no-such/',
};
const light = { colorScheme: 'light', viewport: phone } as const;
const dark = { colorScheme: 'dark', viewport: desktop } as const;
const everything: keyof typeof kinds = 'article with everything, outdated';

/** The markup is the same in all themes, so most rules are tried in the reference, and on one page of each brand. */
const rulesOf = (theme: string, kind: string) => (theme === 'plain' || kind === everything ? everyRule : themeRules);
/** The reference is tried in both looks in every language, and so is one page of each brand; other pages in one. */
const looksOf = (theme: string, kind: string, locale: string) => {
  if (theme === 'plain' || kind === everything) return [light, dark];
  return locale === 'en' ? [light] : [dark];
};

const contact = `contact:
  form:
    action: https://pilvi.example/messages
    answersWithin: 4 hours
    fields:
      topic: { label: { en: Topic, fa: دسته }, required: true, options: { card: Cards } }
  email: help@pilvi.example
  phone:
    address: "+358 9 0000 0200"
    hours: [{ days: [mon, tue, wed, thu, fri], from: "9:00", to: "17:00" }]
  whatsapp: "+358 40 000 0000"
  timeZone: Europe/Helsinki
  closed: [2026-12-24]
votes: https://pilvi.example/votes
`;

let site: SmallSite;
const served = {} as Record<(typeof themes)[number], OpenSite>;

beforeAll(async () => {
  site = await smallSite();
  const write = async (path: string, text: string) => {
    await mkdir(join(site.content, path, '..'), { recursive: true });
    await writeFile(join(site.content, path), text);
  };
  const settings = await readFile(join(site.content, 'site.yaml'), 'utf8');
  await write('site.yaml', settings.replace(/^contact:\n(?: .*\n)+/m, contact));
  for (const severity of ['notice', 'problem', 'resolved'])
    await write(
      `announcements/${severity}.yaml`,
      `severity: ${severity}\nsections: [cards]\nfrom: 2026-11-12T08:00:00+02:00\ntitle: { en: It is slow, fa: کند است }\ntext: { en: We look at it., fa: بررسی می‌کنیم. }\n`,
    );
  const body = await readFile(join(import.meta.dirname, '../fixtures/whole-vocabulary.mdx'), 'utf8');
  const platforms = 'appliesTo: { platforms: [ios, android], plans: [Plus] }\n';
  await write(
    'articles/en/cards/everything.mdx',
    `---\ntitle: Everything an article may hold, NET::ERR_CERTIFICATE_TRANSPARENCY_REQUIRED_BY_POLICY_SETTINGS, and a title that is longer than the line\n${platforms}---\n\n${body}`,
  );
  await write(
    'articles/fa/cards/everything.mdx',
    `---\ntitle: همه چیز\nsource: a1b2c3d4e5f6\n${platforms}---\n\n${body}`,
  );
  await write('articles/fa/cards/film.mp4', shortFilm);
  await write('articles/en/cards/film.mp4', shortFilm);
  await write(
    'articles/en/cards/abroad/fees.mdx',
    '---\ntitle: What does it cost abroad?\ntype: faq\ntopics: [card-late]\n---\n\nNothing.\n',
  );
  for (const theme of themes) {
    const out = join(site.folder, theme);
    const built = await site.build('--theme', theme, '--out', out);
    expect(built.code, built.stderr).toBe(0);
    served[theme] = await openSite(out, 0);
  }
});
afterAll(async () => {
  for (const theme of themes) await served[theme]?.close();
  await site?.remove();
});

const visit = <T>(theme: (typeof themes)[number], path: string, options: Visit, look: (page: Page) => Promise<T>) =>
  visitPage(served[theme].url, path, options, look);

/** Opens all that is folded. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details')) fold.open = true;
  });
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(themes)('in the theme %s', (theme) => {
  describe.each(locales)('in %s', (locale) => {
    let shared: Page;
    const look = async ({ colorScheme, viewport }: typeof light | typeof dark) => {
      await shared.emulateMedia({ colorScheme });
      await shared.setViewportSize(viewport);
    };
    beforeAll(async () => {
      shared = await openWindow({ viewport: phone, reducedMotion: 'reduce' });
    });
    afterAll(() => shared?.context().close());

    it.each(Object.entries(kinds))('the %s is for everyone', async (kind, path) => {
      await look(light);
      await visitIn(shared, served[theme].url, `${locale}/${path}`, {}, async (page) => {
        // The answer to a question in the address comes after the page.
        if (path.includes('/?q=')) await page.waitForSelector('html:not([data-asking])');
        expect(await layoutShift(page)).toBe(0);
        await unfold(page);
        let rules = rulesOf(theme, kind);
        for (const seen of looksOf(theme, kind, locale)) {
          await look(seen);
          expect(await accessibilityViolations(page, rules), seen.colorScheme).toEqual([]);
          expect(await overflow(page)).toBe(0);
          // What does not depend on the look was tried in the first.
          rules = themeRules;
        }
        // A phone, and a desktop of 1280 pixels at 400 %.
        await page.setViewportSize({ width: 320, height: 256 });
        expect(await overflow(page)).toBe(0);
        expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
      });
    });
  });
});

describe('on a slow connection, a page that comes in two parts', () => {
  it.each(themes)('does not move in the theme %s', async (theme) => {
    const html = await readFile(join(site.folder, theme, '404.html'), 'utf8');
    const folder = served[theme].url;
    // In the middle of a button, of a contact option and of the footer, all of which are on the first screen.
    for (const cut of [
      '<button class="search-submit" type="submit">',
      '<bdi dir="ltr">',
      '<div class="footer-inner">',
    ]) {
      const slow = createServer(async ({ url = '' }, response) => {
        if (url !== '/') {
          const { headers, body } = await fetch(folder + url.slice(1));
          response.writeHead(200, { 'Content-Type': headers.get('Content-Type') ?? '' });
          if (body) await pipeline(body, response);
          return;
        }
        const [before = '', ...rest] = html.split(cut);
        response.writeHead(200, { 'Content-Type': 'text/html' }).write(before + cut);
        await setTimeout(300);
        response.end(rest.join(cut));
      });
      await new Promise<void>((done) => slow.listen(0, '127.0.0.1', done));
      const root = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/`;
      try {
        expect(html).toContain(cut);
        await visitPage(root, '', { viewport: phone }, async (page) => {
          expect(await layoutShift(page), cut).toBe(0);
        });
      } finally {
        slow.close();
        slow.closeAllConnections();
      }
    }
  });
});

describe.each(Object.entries(kinds))('without JavaScript, the %s', (_, path) => {
  it('has a title, links to other pages, and has no button that does nothing', async () => {
    await visit('plain', `en/${path}`, { javaScriptEnabled: false, viewport: phone }, async (page) => {
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      expect(await page.getByRole('main').getByRole('link').locator('visible=true').count()).toBeGreaterThan(0);
      expect(await page.getByRole('searchbox').locator('xpath=ancestor::form').getAttribute('action')).toBe('/en/all/');
      expect(await page.locator('button:not(form button)').locator('visible=true').count()).toBe(0);
      expect(await overflow(page)).toBe(0);
    });
  });
});

describe('a reader with the keyboard alone', () => {
  it('sees in forced colors where the focus is, at every stop', async () => {
    for (const path of ['', 'cards/everything/', 'contact/'])
      await visit('lumo', `en/${path}`, { forcedColors: 'active' }, async (page) => {
        const unseen: string[] = [];
        for (let stop = 0; stop < 25; stop++) {
          await page.keyboard.press('Tab');
          const where = await page.evaluate(() => {
            const one = document.activeElement ?? document.body;
            const marked = one.closest('.search-field') ?? one;
            // The buttons of a film are the browser's own.
            return !one.matches('body, video') && getComputedStyle(marked).outlineStyle === 'none' ? one.outerHTML : '';
          });
          if (where) unseen.push(where);
        }
        expect(unseen).toEqual([]);
      });
  });

  it('gets from the home page through a section to the answer', async () => {
    await visit('lumo', 'en/', {}, async (page) => {
      const goTo = async (name: string) => {
        const target = page.getByRole('main').getByRole('link', { name, exact: true }).first();
        for (let presses = 0; presses < 40; presses++) {
          if (await target.evaluate((one) => one === document.activeElement)) break;
          await page.keyboard.press('Tab');
        }
        await page.keyboard.press('Enter');
      };
      await goTo('Cards');
      await page.waitForURL(/\/en\/cards\/$/);
      await goTo('Order a card');
      await page.waitForURL(/\/en\/cards\/order\/$/);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Order a card');
    });
  });
});

describe('a reader', () => {
  it('changes language and stays on the same article', async () => {
    await visit('plain', 'en/cards/freeze/', {}, async (page) => {
      await page.getByRole('navigation', { name: 'Links and settings' }).getByLabel('Language: English').click();
      await page.getByRole('link', { name: 'فارسی' }).click();
      await page.waitForURL(/\/fa\/cards\/freeze\/$/);
      expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
    });
  });

  it.each([700, 900, 1280])('sees no card of a section alone in its row, %i pixels wide', async (width) => {
    await visit('plain', 'en/', { viewport: { width, height: 900 } }, async (page) => {
      const alone = await page.evaluate(() => {
        const list = document.querySelector('.section-cards');
        const [card] = list?.children ?? [];
        if (!list || !card) return ['no cards'];
        return Array.from({ length: 12 }, (_, index) => index + 2).filter((count) => {
          list.replaceChildren(...Array.from({ length: count }, () => card.cloneNode(true)));
          const last = (list.lastElementChild as HTMLElement).getBoundingClientRect();
          const { left, right } = list.getBoundingClientRect();
          return last.right < right - 1 || (last.left > left + 1 && last.width < 200);
        });
      });
      expect(alone).toEqual([]);
    });
  });

  it('reaches the content first with the keyboard', async () => {
    await visit('plain', 'en/cards/order/', {}, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    });
  });

  it('chooses a device once, by keyboard, and finds it chosen on the next page', async () => {
    await visit('plain', 'en/cards/order/', {}, async (page) => {
      await page.getByRole('tab', { name: 'iPhone' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.getByText('Hold the card to the back of the phone.').waitFor();
      expect(await page.getByText('Hold the card to the top of the phone.').isVisible()).toBe(false);
      await page.reload();
      await page.getByText('Hold the card to the back of the phone.').waitFor();
    });
  });

  it('sees nothing move, even on a slow phone', async () => {
    const before = async (page: Page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 8 });
    };
    for (const path of ['en/', 'fa/cards/', 'en/cards/everything/', 'fa/contact/'])
      await visit('lumo', path, { viewport: phone, before }, async (page) => {
        expect([path, await layoutShift(page)]).toEqual([path, 0]);
      });
  });

  it('sees every tab without JavaScript', async () => {
    await visit('plain', 'en/cards/order/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.getByText('Hold the card to the top of the phone.').isVisible()).toBe(true);
      expect(await page.getByText('Hold the card to the back of the phone.').isVisible()).toBe(true);
    });
  });

  it('chooses dark mode, which is kept, and nothing is stored before', async () => {
    await visit('plain', 'en/', { colorScheme: 'light' }, async (page) => {
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      const light = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      await page.getByLabel('Appearance').click();
      await page.getByRole('button', { name: 'Dark' }).click();
      // The product may keep its own, on the same host.
      expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['ohje:/:theme']);
      await page.reload();
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).not.toBe(light);
    });
  });

  it('chooses a mode for the page if the browser forbids storage', async () => {
    await visit('plain', 'en/', { locale: 'fa', colorScheme: 'light' }, async (page) => {
      await page.addInitScript(() => {
        const refuse = () => {
          throw new DOMException('denied', 'SecurityError');
        };
        for (const store of ['localStorage', 'sessionStorage']) Object.defineProperty(window, store, { get: refuse });
      });
      await page.goto(`${served.plain.url}en/cards/everything/`);
      await page.locator('[data-part=language-offer] button').click();
      await page.locator('[data-part=language-offer]').waitFor({ state: 'hidden' });
      const news = page.locator('[data-part=announcement]').locator('visible=true');
      const before = await news.count();
      await news.first().getByRole('button').click();
      expect(await news.count()).toBe(before - 1);
      const tab = page.getByRole('tab', { selected: false }).first();
      const name = await tab.innerText();
      await tab.click();
      expect(await page.getByRole('tab', { name, selected: true }).count()).toBeGreaterThan(0);
      await page.getByLabel('Appearance').click();
      await page.getByRole('button', { name: 'Dark' }).click();
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
      await page.getByLabel('Appearance').click();
      await page.getByRole('button', { name: 'Same as device' }).click();
      expect(await page.locator('html').getAttribute('data-theme')).toBeNull();
    });
  });
});
