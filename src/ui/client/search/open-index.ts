import { type Answer, ask } from '#search/ask.ts';
import { openPagefind } from '#search/pagefind-index.ts';
import type { Index } from '#search/search-index.ts';

/** Finds the results of a question, and calls `early` with the best of them if the others take long to load. */
export type Find = (question: string, early?: (best: Answer) => void) => Promise<Answer>;

/** How many results are loaded before the others: as many as are shown before a reader wants more. */
const BEST = 10;
// Results that are there this soon are shown together.
const AT_ONCE_MS = 150;

const indexes = new Map<string, Promise<Index>>();

/**
 * The search index of a language, opened once.
 *
 * @param base path of the site's root, ending in "/"
 */
export function openIndex(base: string, locale: string): Promise<Index> {
  const opened = indexes.get(locale) ?? openPagefind(`${base}pagefind/${locale}/`, locale, preload);
  indexes.set(locale, opened);
  opened.catch(() => indexes.delete(locale));
  return opened;
}

/** Requests a file at once that a script will fetch later. */
function preload(address: string): void {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: address });
  link.addEventListener('load', () => link.remove());
  document.head.append(link);
}

/** Starts to open the index of the page's language, before what else the search needs is known. */
export function openEarly(): void {
  void openIndex(import.meta.env.BASE_URL, document.documentElement.lang).catch(() => undefined);
}

/**
 * Finds at most `limit` results for a question in the index of a language. If a part of the index is missing, it is
 * opened anew: the site may have been published again since the page was opened.
 *
 * @throws if a part of it cannot be fetched
 */
export function findIn({ base, locale }: { base: string; locale: string }, limit: number): Find {
  const findOnce = async (question: string, most: number) => {
    try {
      return await ask(await openIndex(base, locale), question, most);
    } catch (error) {
      indexes.delete(locale);
      throw error;
    }
  };
  const find = (question: string, most: number) => findOnce(question, most).catch(() => findOnce(question, most));
  return bestFirst(find, limit);
}

/**
 * @param find loads at most that many results
 * @param limit how many are wanted
 */
export function bestFirst(find: (question: string, most: number) => Promise<Answer>, limit: number): Find {
  return async (question, early) => {
    const best = await find(question, Math.min(limit, BEST));
    if (limit <= BEST || best.results.length < BEST) return best;
    const waiting = setTimeout(() => early?.(best), AT_ONCE_MS);
    return find(question, limit).finally(() => clearTimeout(waiting));
  };
}
