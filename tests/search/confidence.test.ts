import { describe, expect, it } from 'vitest';
import type { Candidate } from '#search/candidates.ts';
import { confidenceOf, type Evidence, SURE, stateOf } from '#search/confidence.ts';
import type { Ranked } from '#search/rank.ts';
import type { Hit } from '#search/search-index.ts';

const hit = { page: 'a' } as Hit;
const ranked = (...scores: number[]): Ranked[] => scores.map((score) => ({ hit, score, own: score, learned: 0 }));
const best = (more: Partial<Candidate> = {}, title = 0.4, unit = 0.5): Candidate => ({
  page: { url: '/en/a/', id: 'a', title: 'A', section: '', type: 'faq', passages: [] },
  name: 'a',
  ...{ own: 8, learned: 0, near: 0.5, score: 8 },
  points: { words: 4, place: 3, unit: 1, title: 1, learned: 0, exact: 0 },
  likeness: { unit, text: 'A', title },
  ...more,
});
const crowd = ranked(8, 6, 5, 5, 5, 5, 5, 4, 4);
const sure = (more: Partial<Evidence> = {}) =>
  confidenceOf({ best: best(), ranked: crowd, pages: 100, whole: 10, length: 5, ...more });

describe('an answer is surer', () => {
  it('the more of the question the page has, and in one place', () => {
    expect(sure({ best: best({ own: 9 }) })).toBeGreaterThan(sure());
    expect(sure({ best: best({ near: 0.7 }) })).toBeGreaterThan(sure());
  });

  it('the less of the question is unknown', () => {
    expect(sure({ whole: 8 })).toBeGreaterThan(sure());
  });

  it('the more its title, an alias or a heading is like the question', () => {
    expect(sure({ best: best({}, 0.8) })).toBeGreaterThan(sure());
    expect(sure({ best: best({}, 0.4, 0.9) })).toBeGreaterThan(sure());
  });

  it('the more the best page stands out from the others', () => {
    expect(sure({ ranked: ranked(8, 3, 2, 2, 2, 2, 2, 1) })).toBeGreaterThan(sure());
    expect(sure({ ranked: ranked(8) })).toBeGreaterThan(sure());
  });

  it('the longer the question that is matched as well', () => {
    expect(sure({ length: 12 })).toBeGreaterThan(sure());
  });

  it('by words of the page itself than by words of customers', () => {
    const learned = crowd.map((one, place) => (place === 0 ? { ...one, own: 4, learned: 4 } : one));
    expect(sure({ best: best({ own: 4, learned: 4 }), ranked: learned })).toBeLessThan(sure());
  });
});

describe('in a help center of a few articles', () => {
  it('the best page stands out from the second', () => {
    const few = { pages: 5 };
    expect(sure({ ...few, ranked: ranked(8, 2) })).toBeGreaterThan(sure({ ...few, ranked: ranked(8, 7) }));
    expect(sure({ ...few, ranked: ranked(8) })).toBeGreaterThan(sure({ ...few, ranked: ranked(8, 2) }));
  });
});

describe('what readers see', () => {
  it('depends on how sure the search is', () => {
    expect([0.9, SURE, 0.4, 0.25, 0.1].map((confidence) => stateOf(confidence, 6))).toEqual([
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
    const all = [sure(), sure({ best: best({ near: 1, own: 30 }, 1, 1), ranked: ranked(30) }), sure({ length: 1 })];
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
