import { expect, it } from 'vitest';
import { measureReuse } from '#kb/tickets/measures/reuse.ts';
import { windowsUntil } from '#kb/values/day-span.ts';
import { makeLinks, until } from '../../../make-measures.ts';

const windows = windowsUntil(until, 28);
const published = new Set(['a', 'b', 'c']);

it('reuse counts a ticket for each article that it is linked to, most links first', () => {
  const links = [makeLinks(1, 'a b', 2), makeLinks(3, 'b', 3), makeLinks(3, 'gone', 1), makeLinks(40, 'c', 9)];
  expect(measureReuse([links], published, windows)).toEqual({
    now: {
      links: 8,
      used: 2,
      published: 3,
      topShare: 1,
      articles: [
        { article: 'b', links: 5 },
        { article: 'a', links: 2 },
        { article: 'gone', links: 1 },
      ],
    },
    before: { links: 9, used: 1, published: 3, topShare: 1, articles: [{ article: 'c', links: 9 }] },
  });
});

it('reuse says how large the share of the ten most used articles is', () => {
  const links = Array.from({ length: 12 }, (_, n) => makeLinks(1, `a${n}`, n < 10 ? 9 : 5));
  expect(measureReuse([links], published, windows)?.now).toMatchObject({ links: 100, topShare: 0.9 });
});

it('reuse has no value if no source has links, and is zero if no one linked', () => {
  expect(measureReuse([], published, windows)).toBeUndefined();
  expect(measureReuse([[]], published, windows)?.now).toMatchObject({ links: 0, used: 0, topShare: null });
});
