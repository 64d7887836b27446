import type { Holdings, Library } from '#kb/content/library.ts';
import type { SearchWithoutResult } from '#kb/tickets/records/search-log.ts';
import type { DailyCount } from '#kb/tickets/records/tickets.ts';
import { measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { type HtmlReport, htmlReport } from '#report/html/report.ts';
import { oneSource } from '../kb/tickets/made-tickets.ts';
import { makeArticle, makeLibrary, makeSite } from '../make.ts';
import { measureAll } from '../make-measures.ts';
import { makeEffect } from './make-effect.ts';

/** The same number of tickets in each of the last weeks up to 15 November 2026. */
export function weeklyCounts(category: string, tickets: number, weeks = 8, locale = 'en'): DailyCount[] {
  return Array.from({ length: weeks }, (_, age) => ({
    day: new Date(Date.UTC(2026, 10, 15 - 7 * age)).toISOString().slice(0, 10),
    locale,
    category,
    tickets,
  }));
}

/** Text that would run, or break out of its place, wherever it is not escaped. */
export const hostile = '"><script>hacked=1</script><img src=x onerror="hacked=1"> onload=hacked=1 \u202e';

export function sampleLibrary(differs: Partial<Holdings> = {}): Library {
  return makeLibrary({
    site: makeSite({ name: `Pilvi ${hostile}` }),
    topics: [
      { id: 'card-lost', title: `Lost card ${hostile}`, categories: ['lost_card'] },
      { id: 'card-late', categories: ['card_late'] },
      { id: 'fees', title: 'Fees', categories: ['fees'] },
    ],
    articles: [
      makeArticle('cards/lost', { topics: ['card-lost'], digest: 'new' }),
      makeArticle('cards/lost', { topics: ['card-lost'], locale: 'fi', source: 'old' }),
      makeArticle('cards/fees', { topics: ['fees'] }),
    ],
    ...differs,
  });
}

export const sampleCounts = [
  ...weeklyCounts('lost_card', 20),
  ...weeklyCounts('lost_card', 4, 8, 'fi'),
  ...weeklyCounts('card_late', 5, 4, 'fi'),
  ...weeklyCounts('fees', 1),
  ...weeklyCounts(hostile, 6),
];

const searched: SearchWithoutResult[] = [{ locale: 'fi', question: hostile, searches: 9, misses: 7 }];

const effects = [
  makeEffect({ kind: 'new', ratio: 0.484, low: 0.3, high: 0.8 }),
  makeEffect({ article: 'cards/fees', ratio: 1.1, low: 0.8, high: 1.4, verdict: 'unchanged' }),
  makeEffect({ article: 'cards/late', ratio: null, low: null, high: null, verdict: 'too-few' }),
];

/** A page of every part, with hostile text wherever it comes from outside. */
export function sampleReport(library = sampleLibrary(), counts: readonly DailyCount[] = sampleCounts): HtmlReport {
  return htmlReport(library, oneSource(counts), {
    coverage: measureCoverage(library, oneSource(counts)),
    searched,
    effects: { effects },
    measures: counts.length === 0 ? null : measureAll(library, hostile),
  });
}
