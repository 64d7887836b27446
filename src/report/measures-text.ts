import type { Measures } from '#kb/tickets/measures/measures.ts';
import {
  assumptionWords,
  measureRows,
  measuresIntro,
  measuresTitle,
  missingWords,
  windowWords,
} from './measures-words.ts';
import { textTable } from './text-table.ts';

/** The measures for the terminal, a line each. */
export function measuresText(measures: Measures): string {
  const rows = measureRows(measures).map(({ name, now, before }) => [name, now, before]);
  return [
    measuresTitle,
    ...(rows.length === 0 ? [] : textTable(measuresIntro, [['measure', ...windowWords(measures)], ...rows])),
    ...assumptionWords(measures),
    ...missingWords(measures),
  ].join('\n');
}
