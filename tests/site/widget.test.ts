import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite } from '#io/machine/serve.ts';
import { engine } from '../run.ts';
import { testBrowser } from './browser/browser.ts';
import { type Listener, listen } from './listen.ts';
import { openSmallSite } from './open-small-site.ts';
import { shortFilm } from './small-site.ts';
import { accessibilityViolations, desktop, phone, visitPage } from './visit.ts';

const pages = `widget:
  pages:
    - { match: /checkout/**, articles: [cards/order], topics: [card-lost] }
    - { match: /profile, section: account }
`;
// What a product may do to its own pages, all at once.
const hostile = `<style>
  html { font-size: 62.5% }
  * { all: unset !important; color: red !important }
  button, dialog, aside, ohje-help { display: none !important; font-size: 3px }
  body { transform: rotate(1deg) }
</style>`;

let product: Listener;
/** The address of the help center; one test has another. */
let help: string;

/** A page of a product on another host than the help center. */
interface Product {
  path?: string;
  lang?: string;
  head?: string;
  body?: string;
  /** Attributes of the script. */
  told?: string;
  policy?: string;
}
let shown: Product = {};

const opened = openSmallSite(async (site) => {
  const file = join(site.content, 'site.yaml');
  await writeFile(file, `${await readFile(file, 'utf8')}${pages}`);
  const component = join(site.folder, 'components/Rate.astro');
  await writeFile(
    component,
    `${await readFile(component, 'utf8')}<a href="https://pilvi.example/rates" onclick="globalThis.broken = true">All rates</a>
<script is:inline>globalThis.broken = true;</script><form><input name="pin" /></form>`,
  );
  for (const [name, text] of Object.entries({
    'film.mdx':
      '---\ntitle: A film\n---\n\n<Video src="./film.mp4" title="A film" captions="./captions.vtt" />\n\n| Length |\n| -----: |\n| 7 |\n',
    'film.mp4': shortFilm,
    'captions.vtt': 'WEBVTT\n',
  }))
    await writeFile(join(site.content, 'articles/en/cards', name), text);
});
beforeAll(async () => {
  help = opened.served.url;
  product = await listen(() => {
    const { lang = 'en', head = '', body = '', told = '', policy } = shown;
    return {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        ...(policy && { 'Content-Security-Policy': policy }),
      },
      body: `<!doctype html><html lang="${lang}"><meta name="viewport" content="width=device-width"><title>Product</title>${head}<body><main><h1>Product</h1><p id="ohje-title">Pay <button id="pay">Pay</button></p>${body}</main><script src="${help}widget.js" ${told} async></script></body></html>`,
    };
  });
});
afterAll(() => product?.close());

/** Opens a page of the product, and fails on errors of any kind. */
function visit(made: Product, options: BrowserContextOptions, look: (page: Page) => Promise<void>) {
  shown = made;
  return visitPage(product.origin, made.path ?? '/', { beside: help, ...options }, async (page) => {
    await page.waitForFunction(() => globalThis.ohje !== undefined);
    await look(page);
  });
}

const launcher = (page: Page) => page.getByRole('button', { name: 'Help', exact: true });
const panel = (page: Page) => page.getByRole('dialog');
const field = (page: Page) => panel(page).getByRole('searchbox');
const heading = (page: Page, name: string) => panel(page).getByRole('heading', { name });
/** What has the focus, also inside the panel. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return (activeElement?.shadowRoot?.activeElement ?? activeElement)?.id ?? '';
  });
async function openPanel(page: Page): Promise<void> {
  await launcher(page).click();
  await panel(page).waitFor();
}

describe('before a reader opens it', () => {
  it('weighs little: one script', async () => {
    const script = await readFile(join(opened.site.out, 'widget.js'));
    expect(gzipSync(script, { level: 9 }).length).toBeLessThan(4096);
    expect(brotliCompressSync(script).length).toBeLessThan(3584);
  });

  it('requests nothing else from the help center, and adds one name to the page', async () => {
    shown = {};
    const context = await (await testBrowser()).newContext();
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.addInitScript(() => {
      (globalThis as { before?: string[] }).before = Object.getOwnPropertyNames(globalThis);
    });
    await page.goto(product.origin);
    await launcher(page).waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => url.startsWith(help))).toEqual([`${help}widget.js`]);
    const added = await page.evaluate(() => {
      const { before = [] } = globalThis as { before?: string[] };
      return Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name) && name !== 'before');
    });
    expect(added.filter((name) => !['pay', 'ohje-title'].includes(name))).toEqual(['ohje']);
    await context.close();
  });
});

describe('on the page of a product', () => {
  it('looks the same whatever the styles of the page', async () => {
    const look = async (page: Page) => {
      await openPanel(page);
      await panel(page).getByRole('link', { name: 'Email us' }).waitFor();
      return panel(page).evaluate(async (dialog) => {
        await Promise.all(dialog.getAnimations().map(({ finished }) => finished));
        return [dialog, ...dialog.querySelectorAll('*')].map((one) => {
          const { color, fontSize, display } = getComputedStyle(one);
          const { x, y, width, height } = one.getBoundingClientRect();
          return [one.localName, color, fontSize, display, x, y, width, height];
        });
      });
    };
    const seen: unknown[] = [];
    for (const head of ['', hostile])
      await visit({ head }, {}, async (page) => {
        seen.push(await look(page));
      });
    expect(seen[1]).toEqual(seen[0]);
  });

  it('keeps what is typed from the shortcuts of the page', async () => {
    const head = `<script>document.addEventListener('keydown', () => { document.title += '!' })</script>`;
    await visit({ head }, {}, async (page) => {
      await openPanel(page);
      await page.keyboard.type('card');
      expect(await page.title()).toBe('Product');
    });
  });

  it('keeps what is typed from all listeners of the page that leave its own fields alone', async () => {
    const early = `<script>
      const typing = ({ target }) => target.isContentEditable || target.closest('input, textarea') || target.tagName === 'INPUT';
      addEventListener('keydown', (event) => {
        if (event.key === '/' && !typing(event)) event.preventDefault();
      }, true);
    </script>`;
    const late = `<script type="module">
      addEventListener('load', () => {
        addEventListener('keydown', (event) => {
          document.title += '!';
          event.preventDefault();
        }, true);
      });
    </script>`;
    await visit({ head: early, body: late }, {}, async (page) => {
      await openPanel(page);
      await page.keyboard.type('how long/gone');
      expect(await field(page).inputValue()).toBe('how long/gone');
      expect(await page.title()).toBe('Product');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      await panel(page).waitFor({ state: 'hidden' });
    });
  });

  it('can be typed into while a dialog of the page keeps the focus', async () => {
    const trap = `<input id="trap"><script>
      document.addEventListener('focusin', ({ target }) => {
        if (target.id !== 'trap') document.getElementById('trap').focus();
      });
      document.addEventListener('mousedown', (event) => event.target.id === 'trap' || event.preventDefault(), true);
    </script>`;
    await visit({ body: trap }, {}, async (page) => {
      await openPanel(page);
      await field(page).click();
      await page.keyboard.type('card');
      expect(await field(page).inputValue()).toBe('card');
    });
  });

  it('stays in the window of a page that is moved as a whole', async () => {
    const head = '<style>html { transform: translateX(0); height: 3000px }</style>';
    await visit({ head }, {}, async (page) => {
      expect((await launcher(page).boundingBox())?.y).toBeLessThan(desktop.height);
      await openPanel(page);
      expect((await panel(page).boundingBox())?.y).toBeGreaterThanOrEqual(0);
      expect((await panel(page).boundingBox())?.y).toBeLessThan(desktop.height);
    });
  });

  it('opens with a button of the page, or from code with a question or an article', async () => {
    await visit({ told: 'data-launcher="#pay"' }, {}, async (page) => {
      expect(await launcher(page).count()).toBe(0);
      await page.locator('#pay').click();
      await field(page).waitFor();
      await page.keyboard.press('Escape');
      expect(await focused(page)).toBe('pay');
      await page.evaluate(() => globalThis.ohje?.open({ question: 'close my account' }));
      await panel(page).getByRole('link', { name: 'Close' }).first().waitFor();
      await page.evaluate(() => globalThis.ohje?.open({ article: 'cards/order' }));
      await heading(page, 'Order a card').waitFor();
      await page.evaluate(() => globalThis.ohje?.close());
      await panel(page).waitFor({ state: 'hidden' });
    });
  });

  it('is light or dark like the page, or else like the device', async () => {
    const ground = (page: Page) => panel(page).evaluate((dialog) => getComputedStyle(dialog).backgroundColor);
    const seen: string[] = [];
    for (const [told, colorScheme] of [
      ['', 'light'],
      ['', 'dark'],
      ['data-theme="light"', 'dark'],
    ] as const)
      await visit({ told }, { colorScheme }, async (page) => {
        await openPanel(page);
        seen.push(await ground(page));
      });
    expect(seen[1]).not.toBe(seen[0]);
    expect(seen[2]).toBe(seen[0]);
  });

  it('uses the language that is set, in its writing direction', async () => {
    await visit({ told: 'data-locale="fa"' }, {}, async (page) => {
      const button = page.getByRole('button', { name: 'راهنما' });
      expect((await button.boundingBox())?.x).toBeLessThan(100);
      await button.click();
      await panel(page).getByPlaceholder('با کلمات خودتان بپرسید').fill('کارتم را مسدود کنم');
      await panel(page).getByRole('link', { name: 'کارتم را چطور مسدود کنم؟' }).click();
      await heading(page, 'کارتم را چطور مسدود کنم؟').waitFor();
    });
  });
});

describe('under the policy that the docs name', async () => {
  const mdx = await readFile(join(engine, 'docs/articles/en/readers/widget-security.mdx'), 'utf8');
  const [, named = ''] = /Content-Security-Policy, add:\n\n```\n([\s\S]*?)```/.exec(mdx) ?? [];
  const directives = named.split(';').map((directive) => directive.trim().split(/\s+/));
  const sources = directives.flatMap(([name = '', ...all]) => all.map((source) => [name, source] as const));
  /** The policy of a page that allows nothing else, or all but one of them. */
  const policy = (without?: readonly [string, string]) =>
    directives
      .map(([name = '', ...all]) => [name, ...all.filter((one) => name !== without?.[0] || one !== without[1])])
      .reduce((all, one) => (one.length > 1 ? `${all}; ${one.join(' ')}` : all), "default-src 'none'")
      .replaceAll('https://help.example.com', help.replace(/\/$/, ''));

  /** Uses what a page around it could forbid. */
  async function useAll(page: Page): Promise<void> {
    await openPanel(page);
    await field(page).fill('freeze card');
    await panel(page).getByRole('link', { name: 'How do I freeze my card?' }).click();
    const picture = panel(page).getByRole('img', { name: 'A card behind ice' });
    await expect.poll(() => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
    const loaded = Promise.all(
      ['film', 'captions'].map((name) => page.waitForResponse((response) => response.url().includes(name))),
    );
    // It ends with the page if something is forbidden.
    loaded.catch(() => undefined);
    await page.evaluate(() => globalThis.ohje?.open({ article: 'cards/film' }));
    const cell = panel(page).getByRole('cell', { name: '7' });
    expect(await cell.evaluate((one) => getComputedStyle(one).textAlign)).toBe('end');
    const film = panel(page).locator('video');
    await film.evaluate((one) => void (one as HTMLVideoElement).play().catch(() => undefined));
    await loaded;
  }

  it('works', async () => {
    await visit({ policy: policy() }, {}, useAll);
  });

  it('works in a page that requires Trusted Types, also if it allows no policies', async () => {
    const trusted = `${policy()}; require-trusted-types-for 'script'; trusted-types`;
    await visit({ policy: `${trusted} ohje` }, {}, useAll);
    shown = { policy: `${trusted} 'none'` };
    const page = await (await testBrowser()).newPage();
    try {
      await page.goto(product.origin);
      await useAll(page);
    } finally {
      await page.close();
    }
  });

  it.each(sources)('needs of %s the source %s', async (...without) => {
    shown = { policy: policy(without) };
    const page = await (await testBrowser()).newPage();
    const refused = page.waitForEvent('console', (message) => message.text().includes('Content Security Policy'));
    try {
      await page.goto(product.origin);
      await Promise.race([refused, useAll(page).catch(() => refused)]);
      expect((await refused).text()).toContain(without[0]);
    } finally {
      await page.close();
    }
  });
});

describe('the articles it starts with', () => {
  const first = (page: Page) => panel(page).locator('.articles a').allInnerTexts();

  it.each([
    ['/checkout/pay/card', ['Order a card', 'How do I freeze my card?']],
    ['/checkout', ['Order a card', 'How do I freeze my card?']],
    ['/profile', ['Close my account', 'Rates today']],
    ['/profile/name', []],
  ])('on %s are those that match', async (path, articles) => {
    await visit({ path }, {}, async (page) => {
      await openPanel(page);
      await field(page).waitFor();
      expect((await first(page)).sort()).toEqual([...articles].sort());
    });
  });
});

it('the articles it starts with follow a product that shows another page by itself', async () => {
  await visit({ path: '/checkout' }, {}, async (page) => {
    await openPanel(page);
    await panel(page).getByRole('link', { name: 'Order a card' }).waitFor();
    await page.evaluate(() => history.pushState({}, '', '/profile'));
    await panel(page).getByRole('link', { name: 'Close my account' }).waitFor();
  });
});

describe('the panel', () => {
  it('takes the focus, and gives it back when Escape closes it', async () => {
    await visit({}, {}, async (page) => {
      await launcher(page).focus();
      await page.keyboard.press('Enter');
      await panel(page).waitFor();
      expect(await focused(page)).toBe('ohje-search');
      expect(await panel(page).evaluate((dialog) => dialog.matches(':modal'))).toBe(false);
      await page.keyboard.press('Escape');
      await panel(page).waitFor({ state: 'hidden' });
      expect(await launcher(page).evaluate((button) => button.matches(':focus'))).toBe(true);
    });
  });

  it('lets the keyboard go on to the page if there is room for both', async () => {
    await visit({}, {}, async (page) => {
      await openPanel(page);
      await page.locator('#pay').focus();
      expect(await focused(page)).toBe('pay');
    });
  });

  it('fills the screen of a phone, and nothing behind it can be reached', async () => {
    await visit({}, { viewport: phone, reducedMotion: 'reduce' }, async (page) => {
      await openPanel(page);
      expect(await panel(page).evaluate((dialog) => dialog.matches(':modal'))).toBe(true);
      expect(await panel(page).boundingBox()).toMatchObject({ x: 0, y: 0, ...phone });
      await page.locator('#pay').focus();
      expect(await focused(page)).not.toBe('pay');
      await page.setViewportSize(desktop);
      await page.waitForFunction(() => {
        const dialog = document.querySelector('ohje-help')?.shadowRoot?.querySelector('dialog');
        return dialog?.open && !dialog.matches(':modal');
      });
      await page.keyboard.press('Escape');
      await panel(page).waitFor({ state: 'hidden' });
    });
  });

  it('closes with Back on a phone, and leaves no trace in the history of the page', async () => {
    await visit({}, { viewport: phone }, async (page) => {
      await page.evaluate(() => history.replaceState({ own: 1 }, ''));
      const state = () => page.evaluate(() => [history.length, history.state]);
      await openPanel(page);
      await page.goBack();
      await panel(page).waitFor({ state: 'hidden' });
      expect(await state()).toEqual([expect.any(Number), { own: 1 }]);
      await openPanel(page);
      await panel(page).getByRole('button', { name: 'Close' }).click();
      await panel(page).waitFor({ state: 'hidden' });
      await expect.poll(async () => (await state())[1]).toEqual({ own: 1 });
      await openPanel(page);
      await page.evaluate(() => history.pushState({ own: 2 }, '', '/next'));
      await panel(page).getByRole('button', { name: 'Close' }).click();
      expect((await state())[1]).toEqual({ own: 2 });
    });
  });

  it('fits a phone, also at 400 % of a desktop', async () => {
    await visit({}, { viewport: { width: 320, height: 256 } }, async (page) => {
      await openPanel(page);
      await page.evaluate(() => globalThis.ohje?.open({ article: 'cards/order' }));
      await heading(page, 'What it costs').waitFor();
      const widths = await panel(page).evaluate((dialog) => [dialog, ...dialog.children].map((one) => one.scrollWidth));
      expect(Math.max(...widths)).toBeLessThanOrEqual(320);
    });
  });

  it('does not move for readers who prefer reduced motion', async () => {
    await visit({}, { reducedMotion: 'reduce' }, async (page) => {
      await openPanel(page);
      expect(await panel(page).evaluate((dialog) => getComputedStyle(dialog).animationName)).toBe('none');
    });
  });

  it.each([
    ['light', desktop, 'en'],
    ['dark', phone, 'en'],
    ['light', desktop, 'fa'],
  ] as const)('is accessible, in %s', async (colorScheme, viewport, lang) => {
    await visit({ lang }, { colorScheme, viewport }, async (page) => {
      await page.evaluate(() => globalThis.ohje?.open());
      await panel(page).waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      await field(page).fill(lang === 'en' ? 'freeze card' : 'مسدود');
      await panel(page).locator('.result').first().waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      await page.evaluate(() => globalThis.ohje?.open({ article: 'cards/order' }));
      await panel(page).locator('article').waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
    });
  });
});

describe('the search in it', () => {
  it('answers from the other host, and tells the page what was searched', async () => {
    const head = `<script>const heard = []; for (const name of ['ohje:search', 'ohje:search-choose']) document.addEventListener(name, ({ detail }) => heard.push([name, detail.question, detail.article]))</script>`;
    await visit({ head }, {}, async (page) => {
      await openPanel(page);
      await page.keyboard.type('how can i freeze this card please');
      await panel(page).locator('a[href*="/search/?q=how+can+i+freeze+this+card+please"]').waitFor();
      await panel(page).getByRole('link', { name: 'How do I freeze my card?' }).click();
      await heading(page, 'How do I freeze my card?').waitFor();
      expect(await page.evaluate('heard')).toEqual([
        ['ohje:search', 'how can i freeze this card please', undefined],
        ['ohje:search-choose', 'how can i freeze this card please', 'cards/freeze'],
      ]);
      expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    });
  });

  it('passes the question to contact options, without secrets from the address of the page', async () => {
    await visit({ path: '/checkout?session=secret' }, {}, async (page) => {
      await openPanel(page);
      await field(page).fill('quantum zebra');
      const mail = panel(page).getByRole('link', { name: 'Email us' });
      await expect.poll(() => mail.getAttribute('href')).toContain('quantum%20zebra');
      expect(await mail.getAttribute('href')).toContain(encodeURIComponent(`${product.origin}/checkout`));
      expect(await mail.getAttribute('href')).not.toContain('secret');
    });
  });
});

describe('an article in it', () => {
  it('can be left with Back, which returns to the same place', async () => {
    await visit({}, {}, async (page) => {
      await openPanel(page);
      await field(page).fill('freeze card');
      const result = panel(page).getByRole('link', { name: 'How do I freeze my card?' });
      await result.click();
      await panel(page).getByRole('link', { name: 'replaced' }).click();
      await heading(page, 'Order a card').waitFor();
      expect(await focused(page)).toBe('what-it-costs');
      await panel(page).getByRole('button', { name: 'Back' }).click();
      await heading(page, 'How do I freeze my card?').waitFor();
      await panel(page).getByRole('button', { name: 'Back' }).click();
      expect(await result.evaluate((link) => link.matches(':focus'))).toBe(true);
      expect(page.url()).toBe(`${product.origin}/`);
    });
  });

  it('opens other pages in a new tab, and links to its own page in the help center', async () => {
    await visit({}, {}, async (page) => {
      await page.evaluate(() => globalThis.ohje?.open({ article: 'account/rates' }));
      const out = panel(page).getByRole('link', { name: 'All rates (opens in a new tab)' });
      expect(await out.getAttribute('target')).toBe('_blank');
      const whole = panel(page).getByRole('link', { name: 'Open in the help center' });
      expect(await whole.getAttribute('href')).toBe(`${help}en/account/rates/`);
      await panel(page).getByRole('link', { name: 'how to close' }).click();
      await heading(page, 'Close my account').waitFor();
    });
  });

  it('has only text and pictures, whatever its page runs', async () => {
    await visit({}, {}, async (page) => {
      await page.evaluate(() => globalThis.ohje?.open({ article: 'account/rates' }));
      await panel(page).getByText('3 percent').waitFor();
      expect(await panel(page).locator('article :is(script, form, input, [onclick])').count()).toBe(0);
      expect(await page.evaluate(() => Object.hasOwn(globalThis, 'broken'))).toBe(false);
    });
  });
});

describe('a help center that other hosts cannot read', () => {
  it('is still linked, and the console says what is missing', async () => {
    const [file, aside] = ['_headers', '_headers.aside'].map((name) => join(opened.site.out, name)) as [string, string];
    await rename(file, aside);
    const closed = await openSite(opened.site.out, 0);
    help = closed.url;
    shown = {};
    const page = await (await testBrowser()).newPage();
    const told: string[] = [];
    page.on('console', (message) => message.type() === 'warning' && told.push(message.text()));
    try {
      await page.goto(product.origin);
      await launcher(page).click();
      const link = page.getByRole('link', { name: 'Help couldn’t be loaded. Open the help center' });
      await link.waitFor();
      expect(await link.getAttribute('href')).toBe(`${closed.url}en/`);
      expect(told.join()).toContain('Access-Control-Allow-Origin: *');
    } finally {
      help = opened.served.url;
      await page.close();
      await closed.close();
      await rename(aside, file);
    }
  });
});

describe('a panel that could not be loaded', () => {
  it('is fetched again when the connection is back, and then finds articles', async () => {
    shown = {};
    const context = await (await testBrowser()).newContext();
    const page = await context.newPage();
    await page.goto(product.origin);
    await launcher(page).waitFor();
    await context.setOffline(true);
    await launcher(page).click();
    await page.getByRole('link', { name: 'Help couldn’t be loaded. Open the help center' }).waitFor();
    await context.setOffline(false);
    await launcher(page).click();
    await page.getByRole('dialog').getByRole('searchbox').fill('freeze my card');
    await page.getByRole('dialog').getByRole('link', { name: 'How do I freeze my card?' }).waitFor();
    await context.setOffline(true);
    await page.getByRole('dialog').getByRole('searchbox').fill('close my account');
    await page.getByRole('heading', { name: 'Search couldn’t be loaded' }).waitFor();
    await context.setOffline(false);
    await page.getByRole('dialog').locator('.results a').first().waitFor();
    await context.close();
  });
});
