import type { Asking } from './browser-page.ts';

/** Our own search box, by what a visitor has: its field, and the list of results below it. */
export const searchBox: Asking = {
  async ready(page) {
    const field = page.locator('[data-search]:visible').first();
    await field.focus();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-controls'));
  },
  ask: (page, question) =>
    page.evaluate(async (text) => {
      // Results may come in two parts. That there are none is sure only when none come for long after "Searching …".
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
        const began = performance.now();
        const finish = (ms: number | undefined) => {
          clearTimeout(timer);
          clearTimeout(limit);
          observer.disconnect();
          done(ms);
        };
        const observer = new MutationObserver((changes) => {
          const ms = performance.now() - began;
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

/** How many results the page of Pagefind's own interface holds. */
const SHOWN = 5;

/** Pagefind's own script as its interface uses it, without the interface. */
export const stockPagefind: Asking & { find(page: Parameters<Asking['ask']>[0], question: string): Promise<string[]> } =
  {
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
          const began = performance.now();
          const { results } = await benchPagefind.search(text);
          await Promise.all(results.slice(0, shown).map((result) => result.data()));
          return performance.now() - began;
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
