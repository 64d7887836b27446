import type { SearchDriver } from './browser-page.ts';

/** Ohje's search box, used as a visitor does: through its field and its list of results. */
export const searchBox: SearchDriver = {
  async ready(page) {
    const field = page.locator('[data-search]:visible').first();
    await field.focus();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-controls'));
  },
  ask: (page, question) =>
    page.evaluate(async (text) => {
      // Results can come in two parts. It is certain that there are none only after a long wait.
      const QUIET = 120;
      const EMPTY = 8000;
      const GIVE_UP = 20_000;
      const field = document.activeElement as HTMLInputElement;
      const typing = (window as unknown as { benchTyping: { now: boolean } }).benchTyping;
      const isOption = (node: Node) =>
        node instanceof Element && (node.matches('[role=option]') || node.querySelector('[role=option]') !== null);
      return new Promise<number | undefined>((done) => {
        let hasOptions = false;
        let timer = 0;
        const started = performance.now();
        const finish = (ms: number | undefined) => {
          clearTimeout(timer);
          clearTimeout(limit);
          observer.disconnect();
          done(ms);
        };
        const observer = new MutationObserver((changes) => {
          const ms = performance.now() - started;
          const added = changes.some(({ addedNodes }) => [...addedNodes].some(isOption));
          if (hasOptions && !added) return;
          hasOptions ||= added;
          clearTimeout(timer);
          timer = window.setTimeout(() => finish(ms), added ? QUIET : EMPTY);
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        const limit = window.setTimeout(() => finish(undefined), GIVE_UP);
        typing.now = true;
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }));
        typing.now = false;
      });
    }, question),
};

interface StockPagefind {
  init(): Promise<void>;
  search(question: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

/** How many results Pagefind's own interface shows. */
const SHOWN = 5;

/** Pagefind's own script, used as its interface does, without the interface. */
export const stockPagefind: SearchDriver & {
  find(page: Parameters<SearchDriver['ask']>[0], question: string): Promise<string[]>;
} = {
  async ready(page) {
    await page.evaluate(async () => {
      const path = '/pagefind/pagefind.js';
      const pagefind = (await import(path)) as StockPagefind;
      await pagefind.init();
      Object.assign(window, { benchPagefind: pagefind });
    });
  },
  ask: (page, question) =>
    page.evaluate(
      async ([text, shown]) => {
        const { benchPagefind } = window as unknown as { benchPagefind: StockPagefind };
        const started = performance.now();
        const { results } = await benchPagefind.search(text);
        await Promise.all(results.slice(0, shown).map((result) => result.data()));
        return performance.now() - started;
      },
      [question, SHOWN] as const,
    ),
  find: (page, question) =>
    page.evaluate(async (text) => {
      const { benchPagefind } = window as unknown as { benchPagefind: StockPagefind };
      const { results } = await benchPagefind.search(text);
      const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return pages.map(({ url }) => url);
    }, question),
};
