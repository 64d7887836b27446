import type { Library } from '#kb/content/library.ts';
import type { VoteTally } from '#kb/tickets/imports/imported-votes.ts';
import { compareVotes, type VoteCount } from '#kb/tickets/records/votes.ts';
import { siteLocaleFinder } from '../log-values.ts';
import type { Vote } from './read-vote.ts';
import { votedArticle } from './voted-article.ts';

/** Adds up votes, one row after the other. */
export function makeVoteTally(library: Pick<Library, 'site' | 'articles'>): {
  add(vote: Vote): void;
  /** Counts a row that stands for something else than a vote. */
  pass(): void;
  result(): VoteTally;
} {
  const articleOf = votedArticle(library);
  const localeOf = siteLocaleFinder(library.site.locales);
  // A heading may have another slug in each language of the article.
  const sections = new Set(library.articles.flatMap(({ id, outline }) => outline.map(({ slug }) => `${id}#${slug}`)));
  const sums = new Map<string, VoteCount>();
  const unknown = new Map<string, number>();
  let rows = 0;
  let others = 0;
  let none = 0;
  let lostSections = 0;
  return {
    add({ day, article, locale, section, reason, helpful, unhelpful }) {
      rows++;
      const votes = helpful + unhelpful;
      const found = articleOf(article);
      if (votes === 0) none++;
      else if (!found) unknown.set(article, (unknown.get(article) ?? 0) + votes);
      else {
        const known = section !== '' && sections.has(`${found.id}#${section}`);
        if (section !== '' && !known) lostSections += votes;
        const vote = {
          day,
          locale: localeOf(locale) ?? found.locale ?? library.site.defaultLocale,
          article: found.id,
          section: known ? section : undefined,
          reason,
        };
        const key = JSON.stringify(Object.values(vote));
        const sum = sums.get(key) ?? { ...vote, helpful: 0, unhelpful: 0 };
        sums.set(key, { ...sum, helpful: sum.helpful + helpful, unhelpful: sum.unhelpful + unhelpful });
      }
    },
    pass() {
      rows++;
      others++;
    },
    result: () => ({
      rows,
      others,
      none,
      unknown: { votes: [...unknown.values()].reduce((sum, votes) => sum + votes, 0), articles: unknown.size },
      lostSections,
      votes: [...sums.values()].sort(compareVotes),
    }),
  };
}
