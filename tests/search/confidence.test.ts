import { describe, expect, it } from 'vitest';
import type { Candidate } from '#search/candidates.ts';
import { confidenceOf, type Evidence, SURE, stateOf } from '#search/confidence.ts';
import type { Ranked } from '#search/rank.ts';
import type { Hit } from '#search/search-index.ts';

const hit = { page: 'a' } as Hit;
const ranked = (...scores: number[]): Ranked[] => scores.map((score) => ({ hit, score, own: score, learned: 0 }));
const page = (score: number, more: Partial<Candidate> = {}, title = 0.4): Candidate => ({
  page: { url: '/en/a/', id: 'a', title: 'A', section: '', type: 'faq', passages: [] },
  name: 'a',
  ...{ own: 8, learned: 0, near: 0.5, score, hasOwnTitle: true },
  points: { words: 4, place: 3, unit: 1, title: 1, learned: 0, exact: 0 },
  likeness: { unit: 0.5, text: 'A', title },
  ...more,
});
const crowd = ranked(8, 6, 5, 5, 5, 5, 5, 4, 4);
const others = [7, 6, 5, 5, 4, 4, 4, 3, 3].map((score) => page(score));
const sure = ({ best = page(9), ...more }: Partial<Evidence> & { best?: Candidate } = {}) =>
  confidenceOf({
    ...{ candidates: [best, ...others], ranked: crowd, together: 0.5, pages: 100, whole: 10, telling: 3 },
    ...more,
  });

describe('an answer is surer', () => {
  it('the more of the question the page has, in one place, and with the words together', () => {
    expect(sure({ ranked: ranked(9, 6, 5, 5, 5, 5, 5, 4, 4), best: page(9, { own: 9 }) })).toBeGreaterThan(sure());
    expect(sure({ best: page(9, { near: 0.7 }) })).toBeGreaterThan(sure());
    expect(sure({ together: 0.8 })).toBeGreaterThan(sure());
  });

  it('the less of the question is unknown', () => {
    expect(sure({ whole: 8 })).toBeGreaterThan(sure());
  });

  it('the more its title is like the question, if no other page has that title', () => {
    expect(sure({ best: page(9, {}, 0.8) })).toBeGreaterThan(sure());
    const shared = { hasOwnTitle: false };
    expect(sure({ best: page(9, shared, 0.8) })).toBe(sure({ best: page(9, shared) }));
  });

  it('the more the best page stands out from the others', () => {
    expect(sure({ ranked: ranked(8, 3, 2, 2, 2, 2, 2, 1) })).toBeGreaterThan(sure());
    expect(sure({ ranked: ranked(8) })).toBeGreaterThan(sure());
    expect(sure({ best: page(11) })).toBeGreaterThan(sure());
  });

  it('if only few pages have any of the words, but not if the best one says little of the question', () => {
    const few = (near: number) => sure({ candidates: [page(9, { near }), page(7)] });
    const many = (near: number) => sure({ best: page(9, { near }) });
    expect(few(1)).toBeGreaterThan(many(1));
    expect(few(0.1)).toBeLessThan(many(0.1));
  });

  it('the more words of a question that is matched as well say something', () => {
    expect(sure({ telling: 8 })).toBeGreaterThan(sure());
  });

  it('by words of the page itself than by words of customers', () => {
    const learned = crowd.map((one, place) => (place === 0 ? { ...one, own: 4, learned: 4 } : one));
    expect(sure({ best: page(9, { own: 4, learned: 4 }), ranked: learned })).toBeLessThan(sure());
  });
});

describe('in a help center of a few articles', () => {
  it('the best page stands out from the second', () => {
    const few = { pages: 2, ranked: ranked(8, 5) };
    const best = page(9, { near: 1 });
    const with2 = (score: number) => sure({ ...few, candidates: [best, page(score)] });
    expect(with2(3)).toBeGreaterThan(with2(7));
    expect(sure({ ...few, candidates: [best] })).toBeGreaterThan(with2(3));
    expect(sure({ pages: 5, ranked: ranked(8, 2) })).toBeGreaterThan(sure({ pages: 5, ranked: ranked(8, 7) }));
  });
});

describe('what readers see', () => {
  it('depends on how sure the search is', () => {
    expect([0.9, SURE, 0.4, 0.26, 0.1].map((confidence) => stateOf(confidence, 6))).toEqual([
      ...['answer', 'answer', 'closest', 'closest', 'nothing'],
    ]);
  });

  it('is never nothing for a word or two, which say too little', () => {
    expect(stateOf(0.05, 1)).toBe('closest');
    expect(stateOf(0.05, 2)).toBe('closest');
    expect(stateOf(0.05, 3)).toBe('nothing');
  });
});

describe('a confidence', () => {
  it('is between 0 and 1', () => {
    const all = [sure(), sure({ best: page(120, { near: 1, own: 30 }, 1), ranked: ranked(30) }), sure({ telling: 1 })];
    for (const one of all) {
      expect(one).toBeGreaterThan(0);
      expect(one).toBeLessThan(1);
    }
  });

  it('is 0 if nothing was found, and for a question that says nothing', () => {
    expect(sure({ ranked: [] })).toBe(0);
    expect(sure({ ranked: ranked(0) })).toBe(0);
    expect(sure({ whole: 0 })).toBe(0);
  });
});
