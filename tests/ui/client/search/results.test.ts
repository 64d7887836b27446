import { describe, expect, it } from 'vitest';
import { askedHeading, headingsOf, pageOf } from '#ui/client/search/results.ts';

describe('the address of a result', () => {
  it.each(['/', '/help/'])('is below the path of the site: %s', (base) => {
    expect(pageOf({ url: '/en/cards/order/' }, base)).toBe(`${base}en/cards/order/`);
    const headings = [{ title: 'Costs', url: '/en/cards/order/#costs' }];
    expect(headingsOf({ url: '/en/cards/order/', headings }, base)).toEqual([
      { title: 'Costs', url: `${base}en/cards/order/#costs` },
    ]);
  });
});

describe('the heading that a question is about', () => {
  const headings = [{ title: 'Ordering' }, { title: 'What it costs' }, { title: 'If the card does not come' }];

  it.each([
    ['most of its words are asked for', 'what does a new card cost', 'What it costs'],
    ['its words have other endings', 'order one', 'Ordering'],
  ])('exists if %s', (_, question, heading) => {
    expect(askedHeading(question, 'A card', headings)?.title).toBe(heading);
  });

  it.each([
    ['the question is about the page as a whole', 'how do I get a card'],
    ['only one of many words is met', 'does it pay interest'],
    ['nothing is asked', ''],
  ])('does not exist if %s', (_, question) => {
    expect(askedHeading(question, 'A card', headings)).toBe(undefined);
  });

  it('does not exist if the title says the same', () => {
    expect(askedHeading('order a card', 'Order a card', [{ title: 'Order your card' }])).toBe(undefined);
  });
});
