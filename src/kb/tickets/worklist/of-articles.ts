import type { Coverage } from './coverage.ts';

/** The work list with only the rows about these articles and the topics that they answer. The totals stay. */
export function coverageOf(coverage: Coverage, articles: ReadonlySet<string>): Coverage {
  const isOne = (id: string | undefined) => id !== undefined && articles.has(id);
  const topics = coverage.topics.filter((topic) => topic.articles.some(isOne));
  const named = new Set(topics.map(({ id }) => id));
  const { thisWeek } = coverage;
  const items = thisWeek.items.filter(
    ({ subject, article }) => isOne(article?.id) || ('topic' in subject && named.has(subject.topic)),
  );
  return {
    ...coverage,
    topics,
    thisWeek: { ...thisWeek, items, more: 0, over: [] },
    flagged: coverage.flagged.filter(({ article }) => isOne(article)),
    gaps: coverage.gaps.filter(({ topic }) => named.has(topic)),
    unmapped: [],
    overlap: coverage.overlap.filter((one) => one.articles.some(isOne)),
    quiet: coverage.quiet.filter(({ article }) => isOne(article)),
  };
}
