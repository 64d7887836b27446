import { number } from './coverage-words.ts';
import * as words from './effects-words.ts';

/** Whether edits helped, as a section of the Markdown report. */
export function effectsMarkdown(all: words.Effects): string {
  const shown = words.effectsShown(all);
  const rows = shown.map((effect) => [
    number(effect.before),
    number(effect.after),
    effect.day,
    effect.locale,
    `\`${effect.article}\``,
    words.changeWords(effect),
    words.effectWords(effect),
  ]);
  const header = ['Before', 'After', 'Changed', 'Language', 'Article', 'Commit', 'Tickets'];
  const table = [header, ['--:', '--:', '---', '---', '---', '---', '---'], ...rows];
  const rest = words.effectsRest(all).join(' ').replaceAll('<', '\\<');
  return [
    `## ${words.effectsTitle}`,
    ...(shown.length > 0 ? [words.effectsIntro, table.map((row) => `| ${row.join(' | ')} |`).join('\n')] : []),
    ...(rest === '' ? [] : [rest]),
  ].join('\n\n');
}
