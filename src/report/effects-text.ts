import * as words from './effects-words.ts';
import { textTable } from './text-table.ts';

const header = ['before', 'after', 'changed', 'language', 'article', 'commit', 'tickets'];

/** Whether edits helped, for the terminal. */
export function effectsText(all: words.Effects): string {
  const shown = words.effectsShown(all);
  return [
    words.effectsTitle,
    ...(shown.length > 0 ? textTable(words.effectsIntro, [header, ...shown.map(words.effectCells)]) : []),
    ...words.effectsRest(all),
  ].join('\n');
}
