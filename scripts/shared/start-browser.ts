import type { Browser, Page } from 'playwright-core';
import { failureText, Refusal } from './failures.ts';

/** The last sentence of a command that took no screenshots. */
export const NO_SHOTS = 'No screenshots were taken.';

/**
 * Starts the browser that takes screenshots and prints. It is a development dependency, so a server that only builds the
 * site may not have it.
 *
 * @param purpose what it is needed for: "Screenshots need a browser"
 * @param state what was not done
 * @throws Refusal if it isn't installed or can't be started
 */
export async function startBrowser(purpose = 'Screenshots need a browser', state = NO_SHOTS): Promise<Browser> {
  try {
    const { launchBrowser } = await import('./browser.ts');
    return await launchBrowser();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND')
      throw new Refusal(
        `${purpose}. To install one, run: npm install --save-dev playwright-core @sparticuz/chromium. ${state}`,
      );
    throw new Refusal(`The browser could not be started. ${state}\n${failureText(error)}`);
  }
}

/** A picture of a whole page, with what loads later: images below the window, and what scripts fetch. */
export async function wholePage(page: Page): Promise<Buffer> {
  await page.evaluate(() => {
    for (const image of document.images) image.loading = 'eager';
  });
  await page.waitForLoadState('networkidle');
  return page.screenshot({ fullPage: true, animations: 'disabled' });
}
