import { type Effects, effectCells, effectNotes, effectsIntro, effectsTitle, shownEffects } from './effects-wording.ts';
import { markdownCode, markdownTable } from './layout/markdown-table.ts';

const header = ['Before', 'After', 'Changed', 'Language', 'Article', 'Commit', 'Tickets'];
const numeric = new Set(['Before', 'After']);

/** Whether edits helped, as a section of the Markdown report. */
export function effectsMarkdown(all: Effects): string {
  const article = header.indexOf('Article');
  const rows = shownEffects(all).map((effect) =>
    effectCells(effect).map((cell, index) => (index === article ? markdownCode(cell) : cell)),
  );
  const notes = effectNotes(all).join(' ').replaceAll('<', '\\<');
  return [
    `## ${effectsTitle}`,
    ...(rows.length > 0 ? [effectsIntro, markdownTable(header, rows, numeric)] : []),
    ...(notes === '' ? [] : [notes]),
  ].join('\n\n');
}
