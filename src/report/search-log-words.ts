import type { NotFound } from '#kb/tickets/records/search-log.ts';
import { count } from './findings-text.ts';

/** Of each language, as many as somebody goes through in one sitting. */
const SHOWN = 10;

export const searchedIntro = `Customers searched for these and found nothing, or nothing that fits. Of each language the ${SHOWN} with the most misses; all of them are in .reports/tickets.json.`;

/** The title of the list. */
export function searchedTitle(searched: readonly NotFound[]): string {
  return `Searched and not found: ${count(searched.length, 'question')}`;
}

/** The first ones of each language, the language with the most misses first. */
export function searchedShown(searched: readonly NotFound[]): NotFound[] {
  const locales = [...new Set(searched.map(({ locale }) => locale))];
  return locales.flatMap((locale) => searched.filter((one) => one.locale === locale).slice(0, SHOWN));
}

/** What to do about a question that finds nothing. */
export function searchedWords({ locale, nearest }: NotFound): string {
  return nearest === undefined
    ? `write an article, or add its word to synonyms/${locale}.yaml`
    : `add it to the aliases of ${nearest} if that answers it, otherwise write an article`;
}
