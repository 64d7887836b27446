import type { Article } from '../../content/article.ts';
import { type VoteReason, voteReasons } from '../../content/vote-reasons.ts';
import { MIN_CASES } from '../../statistics/proportion.ts';
import { helpfulShare, type VotesByArticle } from '../measures/helpfulness.ts';
import type { VoteCount } from '../records/votes.ts';
import type { Reason } from './reason.ts';

/** How far a share must be below that of all articles: no one rewrites an article for less. */
const NOTICEABLE = 0.9;

/**
 * The reason that readers find an article less helpful than the others.
 *
 * The 95 % interval of its share must end at least a tenth below the share of all articles together. If all articles
 * are equally helpful, this is hardly ever reported (simulated: 60 articles with 20 to 200 votes each, fewer than 3 in
 * 1,000). An article that helps 20 in 100 fewer readers is usually reported from 100 votes on. Without the tenth, enough
 * votes would report almost every second article, however little it is below average.
 *
 * @param ballot of all articles in the window
 * @param versions of one article; votes on a version count from the day after its last change
 * @param changedOn the day of that change, by path; if it is not known, all votes count
 */
export function unhelpfulReasons(
  { helpful: all, byArticle }: VotesByArticle,
  versions: readonly Article[],
  changedOn: ReadonlyMap<string, string>,
): Reason[] {
  const own = versions.flatMap(({ id, locale, path }) =>
    (byArticle.get(id) ?? []).filter((vote) => vote.locale === locale && vote.day > (changedOn.get(path) ?? '')),
  );
  const { hits, cases, share, low, high } = helpfulShare(own);
  if (all.share === null || share === null || low === null || high === null) return [];
  if (high > all.share * NOTICEABLE) return [];
  const why = reasonsGiven(own);
  const named = why.filter(([name]) => name !== 'other').map(([name, n]) => `${name} (${n})`);
  const given = named.length === 0 ? '' : `; readers say it is ${named.join(', ')}`;
  return [
    {
      code: 'unhelpful',
      says: `helpful to ${hits} of ${cases} voters (${percent(low)}% to ${percent(high)}%), compared with ${percent(all.hits / all.cases)}% for all articles${given}`,
      threshold: `at least ${MIN_CASES} votes since its last change, with a 95% interval that ends a tenth or more below all articles together`,
      numbers: { helpful: hits, votes: cases, share, low, high, all: all.share, ...Object.fromEntries(why) },
    },
  ];
}

function reasonsGiven(votes: readonly VoteCount[]): [VoteReason, number][] {
  return voteReasons
    .map((name): [VoteReason, number] => [
      name,
      votes.reduce((sum, { reason, unhelpful }) => sum + (reason === name ? unhelpful : 0), 0),
    ])
    .filter(([, n]) => n > 0)
    .sort(([, m], [, n]) => n - m);
}

function percent(share: number): number {
  return Math.round(share * 100);
}
