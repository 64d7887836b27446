import { readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Page, Response } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listFiles } from '#io/machine/files.ts';
import { testBrowser } from './browser/browser.ts';
import { type DevServer, startDev } from './dev-server.ts';
import { type SmallSite, smallContent, smallSite } from './small-site.ts';
import { accessibilityViolations, desktop, patience } from './visit.ts';

let site: SmallSite;
let server: DevServer;
let page: Page;
/** Whether open pages are left as they are when something is saved. */
let isHeld = false;

/** What was saved shows after a while, a long one on a busy machine, and above all if the server starts again. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: patience });

const write = (path: string, text: string) => writeFile(join(site.content, path), text);
const fixture = (path: string) => readFile(join(smallContent, path), 'utf8');

const shared = ['site.yaml', 'facts.yaml', 'topics.yaml', 'articles/en/cards/order.mdx'];

/** Corrects the files that the tests break. */
async function restore(): Promise<void> {
  for (const path of shared) {
    const whole = await fixture(path);
    if ((await readFile(join(site.content, path), 'utf8')) !== whole) await write(path, whole);
  }
}

/** A page that no one used before. What the server tells it arrives only while it isn't held. */
async function newPage(): Promise<Page> {
  const opened = await (await (await testBrowser()).newContext({ viewport: desktop })).newPage();
  opened.setDefaultTimeout(patience);
  await opened.routeWebSocket(/./, (socket) => {
    socket.connectToServer().onMessage((message) => {
      if (!isHeld) socket.send(message);
    });
  });
  return opened;
}

/** Opens a page that doesn't change or load anew, whatever is saved or was saved just before. */
async function openHeld(path: string): Promise<void> {
  isHeld = true;
  await open(path);
}

/** The page can be loading anew, because of what was saved just before. */
async function open(path: string, tries = 5): Promise<Response | null> {
  try {
    return await page.goto(new URL(path, server.url).href, { waitUntil: 'domcontentloaded', timeout: 15_000 });
  } catch (error) {
    if (tries === 0) throw error;
    return open(path, tries - 1);
  }
}

const article = (front: string, body: string) => `---\n${front}\n---\n${body}`;

const mistakes = article(
  'title: Many mistakes\nconfidence: work-in-progress\ntopics: [card-lots]',
  `
## Start

Here is a [link](/no/such).

- One
- ![](missing.png)

<Callout typ="tip">Hi</Callout>

| A | B |
| - | - |
| 1 | {facts.nothing} |

Last words of a quagga.
`,
);

const writeMistakes = () => write('articles/en/cards/mistakes.mdx', mistakes);

/** The text of each note in the page, with the text of what is before it. */
const notes = () =>
  page.locator('ohje-finding').evaluateAll((all) =>
    all.map((one) => ({
      beside: (one.previousElementSibling ?? one.parentElement)?.tagName,
      in: one.parentElement?.tagName,
      text: [...(one.shadowRoot?.querySelectorAll('li') ?? [])].map((item) => item.textContent ?? '').join('\n'),
    })),
  );
const noteTexts = async () => (await notes()).map(({ text }) => text).join('\n');
const panel = () => page.locator('ohje-preview');
const summary = () => panel().locator('[aria-controls=list]');
const list = () => panel().locator('.list');
const isOpen = () => summary().getAttribute('aria-expanded');

beforeAll(async () => {
  site = await smallSite();
  await write('site.yaml', 'name: [Pilvi\n');
  server = await startDev(site.folder, '--content', site.content);
});
beforeEach(async () => {
  isHeld = false;
  page = await newPage();
});
afterEach(async () => {
  await page.context().close();
  await restore();
});
afterAll(async () => {
  server?.stop();
  await site?.remove();
});

describe('the preview while writing', { timeout: 300_000 }, () => {
  it('starts with a broken site.yaml, shows what is wrong, and goes on when it is correct', async () => {
    await open('en/');
    await eventually(() => page.locator('main').textContent()).toContain('site.yaml:2');
    await eventually(() => accessibilityViolations(page)).toEqual([]);
    const small = await fixture('site.yaml');
    await write('site.yaml', small.replace('https://help.pilvi.example/', 'https://pilvi.example/help/'));
    // A new path of the site needs another server, which starts by itself.
    const statusOf = (path: string) =>
      fetch(new URL(path, server.url), { headers: { Accept: 'text/html' } }).then(
        ({ status }) => status,
        () => undefined,
      );
    await eventually(() => statusOf('help/en/')).toBe(200);
    expect(await statusOf('help/en/search.json')).toBe(200);
    expect(await statusOf('help/pagefind/en/pagefind.js')).toBe(200);
    await write('site.yaml', small);
    await eventually(() => statusOf('en/')).toBe(200);
    await open('en/');
    await eventually(() => page.locator('h1').textContent()).toContain('help');
  });

  it('shows each finding of an article at its line, and marks what customers do not see', async () => {
    await writeMistakes();
    await eventually(async () => (await open('en/cards/mistakes/'))?.status()).toBe(200);
    await eventually(noteTexts).toContain('Unknown variable "{facts.nothing}".');
    await openHeld('en/cards/mistakes/');
    await eventually(noteTexts).toContain('Unknown variable "{facts.nothing}".');
    const found = await notes();
    expect(found.map(({ beside, in: parent, text }) => [beside, parent, /articles\S+:(\d+)/.exec(text)?.[1]])).toEqual([
      ['OHJE-MARK', 'ARTICLE', '4'],
      ['P', 'ARTICLE', '9'],
      ['IMG', 'LI', '12'],
      ['ASIDE', 'ARTICLE', '14'],
      ['TD', 'TD', '18'],
    ]);
    expect(found[1]?.text).toContain('✕ Error: The link "/no/such" does not lead to any article.');
    expect(found[3]?.text).toContain('Did you mean "type"?');
    expect(await page.locator('article ohje-mark[data-page] span').textContent()).toContain('Draft');
    await eventually(() => accessibilityViolations(page)).toEqual([]);
  });

  it('follows what is saved', async () => {
    await writeMistakes();
    await eventually(async () => (await open('en/cards/mistakes/'))?.status()).toBe(200);
    const shown = async () => {
      const text = await noteTexts();
      return { link: text.includes('"/no/such"'), typ: text.includes('"typ"') };
    };
    await eventually(shown).toEqual({ link: true, typ: true });
    await write('articles/en/cards/mistakes.mdx', mistakes.replace('typ=', 'type='));
    await eventually(shown).toEqual({ link: true, typ: false });
    await writeMistakes();
    await eventually(shown).toEqual({ link: true, typ: true });
  });

  it('has a panel on every page, for the keyboard too', async () => {
    await writeMistakes();
    await write('facts.yaml', `${await fixture('facts.yaml')}\nother: {}\n`);
    await open('en/');
    await eventually(() => list().textContent()).toMatch(/facts\.yaml.*mistakes\.mdx/s);
    await openHeld('en/');
    expect(await summary().textContent()).toMatch(/^✕ \d+ errors/);
    expect(await list().isVisible()).toBe(false);
    await summary().focus();
    await page.keyboard.press('Enter');
    expect(await list().innerText()).toContain('facts.yaml');
    expect(await list().innerText()).toContain('In other articles');
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await isOpen()).toBe('false');
  });

  it('leaves the panel and the keyboard where they were when the page loads anew', async () => {
    await writeMistakes();
    await openHeld('en/');
    const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id);
    await summary().focus();
    await page.keyboard.press('Enter');
    await page.reload();
    await summary().waitFor();
    expect(await isOpen()).toBe('true');
    await list().focus();
    await page.reload();
    await summary().waitFor();
    await eventually(focused).toBe('list');
    await page.keyboard.press('Escape');
    expect(await isOpen()).toBe('false');
    // Another page starts at its top.
    await openHeld('en/all/');
    await summary().waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  });

  it('closes the panel with Escape, except if the key does something else', async () => {
    await openHeld('en/cards/freeze/');
    await summary().click();
    const search = page.locator('[data-search]').first();
    await search.fill('card');
    await page.locator('[role=option]').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[role=option]').first().waitFor({ state: 'hidden' });
    expect(await isOpen()).toBe('true');
    await search.blur();
    await page.keyboard.press('Escape');
    expect(await isOpen()).toBe('false');
  });

  it('keeps what was readable of a file that is not', async () => {
    const text = () => page.locator('article p').first().textContent();
    await write('articles/en/account/rates-now.mdx', article('title: Rates', 'It costs {facts.cardFee}.'));
    await eventually(async () => (await open('en/account/rates-now/'))?.status()).toBe(200);
    await eventually(text).toMatch(/^It costs [^{]+\.$/);
    const before = await text();
    await write('facts.yaml', 'cardFee: [');
    await write('topics.yaml', 'topics: [');
    await write('site.yaml', `${await fixture('site.yaml')}\nnome: x\n`);
    await eventually(() => list().textContent()).toMatch(/facts\.yaml.*topics\.yaml/s);
    await eventually(() => list().textContent()).toContain('Unknown key "nome"');
    await openHeld('en/account/rates-now/');
    expect(await text()).toBe(before);
    expect((await fetch(new URL('en/search.json', server.url))).status).toBe(200);
  });

  it('shows what was saved before the page was connected', async () => {
    const path = 'articles/en/cards/order.mdx';
    const whole = await fixture(path);
    const { promise: isSaved, resolve: connect } = Promise.withResolvers<void>();
    await page.routeWebSocket(/./, async (socket) => {
      await isSaved;
      socket.connectToServer();
    });
    await open('en/cards/order/');
    await write(path, `${whole}\n\nSaved early.\n`);
    await eventually(async () => (await fetch(new URL('en/cards/order/', server.url))).text()).toContain(
      'Saved early.',
    );
    connect();
    await eventually(() => page.locator('article').innerText()).toContain('Saved early.');
    await page.unrouteAll();
    await write(path, whole);
  });

  it('shows what is wrong with a file instead of its page, while all others go on', async () => {
    const path = 'articles/en/cards/order.mdx';
    const whole = await fixture(path);
    await open('en/cards/order/');
    await write(path, `${whole}\n\n<Callout>\n\nUnclosed {\n`);
    await eventually(() => page.locator('h1').textContent()).toBe(`The article ${path} can't be read`);
    expect(await page.locator('main').innerText()).toContain(`${path}:`);
    await eventually(() => accessibilityViolations(page)).toEqual([]);
    expect((await fetch(new URL('en/cards/freeze/', server.url))).status).toBe(200);
    // Readers of another language get the same article.
    expect(await (await fetch(new URL('fa/cards/order/', server.url))).text()).toContain(path);
    await write(path, whole);
    await eventually(() => page.locator('article h1').count()).toBe(1);
  });

  it('says so if the name of a file keeps it from being an article', async () => {
    const path = 'articles/en/cards/notes.md';
    await write(path, article('title: Notes', 'Text.'));
    await eventually(async () => (await open('en/cards/notes/'))?.status()).toBe(500);
    expect(await page.locator('main').innerText()).toContain('Rename it to "notes.mdx".');
    await rm(join(site.content, path));
    await eventually(async () => (await open('en/cards/notes/'))?.status()).toBe(404);
  });

  it('leads an address without the slash at its end to its page', async () => {
    await open('en/cards/freeze?a=1');
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/en/cards/freeze/?a=1');
    await open('en/cards/nothing');
    await eventually(() => page.locator('h1').textContent()).toContain('not found');
  });

  it('lists pages with a similar address if there is none', async () => {
    await open('en/cards/freze/');
    await eventually(() => page.locator('ohje-near a').first().getAttribute('href')).toBe('/en/cards/freeze/');
    await eventually(() => accessibilityViolations(page)).toEqual([]);
  });

  it('marks what customers do not see in lists', async () => {
    await writeMistakes();
    await write('articles/en/cards/planned.mdx', article('title: Planned\npublishOn: 2096-12-01', 'Text.'));
    await write('articles/en/cards/old.mdx', article('title: Old\nconfidence: archived', 'Text.'));
    await eventually(async () => (await open('en/cards/old/'))?.status()).toBe(200);
    await open('en/all/');
    const marked = async () =>
      Object.fromEntries(
        await page
          .locator('main a:has(ohje-mark)')
          .evaluateAll((links) =>
            links.map((link) => [
              link.textContent?.trim(),
              link.querySelector('ohje-mark')?.shadowRoot?.querySelector('span')?.textContent,
            ]),
          ),
      );
    await eventually(marked).toEqual({
      'How we close accounts ourselves': 'Internal',
      'Many mistakes': 'Draft',
      Planned: 'Scheduled for 1 Dec 2096',
      Old: 'Archived',
    });
  });

  it('finds what was saved last, and nothing of another site', async () => {
    await writeMistakes();
    await write('articles/en/account/new.mdx', article('title: Something new', 'About the wombat.'));
    // A search that started before the newest index can be left without an answer, so it is asked again.
    const found = async (question: string) => {
      await open(`en/search/?q=${question}`);
      const results = page.locator('[data-part=search-results]');
      await results.waitFor();
      for (let tries = 0; tries < 20; tries++) {
        const text = await results.innerText();
        if (text !== '' && !text.startsWith('Searching')) return text;
        await page.waitForTimeout(500);
      }
      return '';
    };
    await eventually(() => found('wombat')).toContain('Something new');
    await eventually(() => found('quagga')).toContain('Many mistakes');
    await write('articles/en/account/new.mdx', article('title: Something new', 'About the axolotl.'));
    await eventually(() => found('axolotl')).toContain('Something new');
    expect(await found('wombat')).not.toContain('Something new');
  });

  it('opens only files of the content folder, and only for its own pages', async () => {
    await openHeld('en/cards/freeze/');
    const asked = page.waitForRequest((one) => one.url().includes('/__open-in-editor'));
    await page.route('**/__open-in-editor**', (route) => route.fulfill({ body: '' }));
    await panel().getByRole('button', { name: 'Edit this article' }).click();
    const file = join(site.content, 'articles/en/cards/freeze.mdx');
    expect(new URL((await asked).url()).searchParams.get('file')).toBe(file);
    const status = (asked: string, headers = {}) =>
      new Promise((done) => {
        const url = new URL(`__open-in-editor?file=${encodeURIComponent(asked)}`, server.url);
        request(url, { headers }, (answer) => done(answer.resume().statusCode)).end();
      });
    expect(await status('/etc/passwd')).toBe(403);
    expect(await status(`${site.content}/../package.json:1:1`)).toBe(403);
    expect(await status(site.content)).toBe(403);
    expect(await status(file, { 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
    expect(await status(file, { 'X-Forwarded-For': '10.0.0.1' })).toBe(403);
  });

  it('leaves nothing of itself in a built site', async () => {
    await write('articles/en/cards/mistakes.mdx', article('title: Sound', 'A [link](/cards/freeze).'));
    expect(await site.build()).toMatchObject({ code: 0, stderr: '' });
    const left: string[] = [];
    for (const path of await listFiles(site.out))
      if (
        /ohje-(?:preview|finding|mark|near)|data-line|__ohje|open-in-editor/.test(
          await readFile(join(site.out, path), 'utf8'),
        )
      )
        left.push(path);
    expect(left).toEqual([]);
  });
});
