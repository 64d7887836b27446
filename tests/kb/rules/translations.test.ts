import { describe, expect, it } from 'vitest';
import { translationOrphan, translationOutdated } from '#kb/rules/translations.ts';
import { makeArticle, makeLibrary } from '../../make.ts';

const original = makeArticle('cards/order', { digest: 'aaaaaaaaaaaa' });
const translation = (source?: string) => makeArticle('cards/order', { locale: 'fi', source });

describe('translation-outdated', () => {
  const faults = (...articles: ReturnType<typeof makeArticle>[]) => [...translationOutdated(makeLibrary({ articles }))];

  it.each([
    ['the original is what it was', [original, translation('aaaaaaaaaaaa')]],
    ['it does not say what it was translated from', [original, translation()]],
    ['there is no original', [translation('bbbbbbbbbbbb')]],
    ['it is no translation', [{ ...original, source: 'bbbbbbbbbbbb' }]],
  ])('is not raised where %s', (_, articles) => {
    expect(faults(...articles)).toEqual([]);
  });

  it('is raised if the original has changed, and gives its new digest', () => {
    const [found] = faults(original, translation('bbbbbbbbbbbb'));
    expect(found).toMatchObject({ severity: 'warning', path: 'articles/fi/cards/order.mdx' });
    expect(`${found?.says} ${found?.fix}`).toMatchInlineSnapshot(
      `"articles/en/cards/order.mdx has changed since it was translated. Update the translation, then set source: "aaaaaaaaaaaa" in its front matter."`,
    );
  });
});

describe('translation-orphan', () => {
  const faults = (unread: string[], ...articles: ReturnType<typeof makeArticle>[]) => [
    ...translationOrphan(makeLibrary({ articles, unread: new Set(unread) })),
  ];

  it.each([
    ['there is an original', [], [original, translation()]],
    ['its original cannot be read', ['cards/order'], [translation()]],
    ['it is an original', [], [original]],
  ])('is not raised where %s', (_, unread, articles) => {
    expect(faults(unread, ...articles)).toEqual([]);
  });

  it('is raised if there is no original', () => {
    const [found] = faults([], translation());
    expect(found).toMatchObject({ severity: 'warning', path: 'articles/fi/cards/order.mdx' });
    expect(found?.says).toMatchInlineSnapshot(
      `"The original of this translation, articles/en/cards/order.mdx, does not exist."`,
    );
  });
});
