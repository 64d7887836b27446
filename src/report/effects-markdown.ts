import * as words from './effects-words.ts';
import { markdownCode, markdownTable } from './markdown-table.ts';

const header = ['Before', 'After', 'Changed', 'Language', 'Article', 'Commit', 'Tickets'];
const numeric = new Set(['Before', 'After']);

/** Whether edits helped, as a section of the Markdown report. */
export function effectsMarkdown(all: words.Effects): string {
  const article = header.indexOf('Article');
  const rows = words
    .effectsShown(all)
    .map((effect) => words.effectCells(effect).map((cell, index) => (index === article ? markdownCode(cell) : cell)));
  const rest = words.effectsRest(all).join(' ').replaceAll('<', '\\<');
  return [
    `## ${words.effectsTitle}`,
    ...(rows.length > 0 ? [words.effectsIntro, markdownTable(header, rows, numeric)] : []),
    ...(rest === '' ? [] : [rest]),
  ].join('\n\n');
}
