import type { Measures } from '#kb/tickets/measures/measures.ts';
import { markdownTable, markdownText } from './layout/markdown-table.ts';
import {
  assumptionNotes,
  measureRows,
  measuresIntro,
  measuresTitle,
  missingNotes,
  windowHeadings,
} from './measures-wording.ts';

/** The metrics as a section of the Markdown report. */
export function measuresMarkdown(measures: Measures): string {
  const rows = measureRows(measures).map(({ name, now, before, means }) =>
    [name, now, before, means].map(markdownText),
  );
  const header = ['Metric', ...windowHeadings(measures), 'What it means'];
  const notes = [...assumptionNotes(measures), ...missingNotes(measures)].map((line) => `- ${markdownText(line)}`);
  return [
    `## ${measuresTitle}`,
    ...(rows.length === 0 ? [] : [measuresIntro, markdownTable(header, rows, new Set())]),
    ...(notes.length === 0 ? [] : [notes.join('\n')]),
  ].join('\n\n');
}
