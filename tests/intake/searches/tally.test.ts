import { describe, expect, it } from 'vitest';
import { findSearchColumns, type SearchColumns } from '#intake/searches/columns.ts';
import { makeSearchTally } from '#intake/searches/tally.ts';

const site = { locales: ['en', 'fi', 'pt-BR'], defaultLocale: 'en' };

/** Tallies a log of these columns; a row may stand for many alike. */
function tally(header: string, ...rows: (string | readonly [row: string, times: number])[]) {
  const counted = makeSearchTally(site);
  const columns = findSearchColumns(header.split(',')) as SearchColumns;
  for (const row of rows) {
    const [text, times] = typeof row === 'string' ? [row, 1] : row;
    for (let time = 0; time < times; time++) counted.add(text.split(','), columns);
  }
  return counted.result();
}

describe('the tally of a search log', () => {
  it('keeps only questions that were asked five times, with their first and last day', () => {
    const result = tally(
      'day,question,results',
      ['2026-11-03T23:59:00+02:00,Where is my card?,3', 3],
      ['2026-11-01,where is my card,0', 2],
      ['2026-11-02,what nobody else asks,0', 4],
    );
    expect(result.searched).toEqual([
      { locale: 'en', question: 'where is my card', searches: 5, misses: 2, first: '2026-11-01', last: '2026-11-03' },
    ]);
    expect(result).toMatchObject({ rows: 9, counted: 9, rare: 4, personal: 0, tellsMisses: true });
  });

  it('keeps nothing that looks personal, however often it was asked', () => {
    const result = tally('day,question', ['2026-11-03,who is anna@mail.example', 9], ['2026-11-03,lost it', 5]);
    expect(result.searched.map(({ question }) => question)).toEqual(['lost it']);
    expect(result.personal).toBe(9);
  });

  it('sorts by language, then question', () => {
    const header = 'day,locale,question';
    const result = tally(
      header,
      ...['2026-11-03,fi,a', '2026-11-03,en,b', '2026-11-03,en,a'].map((row) => [row, 5] as const),
    );
    expect(result.searched.map(({ locale, question }) => `${locale} ${question}`)).toEqual(['en a', 'en b', 'fi a']);
  });

  it.each([
    ['fi', 'fi'],
    ['FI_fi', 'fi'],
    ['pt-br', 'pt-BR'],
    ['de', 'en'],
    ['', 'en'],
  ])('language "%s" is read by those who read "%s"', (written, locale) => {
    expect(tally('day,locale,question', [`2026-11-03,${written},a`, 5]).searched[0]?.locale).toBe(locale);
  });

  it('counts a row that represents many searches', () => {
    const result = tally('day,query,results,searches', '2026-11-03,a,0,7', '2026-11-04,a,2,3', '2026-11-04,b,2,0');
    expect(result.searched).toMatchObject([{ question: 'a', searches: 10, misses: 7 }]);
  });

  it.each([
    ['results,confident,article', '0,,', true],
    ['results,confident,article', '4,true,', false],
    ['results,confident,article', '4,false,', true],
    ['results,confident,article', '4,false,cards/order', false],
    ['results,confident,article', '4,,', false],
    ['confident', 'FALSE', true],
    ['article', '', true],
    ['article', 'cards/order', false],
  ])('%s: %s is a miss: %s', (header, cells, missed) => {
    const { searched } = tally(`day,question,${header}`, [`2026-11-03,a,${cells}`, 5]);
    expect(searched[0]?.misses).toBe(missed ? 5 : 0);
  });

  it('notices that a log does not say which searches had no result', () => {
    expect(tally('day,question', ['2026-11-03,a', 5])).toMatchObject({ tellsMisses: false, searched: [{ misses: 0 }] });
  });

  it('counts a miss once, though its event comes after that of the search', () => {
    const rows = [
      ['2026-11-03,ohje:search,a,false', 5],
      ['2026-11-03,ohje:search-miss,a,false', 5],
      ['2026-11-03,ohje:search-choose,a,', 2],
      ['2026-11-03,page_view,a,', 2],
    ] as const;
    const header = 'day,event,question,confident';
    expect(tally(header, ...rows)).toMatchObject({ others: 4, searched: [{ searches: 5, misses: 5 }] });
    expect(tally(header, rows[1])).toMatchObject({ searched: [{ searches: 5, misses: 5 }] });
  });

  it('leaves out what cannot be counted, and says what is missing', () => {
    const result = tally(
      'day,question,searches',
      '3.11.2026,a,1',
      '2026-02-30,a,1',
      '2026-11-03,?,1',
      '2026-11-03,a,many',
      '20261103,a,6',
    );
    expect(result).toMatchObject({ skipped: { day: 2, question: 1, number: 1 }, searched: [{ searches: 6 }] });
  });
});
