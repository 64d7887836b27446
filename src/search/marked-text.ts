import { escapeHtml } from '#kb/values/escape.ts';
import type { PassageWord } from './passage-words.ts';

/** Words of a passage as HTML, with those of the question in `<mark>`. */
export function markedText(
  words: readonly PassageWord[],
  start: number,
  end: number,
  keys: ReadonlySet<string>,
): string {
  const shown = words.slice(start, end).map(({ word, spaced, starts, keys: own }, place) => {
    const gap = place === 0 ? '' : starts === 'text' ? '\n' : spaced ? ' ' : '';
    return gap + (own.some((key) => keys.has(key)) ? markWord(word) : escapeHtml(word));
  });
  const isWhole = start === 0 || words[start]?.starts !== undefined;
  return `${isWhole ? '' : '… '}${shown.join('')}${end < words.length ? ' …' : ''}`;
}

function markWord(word: string): string {
  const [, before = '', own = '', after = ''] =
    /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{M}\p{N}]*)$/su.exec(word)?.map(escapeHtml) ?? [];
  return `${before}<mark>${own}</mark>${after}`;
}
