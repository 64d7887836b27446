import type { SuggestedSynonym } from '#kb/tickets/measures/suggestion.ts';
import type { Index } from '#search/search-index.ts';
import type { ChosenAlias } from './choose-aliases.ts';
import type { Answered } from './measure.ts';
import type { JudgedQuestion } from './question.ts';

/** Of the questions of one group or set, this share may be lost, and in a small group two questions. */
const NOISE = 0.005;

/**
 * The words that make the search worse for questions of other articles, if it is worse by more than noise.
 *
 * @param after what an index answers that has all of them
 */
export function findHarm<Chosen extends ChosenAlias | SuggestedSynonym>(
  questions: readonly JudgedQuestion[],
  before: readonly Answered[],
  after: readonly Answered[],
  chosen: readonly Chosen[],
  { analysis }: Index,
): Set<Chosen> {
  const keysOf = (text: string) => new Set(analysis.terms(text).map(({ key }) => key));
  const keys = new Map(chosen.map((one) => [one, keysOf('alias' in one ? one.alias : one.word)]));
  const harm = new Set<Chosen>();
  for (const { places, isSet } of tooBad(questions, before, after)) {
    const blame = new Map<Chosen, number>();
    for (const place of places) {
      const question = questions[place];
      if (!question || (after[place]?.value ?? 0) >= (before[place]?.value ?? 0)) continue;
      const asked = keysOf(question.text);
      const ids = new Set(after[place]?.ids);
      for (const one of chosen) {
        if ('alias' in one && (!ids.has(one.article) || question.right.has(one.article))) continue;
        const of = keys.get(one) ?? new Set();
        const shared = [...of].filter((key) => asked.has(key)).length / Math.max(1, of.size);
        if (shared > 0) blame.set(one, (blame.get(one) ?? 0) + shared);
      }
    }
    const [worst] = [...blame].sort(([, a], [, b]) => b - a);
    if (worst) harm.add(worst[0]);
    // A set must not be worse, even if it isn't clear why.
    else if (isSet) for (const one of chosen) harm.add(one);
  }
  return harm;
}

/** The places of all questions that must not be worse together: groups, sets, and each guarded question by itself. */
function tooBad(
  questions: readonly JudgedQuestion[],
  before: readonly Answered[],
  after: readonly Answered[],
): { places: number[]; isSet: boolean }[] {
  const units = new Map<string, number[]>();
  for (const [place, { set, group, isSource }] of questions.entries()) {
    const names = set === 'guarded' ? [`guarded ${place}`] : [`group ${group}`];
    if (!isSource) names.push(`set ${set}`);
    for (const name of names) units.set(name, [...(units.get(name) ?? []), place]);
  }
  return [...units].flatMap(([name, places]) => {
    const found = (answers: readonly Answered[], value: number) =>
      places.filter((place) => (answers[place]?.value ?? 0) >= value).length;
    const fallenBy = (value: number) => found(before, value) - found(after, value);
    // In a small group, a question falls from first to second place by chance.
    const fallen = name.startsWith('set') ? Math.max(fallenBy(1), fallenBy(2)) : fallenBy(1);
    const allowed = name.startsWith('group') ? Math.max(2, NOISE * places.length) : NOISE * places.length;
    return fallen > 0 && fallen > allowed ? [{ places, isSet: !name.startsWith('group') }] : [];
  });
}
