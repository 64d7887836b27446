import { describe, expect, it } from 'vitest';
import { widgetUnknown } from '#kb/rules/widget.ts';
import { makeArticle, makeLibrary, makeSite } from '../../make.ts';

const found = (page: Record<string, unknown>, unread: string[] = []) => [
  ...widgetUnknown(
    makeLibrary({
      site: makeSite({ widget: { pages: [{ match: '/checkout/**', ...page }] } }),
      articles: [makeArticle('cards/order'), makeArticle('account/plans/change')],
      topics: [{ id: 'card-late', title: 'Late card', categories: [] }] as never,
      unread: new Set(unread),
    }),
  ),
];

describe('what the widget names', () => {
  it.each([
    ['an article', { articles: ['cards/order'] }],
    ['a topic', { topics: ['card-late'] }],
    ['a section within a section', { section: 'account/plans' }],
  ])('can be %s', (_, page) => {
    expect(found(page)).toEqual([]);
  });

  it.each([
    ['article', { articles: ['cards/ordr'] }, 'Did you mean "cards/order"?'],
    ['topic', { topics: ['card-lat'] }, 'Did you mean "card-late"?'],
    ['section', { section: 'card' }, 'Did you mean "cards"?'],
  ])('must be an %s that exists', (kind, page, fix) => {
    const [one] = found(page);
    expect(one).toMatchObject({ code: 'widget-unknown', severity: 'error', path: 'site.yaml' });
    expect(one?.says).toContain(kind);
    expect(one?.fix).toContain(fix);
  });

  it('does not count as missing if its file cannot be read', () => {
    expect(found({ articles: ['cards/broken'] }, ['cards/broken'])).toEqual([]);
  });
});
