import { type Answer, ask } from '#search/ask.ts';
import { openPagefind } from '#search/pagefind-index.ts';
import type { Index } from '#search/search-index.ts';

const indexes = new Map<string, Promise<Index>>();

/**
 * The search index of a language, opened once.
 *
 * @param base path of the site's root, ending in "/"
 */
export function openIndex(base: string, locale: string): Promise<Index> {
  const opened = indexes.get(locale) ?? openPagefind(`${base}pagefind/${locale}/`, locale);
  indexes.set(locale, opened);
  opened.catch(() => indexes.delete(locale));
  return opened;
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
export function findIn(
  { base, locale }: { base: string; locale: string },
  limit: number,
): (question: string) => Promise<Answer> {
  const find = async (question: string) => {
    try {
      return await ask(await openIndex(base, locale), question, limit);
    } catch (error) {
      indexes.delete(locale);
      throw error;
    }
  };
  return (question) => find(question).catch(() => find(question));
}
