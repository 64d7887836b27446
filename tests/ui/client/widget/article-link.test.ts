import { describe, expect, it } from 'vitest';
import { articleAt, linkTarget } from '#ui/client/widget/article-link.ts';

const root = 'https://help.example/en/';

describe('an address', () => {
  it.each([
    [`${root}cards/order/`, 'cards/order'],
    [`${root}cards/order/?a=b#fees`, 'cards/order'],
    [`${root}kort/best%C3%A4ll/`, 'kort/beställ'],
    [root, undefined],
    [`${root}cards/`, undefined],
    ['https://help.example/fi/cards/order/', undefined],
  ])('%s is that of the article %s', (address, id) => {
    expect(articleAt(address, root)).toBe(id);
  });
});

describe('a link in the panel', () => {
  const shown = `${root}cards/order/#fees`;

  it.each([
    [`${root}cards/freeze/`, { kind: 'article' }],
    [`${root}cards/freeze/#why`, { kind: 'article' }],
    [`${root}cards/order/`, { kind: 'article' }],
    [`${root}cards/order/#k%C3%A4ytt%C3%B6`, { kind: 'heading', id: 'käyttö' }],
    [`${root}contact/`, { kind: 'elsewhere' }],
    ['mailto:help@example.com', { kind: 'elsewhere' }],
  ])('%s leads to %j', (href, target) => {
    expect(linkTarget(href, root, shown)).toEqual(target);
  });

  it('to a heading opens its article if that is not shown', () => {
    expect(linkTarget(shown, root, undefined)).toEqual({ kind: 'article' });
  });

  it('can have a percent sign that encodes nothing', () => {
    expect(articleAt('https://help.example/en/cards/50%', 'https://help.example/en/')).toBe('cards/50%');
    expect(
      linkTarget(
        'https://help.example/en/cards/order#50%',
        'https://help.example/en/',
        'https://help.example/en/cards/order',
      ),
    ).toEqual({ kind: 'heading', id: '50%' });
  });
});
