import { describe, expect, it } from 'vitest';
import { readSearchQuery, searchAddress } from '#ui/client/search/search-address.ts';

describe('the address of the results page', () => {
  it.each([
    ['nothing', { question: '', sections: [], types: [] }, '/en/search/'],
    ['a question', { question: 'a & b?', sections: [], types: [] }, '/en/search/?q=a+%26+b%3F'],
    [
      'an article',
      { question: 'card', from: 'cards/order', sections: [], types: [] },
      '/en/search/?q=card&from=cards%2Forder',
    ],
    [
      'filters',
      { question: 'card', sections: ['Cards & cash', 'Security'], types: ['faq'] },
      '/en/search/?q=card&section=Cards+%26+cash&section=Security&type=faq',
    ],
  ])('includes %s, and is read back', (_, asking, address) => {
    expect(searchAddress('/en/search/', asking)).toBe(address);
    expect(readSearchQuery(new URL(address, 'https://a.example').search)).toEqual(asking);
  });
});
