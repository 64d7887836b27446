import type { Measures } from '#kb/tickets/measures/measures.ts';
import { textTable } from './layout/text-table.ts';
import { wrapText } from './layout/wrap-text.ts';
import {
  assumptionNotes,
  measureRows,
  measuresIntro,
  measuresTitle,
  missingNotes,
  windowHeadings,
} from './measures-wording.ts';

/** The metrics for the terminal, a line each. */
export function measuresText(measures: Measures): string {
  const rows = measureRows(measures).map(({ name, now, before }) => [name, now, before]);
  return [
    measuresTitle,
    ...(rows.length === 0 ? [] : textTable(measuresIntro, [['metric', ...windowHeadings(measures)], ...rows])),
    ...[...assumptionNotes(measures), ...missingNotes(measures)].flatMap((note) => wrapText(note, 100)),
  ].join('\n');
}
