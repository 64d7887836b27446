import type { SearchTally } from '#kb/tickets/imports/imported-searches.ts';
import { compareSearched, MIN_SEARCHES, type SearchedQuestion } from '#kb/tickets/records/search-log.ts';
import { dayOf, siteLocaleFinder } from '../log-values.ts';
import { cellAt } from '../named-columns.ts';
import type { SearchColumns } from './columns.ts';
import { looksPersonal, normalizeQuestion } from './question.ts';

interface Site {
  locales: readonly string[];
  defaultLocale: string;
}

interface Sum {
  searches: number;
  misses: number;
  first: string;
  last: string;
}

type SearchOutcome = 'found' | 'missed' | 'untold';

/** Counts the rows of search logs, one after the other. */
export function makeSearchTally(site: Site): {
  add(cells: readonly string[], columns: SearchColumns): void;
  /** Counts a row that isn't a search. */
  pass(): void;
  result(): SearchTally;
} {
  const skipped = { question: 0, day: 0, number: 0 };
  let rows = 0;
  let others = 0;
  let told = false;
  const searches = new Map<string, Sum>();
  const missEvents = new Map<string, Sum>();
  const localeOf = siteLocaleFinder(site.locales);

  return {
    add(cells, columns) {
      rows++;
      const cell = (place: number | undefined) => cellAt(cells, place);
      const event = eventKind(cell(columns.event));
      const locale = localeOf(cell(columns.locale) ?? '') ?? site.defaultLocale;
      const question = normalizeQuestion(cell(columns.question) ?? '', locale);
      const day = dayOf(cell(columns.day) ?? '');
      const number = cell(columns.searches) ?? '1';
      if (event === 'other') others++;
      else if (question === '') skipped.question++;
      else if (day === undefined) skipped.day++;
      else if (!/^\d{1,15}$/.test(number)) skipped.number++;
      else {
        const outcome = event === 'miss' ? 'missed' : outcomeOf(cells, columns);
        told ||= outcome !== 'untold';
        const into = event === 'miss' ? missEvents : searches;
        addTo(into, `${locale}\n${question}`, Number(number), outcome === 'missed', day);
      }
    },
    pass() {
      rows++;
      others++;
    },
    result() {
      // Each miss is also a search, so its own event counts only if no other events were collected.
      const sums = searches.size > 0 ? searches : missEvents;
      const all = [...sums].map(([key, sum]): SearchedQuestion => {
        const [locale = '', question = ''] = key.split('\n');
        return { locale, question, ...sum };
      });
      const isPersonal = all.filter(({ question }) => looksPersonal(question));
      const rest = all.filter(({ question }) => !looksPersonal(question));
      return {
        rows,
        skipped,
        others,
        counted: total(all),
        personal: total(isPersonal),
        rare: total(rest.filter(({ searches }) => searches < MIN_SEARCHES)),
        tellsMisses: told,
        searched: rest.filter(({ searches }) => searches >= MIN_SEARCHES).sort(compareSearched),
      };
    },
  };
}

function addTo(sums: Map<string, Sum>, key: string, searches: number, missed: boolean, day: string): void {
  if (searches === 0) return;
  const before = sums.get(key) ?? { searches: 0, misses: 0, first: day, last: day };
  sums.set(key, {
    searches: before.searches + searches,
    misses: before.misses + (missed ? searches : 0),
    first: day < before.first ? day : before.first,
    last: day > before.last ? day : before.last,
  });
}

function total(searched: readonly SearchedQuestion[]): number {
  return searched.reduce((sum, { searches }) => sum + searches, 0);
}

/** A customer who opened a result found what they need. Without other columns, only they did. */
function outcomeOf(cells: readonly string[], { results, confident, article }: SearchColumns): SearchOutcome {
  const cell = (place: number | undefined) => cellAt(cells, place) ?? '';
  if (cell(article) !== '') return 'found';
  if (/^0+(?:\.0+)?$/.test(cell(results))) return 'missed';
  if (/^(?:false|no|0)$/i.test(cell(confident))) return 'missed';
  if (cell(results) !== '' || cell(confident) !== '') return 'found';
  return article !== undefined && results === undefined && confident === undefined ? 'missed' : 'untold';
}

/** The type of an event of our search box or of an analytics tool. */
export function eventKind(name: string | undefined): 'search' | 'miss' | 'other' {
  if (name === undefined) return 'search';
  if (/miss/i.test(name)) return 'miss';
  return /search/i.test(name) && !/choose|click|select/i.test(name) ? 'search' : 'other';
}
