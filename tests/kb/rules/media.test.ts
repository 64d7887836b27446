import { describe, expect, it } from 'vitest';
import { assetFor, imageMissing } from '#kb/rules/media.ts';
import { makeArticle, makeLibrary, makeSite } from '../../make.ts';

const uses = (src: string, locale = 'en') => ({
  src: `./${src}`,
  path: `articles/${locale}/cards/${src}`,
  line: 6,
  column: 3,
});
const faults = (asset: string, src: string, locale = 'en') => [
  ...imageMissing(
    makeLibrary({
      assets: new Set([asset]),
      articles: [makeArticle('cards/freeze', { locale, media: [uses(src, locale)] })],
    }),
  ),
];

describe('image-missing', () => {
  it('is not raised for a file next to the article', () => {
    expect(faults('articles/en/cards/card.svg', 'card.svg')).toEqual([]);
  });

  it('is not raised for a translation that shows the file next to its original', () => {
    expect(faults('articles/en/cards/card.svg', 'card.svg', 'fi')).toEqual([]);
  });

  it('is raised for an original that shows the file next to a translation', () => {
    expect(faults('articles/fi/cards/card.svg', 'card.svg')).toHaveLength(1);
  });

  it('is raised for a file name in another case, because hosts distinguish them', () => {
    const [found] = faults('articles/en/cards/Card.svg', 'card.svg');
    expect(found).toMatchObject({ code: 'image-missing', path: 'articles/en/cards/freeze.mdx', line: 6, column: 3 });
    expect(`${found?.says} ${found?.fix}`).toMatchInlineSnapshot(
      `"The file "./card.svg" does not exist. Did you mean "./Card.svg"?"`,
    );
  });

  it('says where to put a file that does not exist', () => {
    const [found] = faults('articles/en/loans/house.png', 'card.svg');
    expect(found?.fix).toMatchInlineSnapshot(`"Save it as articles/en/cards/card.svg, or remove it from the article."`);
  });
});

describe('the file of a path', () => {
  const site = makeSite();
  const assets = new Set(['articles/en/cards/card.svg', 'articles/fi/cards/card.svg', 'articles/en/cards/only.svg']);

  it.each([
    ['articles/fi/cards/card.svg', 'articles/fi/cards/card.svg'],
    ['articles/fi/cards/only.svg', 'articles/en/cards/only.svg'],
    ['articles/fi/cards/none.svg', undefined],
    ['../secret.svg', undefined],
    ['cards/card.svg', undefined],
  ])('%s is %s', (path, asset) => {
    expect(assetFor({ assets, site }, path)).toBe(asset);
  });
});
