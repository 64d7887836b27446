import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import { testBrowser } from './browser.ts';

// A new window starts a process of the browser, which takes three times as long as the page in it. So a window stays
// open, and each visit has a tab of its own in its process.

/** A window with one empty tab, which keeps its process alive and opens the others. */
interface Window {
  context: BrowserContext;
  keeper: Page;
  session: CDPSession;
}

/** Windows that no visit uses now, the one that was used last at the end, with what they were opened with. */
const free: { key: string; window: Window }[] = [];
/** More take more memory than starting another takes time. */
const KEPT = 6;

export interface Tab {
  page: Page;
  /** Leaves nothing for the next visit: no file of a page, nothing stored, and no history. */
  close(): Promise<void>;
  /** Closes its window, too. */
  closeWindow(): Promise<void>;
}

/**
 * Opens a tab that is like the first one of a new window: it has no history, and no page opened it.
 *
 * @param root an address of the site, which isn't requested; or a file
 */
export async function openTab(root: string, options: BrowserContextOptions): Promise<Tab> {
  const browser = await testBrowser();
  const key = JSON.stringify(options);
  const index = free.findLastIndex(({ key: one, window }) => one === key && window.context.browser() === browser);
  const [found] = index < 0 ? [] : free.splice(index, 1);
  const window = found?.window ?? (await openWindowFor(browser, root, options));
  const { context, keeper } = window;
  const [page] = await Promise.all([
    context.waitForEvent('page'),
    keeper.evaluate(() => {
      const opened = globalThis.open('about:blank');
      if (opened) opened.opener = null;
    }),
  ]);
  const origins = new Set<string>();
  page.on('framenavigated', (frame) => {
    if (/^https?:/.test(frame.url())) origins.add(new URL(frame.url()).origin);
  });
  // The clock belongs to the window, and can't be set back.
  let isClockSet = false;
  const { clock } = page;
  Object.defineProperty(page, 'clock', {
    get: () => {
      isClockSet = true;
      return clock;
    },
  });
  const closeWindow = () => context.close();
  const close = async () => {
    if (isClockSet) return closeWindow();
    await clean(window, origins);
    free.push({ key, window });
    if (free.length > KEPT) await free.shift()?.window.context.close();
  };
  return { page, close, closeWindow };
}

async function openWindowFor(browser: Browser, root: string, options: BrowserContextOptions): Promise<Window> {
  const context = await browser.newContext(options);
  const keeper = await context.newPage();
  if (root.startsWith('http')) {
    // Pages of one host share a process.
    await keeper.route('**', (route) => route.fulfill({ body: '', contentType: 'text/html' }));
    await keeper.goto(new URL('/', root).href);
    await keeper.unrouteAll();
  }
  const session = await context.newCDPSession(keeper);
  await session.send('Network.enable');
  return { context, keeper, session };
}

async function clean({ context, keeper, session }: Window, origins: ReadonlySet<string>): Promise<void> {
  for (const page of context.pages()) if (page !== keeper) await page.close();
  await session.send('Network.clearBrowserCache');
  // Turning the cache off also empties the one in memory.
  for (const cacheDisabled of [true, false]) await session.send('Network.setCacheDisabled', { cacheDisabled });
  await context.clearCookies();
  for (const origin of origins) await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
}
