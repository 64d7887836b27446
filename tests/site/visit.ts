import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOnly, RunOptions } from 'axe-core';
import type { BrowserContextOptions, ConsoleMessage, Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import { testBrowser } from './browser/browser.ts';
import { openTab } from './browser/tabs.ts';

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };

/** How long a slow machine can take for one step of a page, in milliseconds. */
export const patience = 100_000;

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a page may do that would otherwise fail the visit. */
export interface Allowed {
  /** The beginning of an address elsewhere that the page may reach. */
  beside?: string;
  /** The beginning of an address that may fail. */
  excused?: string;
}

export interface Visit extends BrowserContextOptions, Allowed {
  /** What to do before the page is opened. */
  before?(page: Page): Promise<unknown>;
}

/** Opens a page as in a window of its own, and fails on anything a visitor must never meet. */
export async function visitPage<T>(
  root: string,
  path: string,
  { beside, excused, before, ...options }: Visit,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const tab = await openTab(root, { viewport: desktop, ...options });
  const { page } = tab;
  page.context().setDefaultTimeout(patience);
  try {
    await before?.(page);
    const seen = await visitIn(page, root, path, { beside, excused }, look);
    await tab.close();
    return seen;
  } catch (error) {
    await tab.closeWindow();
    throw error;
  }
}

/**
 * Opens a page in a window that is already open, and fails on anything a visitor must never meet: errors, and requests
 * to other hosts.
 *
 * @param path below `root`; one that must not exist has `no-such` in it, and the browser may log that it is missing
 */
export async function visitIn<T>(
  page: Page,
  root: string,
  path: string,
  { beside, excused }: Allowed,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const known = [root, 'data:', ...(beside ? [beside] : [])];
  const strange: string[] = [];
  const onRequest = (request: Request) => {
    if (!known.some((address) => request.url().startsWith(address))) strange.push(request.url());
  };
  const onConsole = (message: ConsoleMessage) => {
    const { url } = message.location();
    const isOwn404 = path.includes('no-such') && url === root + path && message.text().includes(' 404 ');
    if (message.type() === 'error' && !isOwn404 && !(excused && url.startsWith(excused))) strange.push(message.text());
  };
  const onError = (error: Error) => {
    if (!(excused && error.stack?.includes(excused))) strange.push(error.message);
  };
  page.on('request', onRequest).on('console', onConsole).on('pageerror', onError);
  try {
    await page.goto(root + path);
    const seen = await look(page);
    expect(strange).toEqual([]);
    return seen;
  } finally {
    page.off('request', onRequest).off('console', onConsole).off('pageerror', onError);
  }
}

/**
 * Opens a window for many visits: starting one takes longer than most pages do. Like a new one, it keeps no files of a
 * page for the next, so each is seen as it loads for the first time.
 */
export async function openWindow(options: BrowserContextOptions): Promise<Page> {
  const context = await (await testBrowser()).newContext(options);
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  // Half a megabyte is sent once, and as a text costs a page nothing that doesn't read it.
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `globalThis.axeSource = ${JSON.stringify(axe)}`,
  });
  await session.send('Page.enable');
  return page;
}

/** How much what is seen has moved since the page began to load: 0 is nothing. */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        // What is buffered comes in a task of its own.
        requestAnimationFrame(() => setTimeout(() => resolve(sum), 50));
      }),
  );
}

/** All of WCAG 2.2 AA, and best practice. */
export const everyRule: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** The rules whose result depends on colors, sizes and positions, and so on the theme. */
export const themeRules: RunOnly = {
  type: 'rule',
  values: ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'],
};

/**
 * The accessibility problems of a page, with their elements.
 *
 * @param rules which to try
 */
export async function accessibilityViolations(page: Page, rules = everyRule): Promise<string[][]> {
  const [isLoaded, isKnown] = await page.evaluate(() => ['axe' in globalThis, 'axeSource' in globalThis]);
  if (!isLoaded) {
    // Playwright's own evaluate takes twice as long for half a megabyte.
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: isKnown ? '(0, eval)(axeSource)' : axe, silent: true });
    await session.detach();
  }
  const results = await page.evaluate(
    (runOnly) =>
      (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run({
        runOnly,
        resultTypes: ['violations'],
      }),
    rules,
  );
  return results.violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
}
