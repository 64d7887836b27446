import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageHtml } from '#report/html/page.ts';
import { sampleReport } from '../report/make-report.ts';
import { accessibilityViolations, desktop, phone, visitPage } from './visit.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ohje-'));
  await writeFile(join(folder, 'report.html'), coverageHtml(sampleReport()));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Opened as a file, as a reader would who got it by email; any request to another host fails. */
const open = <T>(options: BrowserContextOptions, look: (page: Page) => Promise<T>) =>
  visitPage(pathToFileURL(`${folder}/`).href, 'report.html', options, look);

const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });

describe('the report as a page', () => {
  it.each([
    ['light', desktop],
    ['dark', desktop],
    ['light', phone],
    ['dark', phone],
  ] as const)('has no accessibility violations in %s on %j', async (colorScheme, viewport) => {
    await open({ colorScheme, viewport }, async (page) => {
      await unfold(page);
      expect(await accessibilityViolations(page)).toEqual([]);
    });
  });

  it('runs nothing that came with the tickets, and reads without scripts', async () => {
    await open({}, async (page) => {
      expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
      expect(await page.locator('script, img, [onload], [onerror]').count()).toBe(0);
    });
    await open({ javaScriptEnabled: false }, async (page) => {
      await page.locator('summary', { hasText: 'Tickets per topic and week' }).click();
      expect(await page.getByRole('region', { name: 'Tickets per topic and week' }).isVisible()).toBe(true);
    });
  });

  it('fits a phone, also at 400 % of a desktop', async () => {
    await open({ viewport: { width: 320, height: 640 } }, async (page) => {
      await unfold(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  });

  it('has one outline, landmarks, and tables that keep their names on a phone', async () => {
    await open({ viewport: phone }, async (page) => {
      const levels = await page
        .locator('h1, h2, h3')
        .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName[1])));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels.every((level, index) => index === 0 || level - (levels[index - 1] ?? 0) <= 1)).toBe(true);
      for (const landmark of ['banner', 'navigation', 'main'] as const)
        expect(await page.getByRole(landmark).count()).toBe(1);
      const missing = page.getByRole('table', { name: 'Missing articles: 1' });
      expect(await missing.getByRole('rowheader').count()).toBe(1);
    });
  });

  it('can be read with the keyboard: contents, folds and what scrolls sideways', async () => {
    await open({ viewport: phone }, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL(/#week$/);
      await page.locator('summary').first().focus();
      await page.keyboard.press('Enter');
      expect(await page.getByRole('region', { name: 'Tickets per week' }).isVisible()).toBe(true);
    });
  });

  it('is printed dark on light, whatever the screen, without cutting a row', async () => {
    await open({ colorScheme: 'dark' }, async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const [ink, paper] = await page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.body);
        return [color, backgroundColor];
      });
      expect([ink, paper]).toEqual(['rgb(28, 29, 32)', 'rgb(255, 255, 255)']);
      expect(await page.locator('nav').isVisible()).toBe(false);
      const breaks = await page
        .locator('tr')
        .evaluateAll((rows) => [...new Set(rows.map((row) => getComputedStyle(row).breakInside))]);
      expect(breaks).toEqual(['avoid']);
      expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-');
    });
  });
});
