import { type Effect, MIN_DAYS, MIN_TICKETS } from '#kb/tickets/measures/edit-effect.ts';
import { number } from './coverage-words.ts';
import { count } from './findings-text.ts';

/** The effects of edits with what is known of the history they come from. */
export interface Effects {
  effects: readonly Effect[];
  /** Why there is no history to read, or what git said. */
  none?: 'no git' | 'no repository' | 'not in the repository' | { git: string } | undefined;
  /** The day before which a shallow clone has no history. */
  cutOn?: string | undefined;
}

export const effectsTitle = 'Did edits help?';

export const effectsIntro =
  `Tickets on an article's topics before and after it changed, against all other topics in the same days: whole weeks, at most two windows on either side, and only those without another change of the same topic. ` +
  `The interval grows with how much the weeks vary; a fall or rise is called one only where the topic was not on that course before. It says what came after an edit, not what the edit caused. ` +
  `Too little to say: less than ${MIN_DAYS} days or ${MIN_TICKETS} expected tickets on either side, or an interval too wide.`;

const SHOWN = 20;

/** The rows a person reads; all of them stand in the JSON. */
export function effectsShown({ effects }: Effects): Effect[] {
  return effects.filter(({ verdict }) => verdict !== 'too-few').slice(0, SHOWN);
}

/** The row of a change: tickets before and after, its day, language, article and commit, and what the tickets did. */
export function effectCells(effect: Effect): string[] {
  const { before, after, day, locale, article } = effect;
  return [number(before), number(after), day, locale, article, changeWords(effect), effectWords(effect)];
}

/** What the tickets did after a change. */
export function effectWords({ verdict, ratio, low, high, drifting }: Effect): string {
  if (low === null || high === null) return 'too little to say';
  if (verdict === 'too-few' || verdict === 'unchanged') {
    if (drifting) return 'no further from all other topics than their course before would lead one to expect';
    if (verdict === 'too-few') return 'too little to say';
    return `about as before against all other topics (95 % interval ${side(low)} to ${side(high)})`;
  }
  const after = 'against all other topics after this change';
  if (verdict === 'fell')
    return `fell by ${percent(1 - (ratio ?? 0))} % (95 % interval ${percent(1 - high)} to ${percent(1 - low)} %) ${after}`;
  const ends = `95 % interval ${percent(low - 1)} to ${percent(high - 1)} %`;
  return ratio === null ? `rose from none ${after}` : `rose by ${percent(ratio - 1)} % (${ends}) ${after}`;
}

/** What the rows leave out, and what the history does. */
export function effectsRest(all: Effects): string[] {
  const { effects, none, cutOn } = all;
  const told = effects.filter(({ verdict }) => verdict !== 'too-few').length;
  const few = effects.length - told;
  const more = told - effectsShown(all).length;
  return [
    ...(more > 0 ? [`${count(more, 'more change')} in .reports/tickets.json.`] : []),
    ...(few > 0 ? [`${count(few, 'change')} with too little to say.`] : []),
    ...(none === undefined && effects.length === 0 ? ['No article changed in the days with tickets.'] : []),
    ...(none === undefined ? [] : [noneWords(none)]),
    ...(cutOn === undefined
      ? []
      : [
          `This clone is shallow: its history begins on ${cutOn}, and earlier changes are not seen. Fetch the rest with "git fetch --unshallow".`,
        ]),
  ];
}

/** The name of the change for people. */
export function changeWords({ kind, commit }: Effect): string {
  return kind === 'new' ? `new in ${commit}` : commit;
}

function noneWords(none: NonNullable<Effects['none']>): string {
  switch (none) {
    case 'no git':
      return 'Whether edits helped cannot be seen: git is not installed here.';
    case 'no repository':
      return 'Whether edits helped cannot be seen: the content folder is in no git repository.';
    case 'not in the repository':
      return 'Whether edits helped cannot be seen: no article of the content folder is committed to its repository.';
    default:
      return `Whether edits helped cannot be seen: git said "${none.git}".`;
  }
}

function percent(share: number): string {
  return number(Math.round(share * 100));
}

function side(ratio: number): string {
  return ratio < 1 ? `${percent(1 - ratio)} % fewer` : `${percent(ratio - 1)} % more`;
}
