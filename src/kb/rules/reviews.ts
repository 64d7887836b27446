import { isPublished } from '../content/article.ts';
import type { Library } from '../content/library.ts';
import { type Finding, finding } from '../findings/finding.ts';
import { addDays, addTime } from '../values/day.ts';

/** How many days before it is due a review is mentioned. */
const NOTICE_DAYS = 28;

/**
 * Articles whose review is due or overdue, from the day in `reviewed`.
 *
 * @param today `YYYY-MM-DD`
 */
export function reviewFindings({ articles }: Library, today: string): Finding[] {
  return articles.flatMap((article): Finding[] => {
    const { path, reviewed, reviewEvery, confidence } = article;
    if (reviewed === undefined || reviewEvery === undefined) return [];
    if (confidence === 'work-in-progress' || !isPublished(article, 'internal', today)) return [];
    const due = addTime(reviewed, reviewEvery);
    if (due > addDays(today, NOTICE_DAYS)) return [];
    const isLate = due < today;
    const found = finding(
      isLate ? 'review-overdue' : 'review-due',
      { path },
      `The review of this article ${isLate ? 'was' : 'is'} due on ${due}.`,
      'Check whether it is still correct, then set "reviewed" to that day.',
    );
    return [{ ...found, group: '' }];
  });
}
