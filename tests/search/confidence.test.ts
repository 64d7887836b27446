import { describe, expect, it } from 'vitest';
import { type Analysis, analysisFor } from '#search/analysis.ts';
import { isConfident } from '#search/confidence.ts';
import { planQuery } from '#search/plan.ts';
import { makeVocabulary } from '#search/vocabulary.ts';

const analysis: Analysis = await analysisFor('en');
const vocabulary = makeVocabulary(
  new Map([
    ['freez', 5],
    ['card', 40],
    ['my', 90],
    ['loan', 10],
    ['whose', 10],
  ]),
  new Set(['my', 'whose']),
  100,
  new Map([['stuck', 3]]),
);
const crowd = Array.from({ length: 20 }, () => 1);

/** How well the best page has to fit before its answer is a sure one: the less, the surer the rest makes it. */
function neededFor(question: string, title = 'Zebras', others: readonly number[] = crowd): number {
  const terms = analysis.terms(question);
  const wanted = planQuery(terms, analysis, vocabulary, false);
  const titleKeys = analysis.terms(title).map(({ key }) => key);
  for (let best = 0.001; best < 10_000; best *= 1.02) {
    const scores = [best, ...others.map((share) => share * best)];
    if (isConfident({ question: terms, wanted, scores, title: titleKeys }, vocabulary)) return best;
  }
  return Number.POSITIVE_INFINITY;
}

describe('an answer is surer', () => {
  it('the better the best page matches the question', () => {
    expect(neededFor('freeze my card')).toBeGreaterThan(0.001);
    expect(neededFor('freeze my card')).toBeLessThan(10_000);
  });

  it('the fewer of its words are unknown', () => {
    const known = neededFor('freeze card');
    const one = neededFor('freeze card zebra');
    expect(one).toBeGreaterThan(known);
    expect(neededFor('freeze card zebra giraffe')).toBeGreaterThan(one);
  });

  it('with a word that is known than with one that was only guessed at', () => {
    expect(neededFor('freexe card')).toBeGreaterThan(neededFor('freeze card'));
  });

  it('without counting a repeated word again', () => {
    expect(neededFor('card zebra zebra Zebra card')).toBe(neededFor('card zebra'));
  });

  it('whatever words only customers use', () => {
    expect(neededFor('freeze card stuck')).toBe(neededFor('freeze card'));
  });

  it('with little weight on words that say little', () => {
    expect(neededFor('freeze my card')).toBeLessThan(neededFor('freeze loan card'));
    expect(neededFor('whose card')).toBeLessThan(neededFor('loan card'));
  });

  it('if the title is exactly the question', () => {
    const other = neededFor('freeze card', 'Apply for a loan');
    const more = neededFor('freeze card', 'Freeze cards, loans, zebras and giraffes');
    expect(more).toBeLessThan(other);
    expect(neededFor('freeze card', 'Freeze cards')).toBeLessThan(more);
  });

  it('if the best page stands out from the others', () => {
    const behind = neededFor(
      'freeze card',
      'Zebras',
      crowd.map((share) => share * 0.2),
    );
    expect(behind).toBeLessThan(neededFor('freeze card'));
    expect(neededFor('freeze card', 'Zebras', [])).toBeLessThan(neededFor('freeze card'));
  });
});

describe('there is no answer', () => {
  const evidence = { question: analysis.terms('freeze card'), wanted: [], title: ['freez', 'card'] };

  it('if nothing was found', () => {
    expect(isConfident({ ...evidence, scores: [] }, vocabulary)).toBe(false);
    expect(isConfident({ ...evidence, scores: [0] }, vocabulary)).toBe(false);
  });

  it('to nothing', () => {
    expect(isConfident({ question: [], wanted: [], scores: [], title: [] }, vocabulary)).toBe(false);
  });

  it('in an empty index', () => {
    const empty = makeVocabulary(new Map(), new Set(), 0);
    expect(isConfident({ ...evidence, scores: [] }, empty)).toBe(false);
  });
});
