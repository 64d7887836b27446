import { expect, it } from 'vitest';
import { makeArticle, makeLibrary } from '../../make.ts';
import { fileOf, makeBuiltSite } from './make-site.ts';

const library = makeLibrary({
  articles: [
    makeArticle('cards/freeze', { title: 'Freeze <it>', summary: 'Tap & wait.' }),
    makeArticle('cards/order'),
    makeArticle('cards/close'),
    makeArticle('cards/close', { locale: 'fi' }),
  ],
});
const path = (id: string, locale = 'en') => library.exact(locale, id)?.path ?? '';
const updated = { [path('cards/freeze')]: '2026-09-01', [path('cards/order')]: '2026-10-01' };
const added = { [path('cards/freeze')]: '2026-08-01' };
const site = makeBuiltSite({ library, url: 'https://a.example/', updated, added });

it('the feed has the articles in its language whose change is known, the newest first', () => {
  const xml = fileOf(site, 'en/articles.xml') ?? '';
  expect(xml.match(/(?<=<entry>[\s\S]*?<id>).*?(?=<\/id>)/g)).toEqual([
    'https://a.example/en/cards/order/',
    'https://a.example/en/cards/freeze/',
  ]);
  expect(xml).toContain('<updated>2026-09-01T00:00:00.000Z</updated>');
  expect(xml).toContain('<published>2026-08-01T00:00:00.000Z</published>');
  expect(xml).toContain('<![CDATA[Freeze &#60;it&#62;]]>');
  expect(xml).toContain('<author>');
  expect(fileOf(site, 'fi/articles.xml')).not.toContain('<entry>');
});

it('there is no feed without the address of the site', () => {
  expect(fileOf({ ...site, url: undefined }, 'en/articles.xml')).toBeUndefined();
});
