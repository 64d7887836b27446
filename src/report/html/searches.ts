import { h } from 'hastscript';
import { formatNumber } from '../layout/numbers.ts';
import { sentence } from '../layout/sentence.ts';
import { searchesIntro, searchToDo, shownSearches } from '../searches-wording.ts';
import type { HtmlReport, ReportSection } from './report.ts';
import { cardTable, folded, type TableColumn } from './tables.ts';

const SHOWN = 20;

const columns: TableColumn[] = [
  { name: 'Question' },
  { name: 'Language' },
  { name: 'Not found', numeric: true },
  { name: 'Searches', numeric: true },
  { name: 'What to do' },
];

/** What customers searched for without a result; no section if there are no such searches. */
export function searchesSection({ searched }: HtmlReport): ReportSection[] {
  if (searched.length === 0) return [];
  const title = 'Searches without a result';
  const rows = shownSearches(searched).map((one) => [
    h('bdi', { lang: one.locale }, one.question),
    one.locale,
    formatNumber(one.misses),
    formatNumber(one.searches),
    sentence(searchToDo(one)),
  ]);
  const shown = folded(rows, SHOWN, (some, rest) => cardTable(rest ? `${title} (continued)` : title, columns, some));
  return [{ id: 'searched', title, content: [h('p', searchesIntro), ...shown] }];
}
