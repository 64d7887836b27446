import type { UnevenLines } from '#kb/tickets/imports/uneven-lines.ts';
import { count } from '../layout/numbers.ts';

/** More numbers of lines help no one. */
const SHOWN = 5;

/** What was left out of a CSV file because it isn't a row like the others; nothing if all lines are. */
export function unevenLines(path: string, { notes, short, long, empty }: UnevenLines): string[] {
  return [
    notes.length > 0 ? `  ${count(notes.length, 'line')} with a total or a note: ${numbers(notes)}` : '',
    empty > 0 ? `  ${count(empty, 'blank line')} between the others` : '',
    long.length > 0
      ? `  ${count(long.length, 'row')} with more cells than there are columns, not counted: ${numbers(long)}. Correct them, then import again.`
      : '',
    short.length > 0
      ? `  ${count(short.length, 'row')} with fewer cells, the last ones read as empty: ${numbers(short)}`
      : '',
  ]
    .filter((line) => line !== '')
    .flatMap((line, index) => (index === 0 ? [`Lines of ${path} that differ from the others:`, line] : [line]));
}

function numbers(lines: readonly number[]): string {
  const shown = lines.slice(0, SHOWN).join(', ');
  return `${lines.length === 1 ? 'line' : 'lines'} ${shown}${lines.length > SHOWN ? ', …' : ''}`;
}
