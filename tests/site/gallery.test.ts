import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '#io/machine/files.ts';
import { customProperties } from '#kb/theme/custom-properties.ts';
import { pairs } from '#kb/theme/theme-contrast.ts';
import { themeParts } from '#kb/theme/theme-parts.ts';
import { testBrowser } from './browser/browser.ts';
import { type DevServer, startDev } from './dev-server.ts';
import { addToSite, type SmallSite, sharedSite, smallSite } from './small-site.ts';
import { accessibilityViolations, desktop, patience } from './visit.ts';

let site: SmallSite;
let server: DevServer;
/** The address of the gallery. */
let address: string;

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(site.folder, path)), { recursive: true });
  await writeFile(join(site.folder, path), text);
}

async function openPage(viewport: typeof desktop): Promise<Page> {
  const page = await (await testBrowser()).newPage({ viewport });
  page.setDefaultTimeout(patience);
  return page;
}

const textAt = async (url: string) => (await fetch(url)).text();
const framesOf = (html: string) => [...html.matchAll(/<iframe src="([^"]+)"/g)].map(([, src = '']) => src);

/** Waits until what was saved has been read. */
const shows = (url: string, text: string) => expect.poll(() => textAt(url)).toContain(text);

beforeAll(async () => {
  site = await smallSite();
  await write(
    'themes/acme/theme.yaml',
    'version: 1\nfooter: { legal: [{ text: Terms, href: https://acme.example/ }] }\n',
  );
  await write(
    'content/tickets/desk.csv',
    'day,locale,category,tickets\n2026-11-02,en,lost_card,9\n2026-11-09,en,lost_card,9\n',
  );
  await write(
    'content/announcements/late.yaml',
    'severity: problem\nfrom: 2026-01-01T09:00:00Z\ntitle: Late\ntext: Transfers are late.\n',
  );
  await addToSite(site, 'theme: plain', 'home: https://pilvi.example/');
  server = await startDev(site.folder, '--content', site.content, '--theme', 'acme');
  address = `${server.url}theme/`;
});
afterAll(async () => {
  server?.stop();
  await site?.remove();
});

describe('the gallery of a theme, while writing', () => {
  it('has the contrast of every pair in both modes, every token and every part', async () => {
    const html = await textAt(address);
    for (const [front, back] of pairs)
      expect(html).toMatch(
        new RegExp(`data-pair="${front}-${back}".*?\\d+\\.\\d\\d passes.*?\\d+\\.\\d\\d passes.*?</tr>`, 's'),
      );
    expect(customProperties.filter((token) => !html.includes(`<code>${token}</code>`))).toEqual([]);
    expect(Object.keys(themeParts).filter((part) => !html.includes(`data-part=&#39;${part}&#39;`))).toEqual([]);
    expect(html).toContain('Nothing is wrong with this theme.');
  });

  it('shows every part that a theme can style, on one of its pages', async () => {
    const pages = [...new Set(framesOf(await textAt(address)))];
    const shown = await Promise.all(pages.map((path) => textAt(new URL(path, address).href)));
    const page = await openPage(desktop);
    await page.goto(`${address}ltr/`);
    await page.locator('[data-part=search-panel]').first().waitFor();
    const all = [...shown, await page.content()].join('');
    await page.close();
    expect(Object.keys(themeParts).filter((part) => !all.includes(`data-part="${part}"`))).toEqual([]);
  });

  it('shows each page light and dark, on both devices, in both directions', async () => {
    const page = await openPage(desktop);
    await page.goto(address);
    const figures = page.locator('#home .frame');
    const looks = await figures.evaluateAll((frames) =>
      frames.map((frame) => Object.values((frame as HTMLElement).dataset).join(' ')),
    );
    expect(looks.sort()).toEqual(
      ['desktop', 'phone'].flatMap((device) =>
        ['dark', 'light'].flatMap((mode) => ['ltr', 'rtl'].map((dir) => `${device} ${mode} ${dir}`)),
      ),
    );
    await page.locator('#home [data-device=phone][data-mode=dark][data-dir=rtl]').scrollIntoViewIfNeeded();
    const frame = page.frameLocator('#home [data-device=phone][data-mode=dark][data-dir=rtl] iframe');
    await frame.locator('html[data-theme=dark][dir=rtl][lang=fa] .footer').waitFor();
    expect(await frame.locator('html').evaluate(() => [innerWidth, localStorage.length])).toEqual([390, 0]);
    await page.getByLabel('Dark', { exact: true }).uncheck();
    expect(await page.locator('#home .frame:visible').count()).toBe(4);
    await page.getByRole('group', { name: 'Direction of writing' }).getByLabel('Left to right').uncheck();
    expect((await page.locator('#home .frame:visible figcaption').allInnerTexts()).sort()).toEqual([
      'Desktop · Light · Right to left · fa',
      'Phone · Light · Right to left · fa',
    ]);
    await page.close();
  });

  it('is accessible', async () => {
    const page = await openPage(desktop);
    await page.goto(address);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.close();
  });

  it.each(['ltr', 'rtl'])('has every state of every component, and each is accessible: %s', async (side) => {
    const page = await openPage(desktop);
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(`${address}${side}/`);
    await page.locator('[data-panel] .search-unsure').first().waitFor();
    const states = ['.search-choice', '.recent', '.contact-failed', '.contact-sent', '[data-after=no]', '.vote-why'];
    const hidden = [];
    for (const state of [...states, '.language-offer', '.announcement-problem', '.announcement-resolved'])
      if ((await page.locator(`${state}:visible`).count()) === 0) hidden.push(state);
    expect(hidden).toEqual([]);
    // The same thing in several states has the same name several times.
    const violations = await accessibilityViolations(page);
    expect(violations.filter(([rule]) => rule !== 'landmark-unique')).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('follows theme.yaml, theme.css, strings and parts when they are saved', async () => {
    const home = new URL('/en/', address).href;
    await write('themes/acme/theme.yaml', 'version: 1\ncolors: { text: "#eeeeee" }\n');
    await shows(address, 'would pass');
    await write('themes/acme/theme.yaml', 'version: 1\ncolours: {}\n');
    await shows(address, 'colours');
    await write('themes/acme/strings/en.yaml', 'strings: { home.question: What is up? }\n');
    await write('themes/acme/theme.yaml', 'version: 1\n');
    await shows(home, 'What is up?');
    await write('themes/acme/parts/Footer.astro', '<footer data-part="footer">Of our own</footer>\n');
    await shows(home, 'Of our own');
    await write('themes/acme/theme.css', '[data-part="footer"] { letter-spacing: 7px }\n');
    await shows(home, '7px');
  });
});

describe('a built site', () => {
  it('has no gallery', async () => {
    const files = await listFiles(await sharedSite());
    expect(files.filter((file) => /(?:^|\/)theme\/|gallery|specimen|stage/i.test(file))).toEqual([]);
  });
});
