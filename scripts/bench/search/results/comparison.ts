import { compareRanks, type RankDifference } from './bootstrap.ts';
import { type LanguageResult, labelOf } from './language-result.ts';
import { rankOf } from './scores.ts';

/** The difference between two engines, or between two runs of one. */
export interface Comparison {
  /** What it was measured on: a set and its language. */
  label: string;
  engine: string;
  difference: RankDifference;
}

/** The rank of the first right article for each question that has an answer. */
export function ranksOf(
  { questions }: Pick<LanguageResult, 'questions'>,
  found: readonly (readonly string[])[],
): number[] {
  return questions.flatMap(({ relevant }, index) =>
    relevant.length === 0 ? [] : [rankOf(found[index] ?? [], relevant)],
  );
}

/** Ohje minus each other engine, on each set. */
export function againstPeers(languages: readonly LanguageResult[]): Comparison[] {
  return languages.flatMap((language) => {
    const [ours, ...peers] = language.engines.map(({ name, found }) => ({ name, ranks: ranksOf(language, found) }));
    return peers.flatMap(({ name, ranks }) => comparison(labelOf(language), name, ours?.ranks ?? [], ranks));
  });
}

/** Each engine on each set with articles of other collections added, minus the same without them. */
export function withDistractors(languages: readonly LanguageResult[]): Comparison[] {
  return languages
    .filter(({ distractors }) => distractors > 0)
    .flatMap((more) => {
      const alone = languages.find(
        ({ set, locale, distractors }) => set === more.set && locale === more.locale && distractors === 0,
      );
      return more.engines.flatMap(({ name, found }) => {
        const before = alone?.engines.find((engine) => engine.name === name);
        return before && alone
          ? comparison(labelOf(more), name, ranksOf(more, found), ranksOf(alone, before.found))
          : [];
      });
    });
}

/** A list of one, or of none if there are no questions to compare. */
export function comparison(
  label: string,
  engine: string,
  ours: readonly number[],
  theirs: readonly number[],
): Comparison[] {
  const difference = compareRanks(ours, theirs);
  return difference ? [{ label, engine, difference }] : [];
}
