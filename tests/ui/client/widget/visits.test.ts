import { describe, expect, it } from 'vitest';
import { addVisit, goBack, lastVisit, type Visits } from '#ui/client/widget/visits.ts';

const start: Visits<string, string> = [{ content: 'search' }];
const article = { content: 'order', address: '/cards/order/' };

describe('what was visited in the panel', () => {
  it('starts with the search, which remains when the reader goes back', () => {
    expect(lastVisit(start).content).toBe('search');
    expect(goBack(start)).toEqual(start);
  });

  it('leads back to where the reader left', () => {
    const visits = addVisit(
      addVisit(start, article, { link: 'a', top: 10 }),
      { content: 'freeze' },
      { link: 'b', top: 20 },
    );
    expect(lastVisit(visits).content).toBe('freeze');
    expect(lastVisit(goBack(visits))).toEqual({ ...article, left: { link: 'b', top: 20 } });
    expect(lastVisit(goBack(goBack(visits)))).toEqual({ content: 'search', left: { link: 'a', top: 10 } });
  });
});
