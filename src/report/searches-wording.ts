import type { SearchWithoutResult } from '#kb/tickets/records/search-log.ts';
import { count } from './layout/numbers.ts';

/** Questions per language: as many as one can work through in one sitting. */
const SHOWN = 10;

export const searchesIntro = `Customers searched for these and found nothing, or nothing that fits. The list shows the ${SHOWN} with the most misses in each language; .reports/tickets.json has them all.`;

export function searchesTitle(searched: readonly SearchWithoutResult[]): string {
  return `Searches without a result: ${count(searched.length, 'question')}`;
}

/** The top questions of each language, the language with the most misses first. */
export function shownSearches(searched: readonly SearchWithoutResult[]): SearchWithoutResult[] {
  const locales = [...new Set(searched.map(({ locale }) => locale))];
  return locales.flatMap((locale) => searched.filter((one) => one.locale === locale).slice(0, SHOWN));
}

/** What to do about a question that finds nothing. */
export function searchToDo({ locale, nearest }: SearchWithoutResult): string {
  return nearest === undefined
    ? `write an article, or add a synonym to synonyms/${locale}.yaml`
    : `if ${nearest} answers it, add the question to its aliases; otherwise write an article`;
}
