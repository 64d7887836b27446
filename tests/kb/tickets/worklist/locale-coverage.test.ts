import { expect, it } from 'vitest';
import { measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { localeCoverage } from '#kb/tickets/worklist/locale-coverage.ts';
import { makeArticle, makeLibrary } from '../../../make.ts';
import { oneSource } from '../made-tickets.ts';

it('separates articles that are up to date, outdated and missing', () => {
  const library = makeLibrary({
    topics: ['outrun', 'helped', 'draft'].map((id) => ({ id, categories: [id] })),
    articles: [
      makeArticle('a/one', { topics: ['outrun', 'helped'], digest: 'new' }),
      makeArticle('a/one', { topics: ['outrun', 'helped'], locale: 'fi', source: 'old' }),
      makeArticle('a/two', { topics: ['helped'], digest: 'new' }),
      makeArticle('a/two', { topics: ['helped'], locale: 'fi', source: 'new' }),
      makeArticle('a/three', { topics: ['draft'], confidence: 'work-in-progress' }),
    ],
  });
  const counts = ['2026-11-15', '2026-11-08', '2026-11-01'].map((day) => ({
    day,
    locale: 'fi',
    category: 'draft',
    tickets: 5,
  }));
  const rows = localeCoverage(library, measureCoverage(library, oneSource(counts)));
  expect(rows.map(({ topic, cells }) => [topic, ...cells.map(({ state }) => state)])).toEqual([
    ['draft', 'missing', 'missing'],
    ['helped', 'there', 'there'],
    ['outrun', 'there', 'outdated'],
  ]);
  expect(rows[0]?.cells).toEqual([
    { locale: 'en', state: 'missing', tickets: 0, gap: false },
    { locale: 'fi', state: 'missing', tickets: 15, gap: true },
  ]);
});
