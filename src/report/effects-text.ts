import { type Effects, effectCells, effectNotes, effectsIntro, effectsTitle, shownEffects } from './effects-wording.ts';
import { textTable } from './layout/text-table.ts';

const header = ['before', 'after', 'changed', 'language', 'article', 'commit', 'tickets'];

/** Whether edits helped, for the terminal. */
export function effectsText(all: Effects): string {
  const shown = shownEffects(all);
  return [
    effectsTitle,
    ...(shown.length > 0 ? textTable(effectsIntro, [header, ...shown.map(effectCells)]) : []),
    ...effectNotes(all),
  ].join('\n');
}
