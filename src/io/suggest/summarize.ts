import type { Library } from '#kb/content/library.ts';
import type { ArticleSuggestion, MeasuredSet } from '#kb/tickets/measures/suggestion.ts';
import type { VoteCount } from '#kb/tickets/records/votes.ts';
import type { ChosenAlias } from './choose-aliases.ts';
import type { CollectedQuestion } from './collect-questions.ts';
import { foundShare } from './measure.ts';

/** The chosen aliases by article. */
export function groupAliases(
  chosen: readonly ChosenAlias[],
  locale: string,
  library: Library,
  votes: readonly VoteCount[],
): ArticleSuggestion[] {
  const ids = [...new Set(chosen.map(({ article }) => article))].sort();
  return ids.flatMap((id): ArticleSuggestion[] => {
    const article = library.exact(locale, id);
    if (!article) return [];
    const own = votes.filter((vote) => vote.article === id && vote.locale === locale);
    const sum = (key: 'helpful' | 'unhelpful') => own.reduce((all, vote) => all + vote[key], 0);
    return [
      {
        ...{ article: id, locale, title: article.title, path: article.path },
        ...(own.length > 0 && { votes: { helpful: sum('helpful'), unhelpful: sum('unhelpful') } }),
        aliases: chosen
          .filter((one) => one.article === id)
          .map(({ alias, from, people, failing, gained, lost }) => ({ alias, from, people, failing, gained, lost })),
      },
    ];
  });
}

/** What is found of each set of questions, before and after. */
export function measureSets(
  locale: string,
  questions: readonly CollectedQuestion[],
  before: readonly { value: number }[],
  after: readonly { value: number }[],
): MeasuredSet[] {
  const names = ['tickets', 'searches', 'generated', 'given', 'guarded'] as const;
  return names.flatMap((name): MeasuredSet[] => {
    const places = questions.flatMap(({ set, isSource }, place) => (set === name && !isSource ? [place] : []));
    if (places.length === 0) return [];
    const share = (answers: readonly { value: number }[]) =>
      foundShare(places.map((place) => answers[place]?.value ?? 0));
    return [{ locale, name, before: share(before), after: share(after) }];
  });
}
