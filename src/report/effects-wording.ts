import { type Effect, MIN_DAYS, MIN_EXPECTED_TICKETS } from '#kb/tickets/measures/edit-effect.ts';
import { count, formatNumber, percent } from './layout/numbers.ts';

/** The effects of edits, and what is known about the git history they come from. */
export interface Effects {
  effects: readonly Effect[];
  /** Why there is no history: one of the known reasons, or the error from git. */
  none?: 'no git' | 'no repository' | 'not in the repository' | { git: string } | undefined;
  /** A shallow clone has no history before this day. */
  cutOn?: string | undefined;
}

export const effectsTitle = 'Did edits help?';

export const effectsIntro =
  `Tickets on an article's topics before and after it changed, compared with all other topics in the same weeks. Each side covers whole weeks, at most two periods, in which nothing else changed on the same topics. ` +
  `The interval is wider if ticket numbers vary a lot from week to week, and a topic that was already heading up or down doesn't count as a rise or fall. This shows what happened after an edit, not what caused it. ` +
  `Not enough data means fewer than ${MIN_DAYS} days or ${MIN_EXPECTED_TICKETS} expected tickets on either side, or an interval that is too wide.`;

const SHOWN = 20;

/** The rows to print; the JSON report has all of them. */
export function shownEffects({ effects }: Effects): Effect[] {
  return effects.filter(({ verdict }) => verdict !== 'too-few').slice(0, SHOWN);
}

/** The cells of a row: tickets before and after, day, language, article, commit, and what the tickets did. */
export function effectCells(effect: Effect): string[] {
  const { before, after, day, locale, article } = effect;
  return [formatNumber(before), formatNumber(after), day, locale, article, commitText(effect), effectText(effect)];
}

/** What the tickets did after a change. */
export function effectText({ verdict, ratio, low, high, drifting }: Effect): string {
  if (low === null || high === null) return 'not enough data';
  if (verdict === 'too-few' || verdict === 'unchanged') {
    if (drifting) return 'in line with the trend before the change';
    if (verdict === 'too-few') return 'not enough data';
    return `about the same, compared with all other topics (95% interval ${sideOfOne(low)} to ${sideOfOne(high)})`;
  }
  const others = 'compared with all other topics';
  if (verdict === 'fell')
    return `fell by ${percent(1 - (ratio ?? 0))} ${others} (95% interval ${percent(1 - high)} to ${percent(1 - low)})`;
  const interval = `95% interval ${percent(low - 1)} to ${percent(high - 1)}`;
  return ratio === null ? `rose from zero, ${others}` : `rose by ${percent(ratio - 1)} ${others} (${interval})`;
}

/** What the rows leave out, and what is missing from the history. */
export function effectNotes(all: Effects): string[] {
  const { effects, none, cutOn } = all;
  const judged = effects.filter(({ verdict }) => verdict !== 'too-few').length;
  const few = effects.length - judged;
  const more = judged - shownEffects(all).length;
  return [
    ...(more > 0 ? [`${count(more, 'more change')} in .reports/tickets.json.`] : []),
    ...(few > 0 ? [`${count(few, 'change')} without enough data.`] : []),
    ...(none === undefined && effects.length === 0 ? ['No article changed during the days with tickets.'] : []),
    ...(none === undefined ? [] : [`Ohje can't tell whether edits helped: ${noHistoryReason(none)}.`]),
    ...(cutOn === undefined
      ? []
      : [
          `This clone is shallow: its history starts on ${cutOn}, so earlier changes are missing. Run "git fetch --unshallow" to get them.`,
        ]),
  ];
}

/** The commit of a change; `new in 1a2b3c4d` if it added the article, `1a2b3c4d, facts.cardFee` for a fact. */
export function commitText({ kind, commit, through }: Effect): string {
  if (through !== null) return `${commit}, ${through}`;
  return kind === 'new' ? `new in ${commit}` : commit;
}

function noHistoryReason(none: NonNullable<Effects['none']>): string {
  switch (none) {
    case 'no git':
      return "git isn't installed";
    case 'no repository':
      return "the content folder isn't in a git repository";
    case 'not in the repository':
      return 'no article in the content folder is committed to git';
    default:
      return `git reported "${none.git}"`;
  }
}

function sideOfOne(ratio: number): string {
  return ratio < 1 ? `${percent(1 - ratio)} fewer` : `${percent(ratio - 1)} more`;
}
