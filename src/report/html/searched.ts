import { h } from 'hastscript';
import { number } from '../coverage-words.ts';
import { searchedIntro, searchedShown, searchedWords } from '../search-log-words.ts';
import type { HtmlReport, Section } from './report.ts';
import { type Column, folded, table } from './tables.ts';
import { sentence } from './words.ts';

const SHOWN = 20;

const columns: Column[] = [
  { name: 'Question' },
  { name: 'Language' },
  { name: 'Not found', numeric: true },
  { name: 'Searches', numeric: true },
  { name: 'What to do' },
];

/** What customers searched without finding it; nothing where no searches are known. */
export function searchedSection({ searched }: HtmlReport): Section[] {
  if (searched.length === 0) return [];
  const title = 'Searched and not found';
  const rows = searchedShown(searched).map((one) => [
    h('bdi', { lang: one.locale }, one.question),
    one.locale,
    number(one.misses),
    number(one.searches),
    sentence(searchedWords(one)),
  ]);
  const shown = folded(rows, SHOWN, (some, rest) => table(rest ? `${title}, the rest` : title, columns, some));
  return [{ id: 'searched', title, content: [h('p', searchedIntro), ...shown] }];
}
