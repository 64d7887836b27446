import { type GuardedSearch, lostSearchFinding, TOP_ANSWERS } from '#kb/content/guarded-searches.ts';
import type { Finding } from '#kb/findings/finding.ts';
import { ask } from '#search/ask.ts';
import { openBuiltIndex } from './open-index.ts';

/**
 * Searches a built site for every question in `searches.yaml`, as a customer would.
 *
 * @param dist the folder of the built site
 * @param onTried gets the share of the questions that were tried, from 0 to 1
 * @returns the questions whose article is not among the first answers
 */
export async function trySearches(
  searches: readonly GuardedSearch[],
  dist: string,
  onTried: (done: number) => void = () => {},
): Promise<Finding[]> {
  const built = searches.length > 0 ? await openBuiltIndex(dist) : undefined;
  const lost: Finding[] = [];
  for (const [at, search] of searches.entries()) {
    onTried(at / searches.length);
    const index = await built?.open(search.locale);
    const answer = index && (await ask(index, search.question, TOP_ANSWERS));
    const ids = answer?.results.map(({ id }) => id) ?? [];
    if (!ids.includes(search.article)) lost.push(lostSearchFinding(search, ids));
  }
  return lost;
}
