import type { Index } from '#search/search-index.ts';
import { answer } from './measure.ts';
import type { JudgedQuestion } from './question.ts';

/** A question that is answered better or worse, by its place in the list. */
export interface Change {
  place: number;
  by: number;
}

/** What the search answers to each question, while words are chosen one after the other. */
export interface Scoreboard {
  /** What the search answers now: see `Answered.value`. */
  valueAt(place: number): number;
  /** What another index would change of these questions. */
  changesWith(tried: Index, places: readonly number[]): Promise<Change[]>;
  /**
   * Keeps changes if they help enough without doing harm: they must help the questions that words were taken from, and
   * those that were held out too. No guarded question may be lost, and no other subject may lose by more than noise.
   *
   * @param isOwn whether a question is about the articles that get the words
   * @returns of the questions that no word was taken from, how many are answered better and worse; `undefined` if
   * nothing was kept
   */
  keep(changes: readonly Change[], isOwn: (place: number) => boolean): { gained: number; lost: number } | undefined;
}

/** What words must gain over all questions: less can be chance. */
const LEAST_GAIN = 3;
/** Of what words gain for their articles, this much may be lost elsewhere. */
const MOST_LOST = 0.25;
/** Of the questions that were held out, this many times more must be answered better than worse. */
const TIMES_BETTER = 3;
/** A subject may lose this much through words of other articles: a question. */
const NOISE = 2;

/** @param values what the search answers today, by the place of the question */
export function openScoreboard(questions: readonly JudgedQuestion[], values: readonly number[]): Scoreboard {
  const now = [...values];
  const drift = new Map<string, number>();
  const valueAt = (place: number) => now[place] ?? 0;
  const groupAt = (place: number) => questions[place]?.group ?? '';
  const isHeld = (place: number) => questions[place]?.isSource === false;
  const isLost = ({ place, by }: Change) => questions[place]?.set === 'guarded' && by < 0 && valueAt(place) + by === 0;
  return {
    valueAt,
    async changesWith(tried, places) {
      const changes: Change[] = [];
      for (const place of places) {
        const question = questions[place];
        if (!question) continue;
        const by = (await answer(tried, question)).value - valueAt(place);
        if (by !== 0) changes.push({ place, by });
      }
      return changes;
    },
    keep(changes, isOwn) {
      const own = changes.filter(({ place }) => isOwn(place));
      const others = changes.filter(({ place }) => !isOwn(place));
      const gain = netOf(own);
      if (gain < LEAST_GAIN || netOf(own.filter(({ place }) => isHeld(place))) < 1) return undefined;
      if (changes.some(isLost) || -netOf(others) > MOST_LOST * gain) return undefined;
      const held = changes.filter(({ place }) => isHeld(place));
      const gained = held.filter(({ by }) => by > 0).length;
      const lost = held.length - gained;
      if (gained < TIMES_BETTER * lost) return undefined;
      const drifted = new Map(drift);
      for (const { place, by } of changes) drifted.set(groupAt(place), (drifted.get(groupAt(place)) ?? 0) + by);
      if (others.some(({ place, by }) => by < 0 && (drifted.get(groupAt(place)) ?? 0) < -NOISE)) return undefined;
      for (const [group, by] of drifted) drift.set(group, by);
      for (const { place, by } of changes) now[place] = valueAt(place) + by;
      return { gained, lost };
    },
  };
}

export function netOf(changes: readonly { by: number }[]): number {
  return changes.reduce((sum, { by }) => sum + by, 0);
}
