import { isWrittenOnPage } from '#search/learned-fields.ts';
import type { Hit, Index } from '#search/search-index.ts';

/**
 * Opens an index as if it had no article with certain ids, for a question that then has no answer, though it has
 * articles close to it.
 */
export function hidingFrom(index: Index): (ids: readonly string[], question: string) => Promise<Index> {
  const idOfPage = new Map<string, Promise<string>>();
  const idOf = ({ page, load }: Hit) => {
    const known = idOfPage.get(page) ?? load().then(({ id }) => id);
    idOfPage.set(page, known);
    return known;
  };
  return async (ids, question) => {
    const isHidden = async (hit: Hit) => ids.includes(await idOf(hit));
    const split = async (key: string) => {
      const hits = await index.find(key);
      const hidden = await Promise.all(hits.map(isHidden));
      return { shown: hits.filter((_, at) => !hidden[at]), hidden: hits.filter((_, at) => hidden[at]) };
    };
    const { vocabulary } = index;
    const { analysis } = index;
    // How rare a word is changes too, and a word may no longer be known at all.
    const missing = new Map<string, { written: number; learned: number }>();
    for (const { key, parts } of analysis.terms(question))
      for (const one of [key, ...parts]) {
        if (missing.has(one) || vocabulary.holding(one) + vocabulary.learned(one) === 0) continue;
        const { hidden } = await split(one);
        missing.set(one, { written: hidden.filter(isWrittenOnPage).length, learned: hidden.length });
      }
    return {
      ...index,
      find: async (key) => (await split(key)).shown,
      vocabulary: {
        ...vocabulary,
        pages: Math.max(0, vocabulary.pages - ids.length),
        holding: (key) => Math.max(0, vocabulary.holding(key) - (missing.get(key)?.written ?? 0)),
        learned: (key) => Math.max(0, vocabulary.learned(key) - (missing.get(key)?.learned ?? 0)),
        near: (key, limit) =>
          vocabulary
            .near(key, limit + 1)
            .filter((one) => one.key !== key)
            .slice(0, limit),
      },
    };
  };
}
