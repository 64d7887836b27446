import { describe, expect, it } from 'vitest';
import { filterResults } from '#ui/client/search/filters.ts';

const results = [
  { id: 1, section: 'Cards', type: 'faq' },
  { id: 2, section: 'Cash', type: 'solution' },
  { id: 3, section: 'Cards', type: 'solution' },
  { id: 4, section: 'Account', type: 'faq' },
];
const none = { sections: [], types: [] };
const idsOf = (wanted: Parameters<typeof filterResults>[1]) => filterResults(results, wanted).shown.map(({ id }) => id);

describe('filters', () => {
  it('keep all results in their order if nothing is selected', () => {
    expect(idsOf(none)).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ['any of the wanted sections', { sections: ['Cash', 'Cards'], types: [] }, [1, 2, 3]],
    ['both kinds of filter', { sections: ['Cards'], types: ['faq'] }, [1]],
    ['what there is, where something else is wanted too', { sections: ['Loans', 'Cash'], types: [] }, [2]],
    ['everything, where only something else is wanted', { sections: ['Loans'], types: ['video'] }, [1, 2, 3, 4]],
  ])('keep %s', (_, wanted, ids) => {
    expect(idsOf(wanted)).toEqual(ids);
  });

  it('count what each choice would show with the other filter, in the order of the results', () => {
    expect(filterResults(results, { sections: ['Cards'], types: ['faq'] })).toMatchObject({
      sections: [
        { value: 'Cards', chosen: true, count: 1 },
        { value: 'Cash', chosen: false, count: 0 },
        { value: 'Account', chosen: false, count: 1 },
      ],
      types: [
        { value: 'faq', chosen: true, count: 1 },
        { value: 'solution', chosen: false, count: 1 },
      ],
    });
  });

  it('offer no choice for one section or one type only, or a handful of results', () => {
    const guides = results.map((result) => ({ ...result, type: 'solution' }));
    expect(filterResults(guides, none)).toMatchObject({ sections: { length: 3 }, types: [] });
    expect(filterResults(results.slice(0, 3), none)).toMatchObject({ sections: [], types: [] });
    expect(filterResults([], none)).toEqual({ shown: [], sections: [], types: [] });
  });
});
