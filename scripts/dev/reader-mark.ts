import type { ArticleFields } from '#kb/content/article.ts';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/**
 * Why customers don't see an article: `Draft`, `Internal`, `Scheduled for 1 Dec 2026`; `undefined` if they see it.
 *
 * @param today `YYYY-MM-DD`
 */
export function readerMark(article: ArticleFields, today: string): string | undefined {
  const { confidence, audience, publishOn, archiveOn } = article;
  const marks: string[] = [];
  if (confidence === 'archived') marks.push('Archived');
  else if (archiveOn !== undefined && archiveOn <= today) marks.push(`Archived since ${dayText(archiveOn)}`);
  if (confidence === 'work-in-progress') marks.push('Draft');
  if (publishOn !== undefined && publishOn > today) marks.push(`Scheduled for ${dayText(publishOn)}`);
  if (audience === 'internal') marks.push('Internal');
  return marks.length === 0 ? undefined : marks.join(', ');
}

function dayText(date: string): string {
  return day.format(new Date(date));
}
