import type { ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/** In milliseconds. A page that doesn't answer must not keep what was saved from being shown. */
const PATIENCE = 5000;

/**
 * Keeps the making of pages and changes of the content apart. Astro remembers the list of pages for the next request: if
 * the content were changed while a request makes that list, an article that was added in that moment would stay missing.
 */
export interface PageGate {
  /** Resolves when a page can be made. The page is done when its response is. */
  enter(response: ServerResponse): Promise<void>;
  /** Changes the content when no page is being made. */
  change(apply: () => void | Promise<void>): Promise<void>;
}

export function pageGate(): PageGate {
  const open = new Set<Promise<void>>();
  let changing: Promise<void> = Promise.resolve();
  return {
    async enter(response) {
      let seen: unknown;
      while (seen !== changing) {
        seen = changing;
        await changing;
      }
      // The reader has left already.
      if (response.closed) return;
      const done = new Promise<void>((resolve) => response.once('close', resolve));
      open.add(done);
      void done.then(() => open.delete(done));
    },
    change(apply) {
      const changed = changing.then(async () => {
        const patience = new AbortController();
        await Promise.race([
          Promise.all(open),
          setTimeout(PATIENCE, undefined, { signal: patience.signal }).catch(() => {}),
        ]);
        patience.abort();
        await apply();
      });
      changing = changed.catch(() => {});
      return changed;
    },
  };
}
