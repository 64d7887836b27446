import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import JSZip from 'jszip';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '#io/machine/files.ts';
import { launchBrowser } from '../../../scripts/shared/browser.ts';
import { makeFolder } from '../../folder.ts';
import { engine, run } from '../../run.ts';
import { sharedSite } from '../../site/small-site.ts';

let dist: string;
let browser: Browser;
beforeAll(async () => {
  dist = await sharedSite();
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

async function exported(): Promise<string> {
  const root = await makeFolder({});
  const ran = await run('export', ['offline', '--out', 'My help center', '--dist', dist], root);
  expect(ran).toEqual({
    code: 0,
    stdout: 'Wrote the help center to My help center. To read it, open index.html.\n',
    stderr: '',
  });
  return join(root, 'My help center');
}

/** Opens a page as a double click does, without a network; `problems` gets what the browser complains about. */
async function open(folder: string, path: string, problems: string[] = []): Promise<Page> {
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('requestfailed', (request) => problems.push(`${request.url()} failed`));
  page.on('request', (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) problems.push(`${request.url()} was asked for`);
  });
  await page.goto(pathToFileURL(join(folder, path)).href);
  return page;
}

describe('export offline', () => {
  it('makes pages that open from a folder and lead to each other', async () => {
    const folder = await exported();
    const problems: string[] = [];
    const page = await open(folder, 'index.html', problems);
    await page.locator('main a[href$="en/cards/index.html"]').first().click();
    await page.locator('main a[href$="cards/order/index.html"]').first().click();
    await page.waitForURL(/en\/cards\/order\/index\.html$/);
    expect(await page.locator('article h1').textContent()).toBe('Order a card');
    // Its scripts run: one device's tab is shown.
    expect(await page.locator('.tab:visible').count()).toBe(1);
    const colour = await page.locator('article h1').evaluate((heading) => getComputedStyle(heading).fontFamily);
    expect(colour).not.toBe('"Times New Roman"');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['en', 'how do I freeze my card', 'cards/freeze'],
    ['fa', 'کارت', 'cards/freeze'],
  ])('finds what the site finds, in its order: %s', async (locale, question, first) => {
    const folder = await exported();
    const problems: string[] = [];
    const page = await open(folder, `${locale}/cards/freeze/index.html`, problems);
    await page.locator('input[type=search]').first().fill(question);
    await page.locator('input[type=search]').first().press('Enter');
    await page.waitForURL(new RegExp(`/${locale}/search/index\\.html\\?q=`));
    const links = page.locator('[data-part=search-results] .result-title a');
    await links.first().waitFor();
    const shown = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    const { stdout } = await run('ask', [question, '--dist', dist, '--locale', locale, '--json', '--k', '30']);
    const ids = JSON.parse(stdout).results.map(({ id }: { id: string }) => id);
    expect(ids[0]).toBe(first);
    expect(shown.map((href) => decodeURI(href).split(`/${locale}/`).at(-1))).toEqual(
      ids.map((id: string) => `${id}/index.html`),
    );
    await links.first().click();
    await page.waitForURL(/cards\/freeze\/index\.html/);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('shows the fonts of the theme in every browser: they are in a style sheet, not in files of their own', async () => {
    const root = await makeFolder({});
    await cp(dist, join(root, 'dist'), { recursive: true });
    await cp(join(engine, 'themes/lumo/fonts/plus-jakarta-sans.woff2'), join(root, 'dist/_media/own.woff2'));
    const home = join(root, 'dist/en/index.html');
    const face = '<style>@font-face{font-family:Own;src:url("/_media/own.woff2") format("woff2")}</style></head>';
    await writeFile(home, (await readFile(home, 'utf8')).replace('</head>', face));
    expect(await run('export', ['offline', '--out', 'out', '--dist', 'dist'], root)).toMatchObject({ code: 0 });
    expect((await listFiles(join(root, 'out'))).filter((file) => file.endsWith('.woff2'))).toEqual([]);
    const page = await open(join(root, 'out'), 'en/index.html');
    const loaded = await page.evaluate(async () => (await document.fonts.load('16px Own')).map(({ status }) => status));
    expect(loaded).toEqual(['loaded']);
    await page.context().close();
  });

  it('every link and file on every page is there', async () => {
    const folder = await exported();
    const files = new Set(await listFiles(folder));
    expect([...files].filter((file) => /^pagefind|\.md$|_headers|for-the-team/.test(file))).toEqual([]);
    const lost: string[] = [];
    for (const file of files) {
      if (!file.endsWith('.html')) continue;
      const html = await readFile(join(folder, file), 'utf8');
      for (const [, address = ''] of html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
        if (/^(?:[a-z]+:|#)/.test(address)) continue;
        const target = new URL(address, `http://folder/${file}`).pathname.slice(1);
        if (address.startsWith('/') || !files.has(decodeURI(target))) lost.push(`${file}: ${address}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it('writes a zip file, the same for the same site', async () => {
    const root = await makeFolder({});
    for (const name of ['one.zip', 'two.zip'])
      expect(await run('export', ['offline', '--out', name, '--dist', dist], root)).toMatchObject({
        code: 0,
        stderr: '',
      });
    const [one, two] = await Promise.all(['one.zip', 'two.zip'].map((name) => readFile(join(root, name))));
    expect(one?.equals(two ?? Buffer.of())).toBe(true);
    expect((await JSZip.loadAsync(one ?? '')).file('en/search/index.html')).not.toBeNull();
  });
});
