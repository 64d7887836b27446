import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOnly, RunOptions } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Visit extends BrowserContextOptions {
  /** The beginning of an address elsewhere that the page may reach. */
  beside?: string;
  /** The beginning of an address that may fail. */
  excused?: string;
  /** What to do before the page is opened. */
  before?(page: Page): Promise<unknown>;
}

/**
 * Opens a page and fails on anything a visitor must never meet: errors, and requests to other hosts.
 *
 * @param path below `root`; one that must not exist has `no-such` in it, and the browser may log that it is missing
 */
export async function visitPage<T>(
  browser: Browser,
  root: string,
  path: string,
  { beside, excused, before, ...options }: Visit,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: desktop, ...options });
  const page = await context.newPage();
  const known = [root, 'data:', ...(beside ? [beside] : [])];
  const strange: string[] = [];
  page.on('request', (request) => {
    if (!known.some((address) => request.url().startsWith(address))) strange.push(request.url());
  });
  page.on('console', (message) => {
    const { url } = message.location();
    const isOwn404 = path.includes('no-such') && url === root + path && message.text().includes(' 404 ');
    if (message.type() === 'error' && !isOwn404 && !(excused && url.startsWith(excused))) strange.push(message.text());
  });
  page.on('pageerror', (error) => strange.push(error.message));
  try {
    await before?.(page);
    await page.goto(root + path);
    const seen = await look(page);
    expect(strange).toEqual([]);
    return seen;
  } finally {
    await context.close();
  }
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

const everyRule: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** What depends on colors alone. */
export const colourRules: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/**
 * The accessibility problems of a page, with their elements.
 *
 * @param rules without them all of WCAG 2.2 AA, and best practice
 */
export async function accessibilityViolations(page: Page, rules = everyRule): Promise<string[][]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
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
