import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { engineDir } from '#io/machine/engine.ts';
import { openSite } from '#io/machine/serve.ts';
import { launchBrowser } from '../shared/browser.ts';

const question = 'my new card has not arrived, where is it';

/**
 * Takes the pictures of the README: the home page, the search answering a sentence, and what to do this week.
 *
 * @param dist the built sample
 * @param report the ticket report of the sample as one HTML file
 * @returns the files, absolute
 */
export async function takePictures(dist: string, report: string): Promise<string[]> {
  const folder = join(engineDir, 'docs/images');
  await mkdir(folder, { recursive: true });
  const site = await openSite(dist, 0);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 720 }, deviceScaleFactor: 1 });
    const shoot = async (name: string, open: (page: Page) => Promise<unknown>) => {
      await open(page);
      await page.evaluate(() => document.fonts.ready);
      const path = join(folder, `${name}.jpg`);
      await page.screenshot({ path, type: 'jpeg', quality: 80, animations: 'disabled', caret: 'hide' });
      return path;
    };
    return [
      await shoot('home', () => page.goto(`${site.url}en/`)),
      await shoot('search', async () => {
        await page.goto(`${site.url}en/`);
        await page.locator('main input[type=search]').fill(question);
        await page.locator('[role=option]').first().waitFor();
        // Half words give answers too; what all words give comes last.
        await page.waitForTimeout(1500);
      }),
      await shoot('work-list', () => page.goto(`${pathToFileURL(report).href}#week`)),
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}
