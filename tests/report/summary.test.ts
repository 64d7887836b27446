import { expect, it } from 'vitest';
import type { SearchWithoutResult } from '#kb/tickets/records/search-log.ts';
import type { DailyCount } from '#kb/tickets/records/tickets.ts';
import { measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { summaryLines } from '#report/coverage-text.ts';
import { oneSource } from '../kb/tickets/made-tickets.ts';
import { makeLibrary } from '../make.ts';

const missed = [
  { locale: 'en', question: 'pay by cheque', searches: 40, misses: 31 },
  { locale: 'fi', question: 'shekki', searches: 9, misses: 9 },
];

const summary = (counts: DailyCount[], searched: SearchWithoutResult[] = [], content?: string) =>
  summaryLines({ name: 'Pilvi', coverage: measureCoverage(makeLibrary({}), oneSource(counts)), searched, content });

it('the summary of a build names searches without a result, with and without tickets', () => {
  const says = '2 questions without a search result. Start with "pay by cheque" in en (31 of 40 searches).';
  const counts = [{ day: '2026-11-15', locale: 'en', category: 'card_late', tickets: 3 }];
  expect(summary(counts, missed).at(-2)).toBe(says);
  expect(summary([], missed).at(-1)).toBe(says);
  expect(summary(counts).join('\n')).not.toContain('search result');
  expect(summary(counts, [], 'my content').at(-1)).toBe(
    'Full report: npm run tickets -- report --content "my content"',
  );
});
