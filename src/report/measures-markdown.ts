import type { Measures } from '#kb/tickets/measures/measures.ts';
import { markdownTable, markdownText } from './markdown-table.ts';
import {
  assumptionWords,
  measureRows,
  measuresIntro,
  measuresTitle,
  missingWords,
  windowWords,
} from './measures-words.ts';

/** The measures as a section of the Markdown report. */
export function measuresMarkdown(measures: Measures): string {
  const rows = measureRows(measures).map(({ name, now, before, means }) =>
    [name, now, before, means].map(markdownText),
  );
  const header = ['Measure', ...windowWords(measures), 'What it is'];
  const notes = [...assumptionWords(measures), ...missingWords(measures)].map((line) => `- ${markdownText(line)}`);
  return [
    `## ${measuresTitle}`,
    ...(rows.length === 0 ? [] : [measuresIntro, markdownTable(header, rows, new Set())]),
    ...(notes.length === 0 ? [] : [notes.join('\n')]),
  ].join('\n\n');
}
