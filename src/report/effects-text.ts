import { alignColumns } from './columns.ts';
import { number } from './coverage-words.ts';
import * as words from './effects-words.ts';

/** Whether edits helped, for the terminal. */
export function effectsText(all: words.Effects): string {
  const shown = words.effectsShown(all);
  const rows = shown.map((effect) => [
    number(effect.before),
    number(effect.after),
    effect.day,
    effect.locale,
    effect.article,
    words.changeWords(effect),
    words.effectWords(effect),
  ]);
  const table = alignColumns([['before', 'after', 'changed', 'language', 'article', 'commit', 'tickets'], ...rows]);
  return [
    words.effectsTitle,
    ...(shown.length > 0 ? [...wrap(words.effectsIntro, 100), '', ...table.map((line) => `  ${line}`)] : []),
    ...words.effectsRest(all),
  ].join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
