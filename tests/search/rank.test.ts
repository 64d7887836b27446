import { describe, expect, it } from 'vitest';
import { learnedFields } from '#search/learned-fields.ts';
import { rank, type TermHits } from '#search/rank.ts';
import { rarity } from '#search/rarity.ts';
import type { Hit } from '#search/search-index.ts';

const hit = (page: string, score = 1, more: Partial<Hit> = {}): Hit => ({
  page,
  score,
  places: [],
  fields: [],
  load: () => Promise.reject(new Error('not asked for')),
  ...more,
});
/** The pages found for one word that stands for itself. */
const word = (place: number, hits: readonly Hit[], weight = 1): TermHits => ({
  place,
  weight,
  common: 0,
  // Pagefind's scores are higher the rarer a word is.
  keys: [{ worth: 1, hits: hits.map((one) => ({ ...one, score: one.score * rarity(hits.length, 100) })) }],
});
const words = (...hits: Hit[][]) => hits.map((one, place) => word(place, one));
const pagesOf = (found: readonly TermHits[], pages = 100) => rank(found, pages).map((one) => one.hit.page);
const scoreOf = (found: readonly TermHits[], page = 'a', pages = 100) =>
  rank(found, pages).find((one) => one.hit.page === page)?.score ?? 0;
const everywhere = (pages: number) => Array.from({ length: pages }, (_, index) => hit(`page-${index}`));
/** The fields in which an index holds a word that customers use, with a weight. */
const learnedAs = (weight: number) =>
  Object.entries(learnedFields(new Map([['it', weight]]))).flatMap(([field, keys]) => (keys.length > 0 ? field : []));

describe('pages are ordered', () => {
  it('by how rare their words are', () => {
    expect(pagesOf(words([hit('a'), hit('b'), hit('c')], [hit('c')]))).toEqual(['c', 'a', 'b']);
    expect(pagesOf(words([hit('a'), hit('x'), hit('y'), hit('z')], [hit('b')]))[0]).toBe('b');
  });

  it('with words that are everywhere deciding almost nothing', () => {
    expect(pagesOf(words(everywhere(100), everywhere(100), [hit('page-99', 0.2)]))[0]).toBe('page-99');
  });

  it('with words that say little deciding less', () => {
    const [little, much] = [word(0, [hit('a')], 0.5), word(1, [hit('b')], 1)];
    expect(pagesOf([little, much])).toEqual(['b', 'a']);
    expect(scoreOf([little])).toBeLessThan(scoreOf([word(0, [hit('a')], 1)]));
  });

  it('without any required word', () => {
    expect(pagesOf(words([], [hit('a')], []))).toEqual(['a']);
  });

  it('with pages first that have more of the question', () => {
    expect(pagesOf(words([hit('a'), hit('b')], [hit('b'), hit('c')]))[0]).toBe('b');
  });

  it.each(['aliases', 'synonyms', 'address'])('with matches in %s before mere mentions', (field) => {
    expect(pagesOf(words([hit('a'), hit('b', 1, { fields: [field] })]))).toEqual(['b', 'a']);
  });

  it('with a title that has the whole question before one that has a part, and that before none', () => {
    const [whole, part, none] = [
      [hit('c', 1, { fields: ['title'] }), hit('c', 1, { fields: ['title'] })],
      [hit('b', 1, { fields: ['title'] }), hit('b')],
      [hit('a'), hit('a')],
    ];
    const found = [none, part, whole];
    expect(
      pagesOf(
        [0, 1].map((place) =>
          word(
            place,
            found.flatMap((hits) => hits[place] ?? []),
          ),
        ),
      ),
    ).toEqual(['c', 'b', 'a']);
  });

  it('with the writers’ aliases before the company’s synonyms', () => {
    const found = [hit('a', 1, { fields: ['synonyms'] }), hit('b', 1, { fields: ['aliases'] })];
    expect(pagesOf(words(found))).toEqual(['b', 'a']);
  });

  it('the same with unknown fields', () => {
    expect(scoreOf(words([hit('a', 1, { fields: ['section', 'topic'] })]))).toBe(scoreOf(words([hit('a')])));
  });

  it('with pages first that have words of the question side by side', () => {
    const apart = [hit('a', 1, { places: [3] }), hit('b', 1, { places: [3] })];
    for (const place of [4, 5])
      expect(pagesOf(words(apart, [hit('a', 1, { places: [40] }), hit('b', 1, { places: [place] })]))).toEqual([
        'b',
        'a',
      ]);
  });

  it('with words side by side only counting in the order of the question', () => {
    const first = [hit('a', 1, { places: [3] }), hit('b', 1, { places: [3] })];
    const second = [hit('a', 1, { places: [40] }), hit('b', 1, { places: [4] })];
    expect(scoreOf(words(second, first), 'a')).toBe(scoreOf(words(second, first), 'b'));
    const parted = [word(0, first), word(2, second)];
    expect(scoreOf(parted, 'a')).toBe(scoreOf(parted, 'b'));
  });

  it('by their names if they are equal, whatever their order', () => {
    expect(pagesOf(words([hit('b'), hit('a'), hit('c')]))).toEqual(['a', 'b', 'c']);
    expect(pagesOf(words([hit('c'), hit('a'), hit('b')]))).toEqual(['a', 'b', 'c']);
  });

  it('into an empty list if nothing is found', () => {
    expect(rank([], 10)).toEqual([]);
    expect(rank(words([], []), 10)).toEqual([]);
    expect(rank([{ place: 0, weight: 1, common: 0, keys: [] }], 10)).toEqual([]);
    expect(rank(words([]), 0)).toEqual([]);
  });
});

describe('a score', () => {
  it('is the sum of the scores of the words', () => {
    const rare = [hit('a')];
    const common = [hit('a', 3), hit('b'), hit('c'), hit('d')];
    expect(scoreOf(words(rare, common))).toBeCloseTo(scoreOf(words(rare)) + scoreOf(words(common)), 10);
  });

  it('is higher for a word that is rarer, and for one that matches better', () => {
    const rarer = (others: number) => scoreOf(words([hit('a', 2), ...everywhere(others)]));
    expect(rarer(1)).toBeGreaterThan(rarer(20));
    expect(rarer(20)).toBeGreaterThan(0);
    expect(scoreOf(words([hit('a', 2)]))).toBeGreaterThan(scoreOf(words([hit('a', 1)])));
  });

  it('is never negative, even for a word on every page', () => {
    for (const one of rank(words(everywhere(10)), 10)) expect(one.score).toBeGreaterThan(0);
  });

  it('decreases from page to page', () => {
    const scores = rank(words(everywhere(9), [hit('page-2', 3), hit('page-5')]), 20).map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});

describe('a word with several keys', () => {
  const keys = (...of: { worth: number; synonym?: true; hits: Hit[] }[]): TermHits[] => [
    { place: 0, weight: 1, common: 0, keys: of },
  ];

  it('adds up the keys on a page, each by its worth', () => {
    const both = keys({ worth: 1, hits: [hit('a'), hit('b')] }, { worth: 0.7, hits: [hit('b'), hit('c')] });
    expect(pagesOf(both)).toEqual(['b', 'a', 'c']);
  });

  it('is as rare as all keys together', () => {
    const others = Array.from({ length: 30 }, (_, index) => hit(`x${index}`));
    const alone = scoreOf(keys({ worth: 1, hits: [hit('a')] }));
    expect(scoreOf(keys({ worth: 1, hits: [hit('a')] }, { worth: 0.7, hits: others }))).toBeLessThan(alone);
  });

  it('is not less rare because of its synonyms', () => {
    const others = Array.from({ length: 30 }, (_, index) => hit(`x${index}`));
    const alone = scoreOf(keys({ worth: 1, hits: [hit('a')] }));
    expect(scoreOf(keys({ worth: 1, hits: [hit('a')] }, { worth: 0.3, synonym: true, hits: others }))).toBe(alone);
  });
});

describe('a word that customers use for a topic', () => {
  const learned = (page: string, weight: number, score = 0) => hit(page, score, { fields: learnedAs(weight) });

  it('finds a page that does not have it', () => {
    expect(pagesOf(words([learned('a', 2)]))).toEqual(['a']);
    expect(scoreOf(words([learned('a', 2)]))).toBeGreaterThan(0);
  });

  it('counts more the more strongly it points to the topic', () => {
    expect(pagesOf(words([learned('a', 0.25), learned('b', 3.75), learned('c', 1.5)]))).toEqual(['b', 'c', 'a']);
    const step = scoreOf(words([learned('a', 1)]));
    expect(scoreOf(words([learned('a', 2)]))).toBeCloseTo(2 * step, 10);
  });

  it('adds the same sum, whatever else the page says and however many pages it points to', () => {
    const plain = scoreOf(words([hit('a')]));
    const sum = scoreOf(words([learned('a', 2)]));
    expect(scoreOf(words([hit('a')], [learned('a', 2), learned('b', 2), learned('c', 1)]))).toBeCloseTo(
      plain + sum,
      10,
    );
    expect(scoreOf(words([learned('a', 2, 1)]))).toBeCloseTo(plain + sum, 10);
  });

  it('is a separate part of the score', () => {
    const [only] = rank(words([hit('a')], [learned('a', 2)]), 100);
    expect(only?.learned).toBe(2);
    expect(rank(words([hit('a')]), 100)[0]?.learned).toBe(0);
  });

  it('does not make the page itself match better', () => {
    const ownOf = (found: TermHits[]) => rank(found, 100).map(({ own }) => own)[0];
    expect(ownOf(words([hit('a')], [learned('a', 2)]))).toBeCloseTo(ownOf(words([hit('a')])) ?? 0, 10);
    expect(ownOf(words([learned('a', 2)]))).toBe(0);
  });

  it('is not inferred from words that only look like it', () => {
    const slip: TermHits = {
      place: 0,
      weight: 1,
      common: 0,
      keys: [
        { worth: 1, hits: [hit('b')] },
        { worth: 0.8, hits: [learned('a', 3)] },
      ],
    };
    expect(pagesOf([slip])).toEqual(['b']);
  });
});
