import { expect, it } from 'vitest';
import { previewKinds, previewPages } from '#ui/gallery/looks.ts';
import { makeArticle, makeLibrary, makeSite } from '../../make.ts';

it('every page that shows a theme can be named, by a kind of its own', () => {
  const site = makeSite({ contact: { email: { address: 'help@pilvi.example' } } });
  const pages = previewPages(makeLibrary({ site, articles: [makeArticle('cards/order')] }), {
    dir: 'ltr',
    locale: 'en',
  });
  const kinds = pages.map(({ kind }) => kind);
  expect(kinds).toEqual(previewKinds.filter((kind) => kinds.includes(kind)));
  expect(kinds).toContain('article');
});
