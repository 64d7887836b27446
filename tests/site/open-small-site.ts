import { afterAll, beforeAll, expect } from 'vitest';
import { type OpenSite, openSite } from '#io/machine/serve.ts';
import { type SmallSite, sharedSite, smallSite } from './small-site.ts';

export interface OpenedSite {
  /** There as soon as the tests of a file begin. */
  served: OpenSite;
}
export interface OpenedSmallSite extends OpenedSite {
  site: SmallSite;
}

/** Opens the site that several files share, until the tests of a file are over. */
export function openSharedSite(): OpenedSite {
  const opened = {} as OpenedSite;
  beforeAll(async () => {
    opened.served = await openSite(await sharedSite(), 0);
  });
  afterAll(async () => {
    await opened.served?.close();
  });
  return opened;
}

/**
 * Builds a small help center before the tests of a file and opens it; it is gone after them.
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
  });
  afterAll(async () => {
    await opened.served?.close();
    await opened.site?.remove();
  });
  return opened;
}
