import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type OpenSite, openSite } from '#io/machine/serve.ts';
import { launchBrowser } from '../../scripts/shared/browser.ts';
import { type SmallSite, sharedSite, smallSite } from './small-site.ts';

/** All of it is there as soon as the tests of a file begin. */
export interface OpenedSite {
  served: OpenSite;
  browser: Browser;
}
export interface OpenedSmallSite extends OpenedSite {
  site: SmallSite;
}

/** Opens the site that several files share, and a browser for it; both are closed after the tests of a file. */
export function openSharedSite(): OpenedSite {
  const opened = {} as OpenedSite;
  beforeAll(async () => {
    opened.served = await openSite(await sharedSite(), 0);
    opened.browser = await launchBrowser();
  });
  afterAll(async () => {
    await opened.browser?.close();
    await opened.served?.close();
  });
  return opened;
}

/**
 * Builds a small help center before the tests of a file and opens a browser for it; both are gone after them.
 *
 * @param change what is done to the content before it is built
 * @param words options of the build
 */
export function openSmallSite(change: (site: SmallSite) => Promise<void>, ...words: string[]): OpenedSmallSite {
  const opened = {} as OpenedSmallSite;
  beforeAll(async () => {
    opened.site = await smallSite();
    await change(opened.site);
    expect(await opened.site.build(...words)).toMatchObject({ code: 0, stderr: '' });
    opened.served = await openSite(opened.site.out, 0);
    opened.browser = await launchBrowser();
  });
  afterAll(async () => {
    await opened.browser?.close();
    await opened.served?.close();
    await opened.site?.remove();
  });
  return opened;
}
