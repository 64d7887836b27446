import { type Article, isPublished } from '../../content/article.ts';
import type { Library } from '../../content/library.ts';
import { changedOriginal } from '../../content/translation.ts';
import { addDays, addTime } from '../../values/day.ts';
import { compareText } from '../../values/text.ts';
import type { Flag } from './flagged-articles.ts';

/** A review within so many days is due soon. */
export const REVIEW_NOTICE_DAYS = 28;

/** What can be up for review, the most urgent first. */
export const reviewKinds = ['overdue', 'due', 'outdated', 'flagged', 'unowned'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** An article that someone should look at. */
export interface ReviewItem {
  /** The same on every day on which it is the same task, so a program can announce it once. */
  id: string;
  kind: ReviewKind;
  /** `null` if the article names no one. */
  owner: string | null;
  article: string;
  title: string;
  /** The versions that it is about, in the order of the site's languages. */
  locales: string[];
  /** Their files, relative to the content folder. */
  paths: string[];
  /** When the review is due, `YYYY-MM-DD`; `null` if the article was never reviewed, or if there is no such day. */
  due: string | null;
  /** The day since which it is on the list, as far as that is known. */
  since: string | null;
  /** Why, without a full stop. */
  says: string;
}

export interface ReviewContext {
  /** `YYYY-MM-DD`. */
  today: string;
  /** The day each article was last changed, by path; left out if it is not known. */
  changedOn: ReadonlyMap<string, string>;
  /** The articles that the ticket report would fix first. */
  flagged: readonly Flag[];
}

/** By owner, those without one last; then the most urgent kind, the earliest day, and the article. */
export function listReviews(library: Library, context: ReviewContext): ReviewItem[] {
  const ids = [...new Set(library.articles.map(({ id }) => id))];
  const last = '\uffff';
  return ids
    .flatMap((id) => itemsOf(id, library, context))
    .sort(
      (a, b) =>
        compareText(a.owner ?? last, b.owner ?? last) ||
        reviewKinds.indexOf(a.kind) - reviewKinds.indexOf(b.kind) ||
        compareText(a.due ?? '', b.due ?? '') ||
        compareText(a.article, b.article) ||
        compareText(a.id, b.id),
    );
}

function itemsOf(id: string, library: Library, { today, changedOn, flagged }: ReviewContext): ReviewItem[] {
  const { locales, defaultLocale } = library.site;
  const versions = locales
    .flatMap((locale) => library.exact(locale, id) ?? [])
    // No one has to review what is not finished, and no one reads what is archived.
    .filter((one) => one.confidence !== 'work-in-progress' && isPublished(one, 'internal', today));
  const shown = versions.find(({ locale }) => locale === defaultLocale) ?? versions[0];
  if (!shown) return [];
  const owner = shown.owner ?? versions.find((one) => one.owner !== undefined)?.owner ?? null;
  const make = (kind: ReviewKind, key: string, about: readonly Article[], rest: Rest): ReviewItem => ({
    id: [kind, id, key].filter(Boolean).join(':'),
    kind,
    owner,
    article: id,
    title: shown.title,
    locales: about.map(({ locale }) => locale),
    paths: about.map(({ path }) => path),
    due: null,
    ...rest,
  });

  const planned = versions.flatMap((article) => {
    if (article.reviewEvery === undefined) return [];
    const from = article.reviewed ?? changedOn.get(article.path);
    return [{ article, from, due: from === undefined ? null : addTime(from, article.reviewEvery) }];
  });
  const reviews = [...Map.groupBy(planned, ({ due }) => due).values()].flatMap((group) => {
    const [{ article, from, due } = { article: undefined, from: undefined, due: null }] = group;
    if (!article || (due !== null && due > addDays(today, REVIEW_NOTICE_DAYS))) return [];
    const kind = due === null || due < today ? 'overdue' : 'due';
    const before = article.reviewed === undefined ? 'never reviewed' : `last reviewed on ${from}`;
    const says =
      due === null ? 'has never been reviewed' : `review ${kind === 'due' ? 'is' : 'was'} due on ${due}, ${before}`;
    const since = due === null ? null : kind === 'due' ? addDays(due, -REVIEW_NOTICE_DAYS) : addDays(due, 1);
    const about = group.map((one) => one.article);
    return [make(kind, due ?? 'never', about, { due, since, says })];
  });

  const outdated = versions.filter((article) => changedOriginal(library, article));
  const original = library.exact(defaultLocale, id);
  const flag = flagged.find(({ article }) => article === id);
  return [
    ...reviews,
    ...(outdated.length > 0 && original
      ? [
          make('outdated', original.digest, outdated, {
            since: changedOn.get(original.path) ?? null,
            says: `${original.path} has changed since it was translated`,
          }),
        ]
      : []),
    ...(flag
      ? [make('flagged', [...flag.topics].sort(compareText).join('+'), versions, { since: null, says: flag.reason })]
      : []),
    ...(owner === null ? [make('unowned', '', versions, { since: null, says: 'names no "owner"' })] : []),
  ];
}

type Rest = Pick<ReviewItem, 'since' | 'says'> & Partial<Pick<ReviewItem, 'due'>>;
