import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import { type OpenSite, openSite } from '#io/machine/serve.ts';
import { launchBrowser } from '../../shared/browser.ts';
import type { ColdAnswer } from './results/language-result.ts';

/** The search of a built site, measured as its visitors use it. */
export interface Visited {
  /** Each question in a new browser. Only what is loaded for the answer counts, not the page itself. */
  cold(locale: string, questions: readonly string[]): AsyncGenerator<ColdAnswer>;
  /**
   * Milliseconds to the answer of each question on the same page: the first time, when index files may have to be
   * loaded, and the second time. `undefined` if no answer came.
   */
  warm(
    locale: string,
    questions: readonly string[],
  ): AsyncGenerator<{ first?: number | undefined; again?: number | undefined }>;
}

/** How to use a search on a page. */
export interface SearchDriver {
  /** Gets the search ready, as a visitor does by focusing it. */
  ready(page: Page): Promise<void>;
  /** @returns milliseconds to the answer */
  ask(page: Page, question: string): Promise<number | undefined>;
}

/** Loading is over after this long without a request. */
const QUIET_MS = 500;
/** If this many first questions get no answer, none will. */
const MAX_SILENT = 3;

/** Opens a browser and a built site for as long as `use` needs them. */
export async function withSite<T>(folder: string, use: (browser: Browser, site: OpenSite) => Promise<T>): Promise<T> {
  const site = await openSite(folder, 0);
  const browser = await launchBrowser();
  try {
    return await use(browser, site);
  } finally {
    await browser.close();
    await site.close();
  }
}

export function visitPage(browser: Browser, site: OpenSite, { ready, ask }: SearchDriver): Visited {
  const open = async (locale: string): Promise<{ context: BrowserContext; page: Page }> => {
    const context = await browser.newContext();
    await context.addInitScript(skipTypingPauses);
    const page = await context.newPage();
    await page.goto(`${site.url}${locale}/`, { waitUntil: 'networkidle' });
    return { context, page };
  };
  return {
    async *cold(locale, questions) {
      for (const question of questions) {
        const { context, page } = await open(locale);
        const loaded = watch(context);
        const started = performance.now();
        await ready(page);
        const readyMs = performance.now() - started;
        const ms = await ask(page, question);
        yield { bytes: await loaded(), ms: ms === undefined ? undefined : readyMs + ms };
        await context.close();
      }
    },
    async *warm(locale, questions) {
      const { context, page } = await open(locale);
      await ready(page);
      const first: (number | undefined)[] = [];
      for (const question of questions) {
        first.push(await ask(page, question));
        if (first.length === MAX_SILENT && first.every((ms) => ms === undefined))
          throw new Error(`The search of ${page.url()} does not answer.`);
      }
      for (const [index, question] of questions.entries())
        yield { first: first[index], again: await ask(page, question) };
      await context.close();
    },
  };
}

// A search box waits for a pause in typing before it searches. That isn't part of the answer, so timers that are set
// while the input event is handled run at once.
function skipTypingPauses(): void {
  const later = window.setTimeout.bind(window);
  const typing = { now: false };
  Object.assign(window, { benchTyping: typing });
  window.setTimeout = ((run: () => void, delay?: number, ...more: []) =>
    later(run, typing.now ? 0 : delay, ...more)) as typeof window.setTimeout;
}

/** Measures everything a visit loads from now on, until loading is over. */
function watch(context: BrowserContext): () => Promise<{ packed: number; plain: number }> {
  const answers: Response[] = [];
  let open = 0;
  let changed = performance.now();
  const count = (step: number) => () => {
    open += step;
    changed = performance.now();
  };
  context.on('request', count(1));
  context.on('requestfinished', count(-1));
  context.on('requestfailed', count(-1));
  context.on('response', (response) => answers.push(response));
  return async () => {
    while (open > 0 || performance.now() - changed < QUIET_MS) await new Promise((done) => setTimeout(done, 50));
    const bodies = await Promise.all(
      answers.map(async (answer) => ({ type: answer.headers()['content-type'] ?? '', body: await answer.body() })),
    );
    const sum = (size: (one: { type: string; body: Buffer }) => number) =>
      bodies.reduce((all, one) => all + size(one), 0);
    return {
      plain: sum(({ body }) => body.length),
      packed: sum(({ type, body }) =>
        /text|javascript|json|svg|xml/.test(type) ? gzipSync(body).length : body.length,
      ),
    };
  };
}
