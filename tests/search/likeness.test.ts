import { describe, expect, it } from 'vitest';
import { analysisFor } from '#search/analysis.ts';
import { likenessOf } from '#search/likeness.ts';
import type { Page } from '#search/search-index.ts';

const analysis = await analysisFor('en');
const page = (title: string, more: Partial<Page> = {}): Page => ({
  ...{ url: '/en/a/', id: 'a', title, section: 'Cards', type: 'faq', passages: [] },
  ...more,
});
const heading = (text: string) => ({ passages: [{ heading: text, texts: [] }] });

function likeness(question: string, of: Page, { little = [], shared = [] }: Record<string, string[]> = {}) {
  const terms = analysis.terms(question);
  const keys = [...new Set(terms.map(({ key }) => key))];
  const weigh = (key: string) => (little.map(analysis.keyOf).includes(key) ? 0.1 : 1);
  const wanted = keys.map((key, place) => ({ place, weight: 1, keys: [{ key, worth: 1 }], holding: 1, common: 0 }));
  return likenessOf(of, { terms, wanted, weights: keys.map(weigh), weigh }, analysis, new Set(shared));
}

describe('a page is like a question', () => {
  it('completely if its title, an alias or a heading has the same words', () => {
    expect(likeness('freeze card', page('Freeze cards')).unit).toBeCloseTo(1);
    expect(likeness('freeze card', page('Zebras', { aliases: ['giraffes', 'cards: freeze'] })).unit).toBeCloseTo(1);
    expect(likeness('freeze card', page('Zebras', heading('Freezing a card'))).unit).toBeGreaterThan(0.8);
    expect(likeness('freeze card', page('Zebras')).unit).toBe(0);
  });

  it('and says by which text', () => {
    const page2 = page('Zebras', { aliases: ['giraffes', 'cards: freeze'], ...heading('Thaw a card') });
    expect(likeness('freeze card', page2).text).toBe('cards: freeze');
  });

  it('by each alias, not by all together', () => {
    const apart = page('Zebras', { aliases: ['freeze it', 'new card'] });
    expect(likeness('freeze card', apart).unit).toBeLessThan(
      likeness('freeze card', page('Zebras', { aliases: ['freeze card'] })).unit,
    );
  });

  it('less the more either has besides', () => {
    const whole = likeness('freeze card', page('Freeze card')).unit;
    expect(likeness('freeze card', page('Freeze card zebra')).unit).toBeLessThan(whole);
    expect(likeness('freeze card zebra', page('Freeze card')).unit).toBeLessThan(whole);
  });

  it('hardly less for words that say little', () => {
    const asked = 'my card has not come after two weeks';
    const little = ['my', 'has', 'not', 'after', 'two', 'weeks'];
    const told = page('Zebras', { aliases: ["card hasn't come"] });
    expect(likeness(asked, told, { little }).unit).toBeGreaterThan(0.85);
    expect(likeness(asked, told).unit).toBeLessThan(0.85);
  });

  it('not by a title that other pages have too', () => {
    expect(likeness('freeze card', page('Freeze card'), { shared: ['Freeze card'] }).unit).toBe(0);
  });

  it('by the share of words that its title has in common with it', () => {
    expect(likeness('freeze card', page('Freeze card')).title).toBeCloseTo(1);
    expect(likeness('freeze card', page('Order card')).title).toBeCloseTo(0.5);
    expect(likeness('', page('')).title).toBe(0);
  });
});
