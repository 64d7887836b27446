import { describe, expect, it } from 'vitest';
import { pageUrl, resolvePageLinks } from '#ui/urls.ts';
import { render } from '../make.ts';

describe('the address of a page', () => {
  it.each([
    ['/', 'en', 'cards/order', '/en/cards/order/'],
    ['/', 'en', 'cards', '/en/cards/'],
    ['/', 'pt-BR', '', '/pt-BR/'],
    ['/help/', 'fi', 'cards/order', '/help/fi/cards/order/'],
    ['/', 'fa', 'cards/کارت', '/fa/cards/%DA%A9%D8%A7%D8%B1%D8%AA/'],
    ['/', 'en', 'a b/c?d#e', '/en/a%20b/c%3Fd%23e/'],
  ])('%s %s %s', (base, locale, id, url) => {
    expect(pageUrl(base, locale, id)).toBe(url);
  });

  it('without an id is the home page', () => {
    expect(pageUrl('/', 'en')).toBe('/en/');
  });
});

describe('the links of an article', () => {
  const led = (body: string, base = '/', locale = 'fi') => resolvePageLinks(render(body).html, base, locale);

  it.each([
    ['a page', '[a](/cards/order)', '<p><a href="/fi/cards/order/">a</a></p>'],
    ['a heading of a page', '[a](/cards/order#fees)', '<p><a href="/fi/cards/order/#fees">a</a></p>'],
    ['a heading in another script', '[a](/cards/order#کارمزد)', '<p><a href="/fi/cards/order/#کارمزد">a</a></p>'],
    ['a section', '[a](/cards)', '<p><a href="/fi/cards/">a</a></p>'],
    ['the home page', '[a](/)', '<p><a href="/fi/">a</a></p>'],
    ['several pages', '[a](/a/b) [c](/c/d)', '<p><a href="/fi/a/b/">a</a> <a href="/fi/c/d/">c</a></p>'],
    ['this page', '[a](#fees)', '<p><a href="#fees">a</a></p>'],
    ['elsewhere', '[a](https://example.com)', '<p><a href="https://example.com">a</a></p>'],
    [
      'a button',
      '<Button href="/cards/order">a</Button>',
      '<a class="button" data-part="button" href="/fi/cards/order/">a</a>',
    ],
  ])('lead to %s', (_, body, html) => {
    expect(led(body)).toBe(html);
  });

  it('lead below the path of the site', () => {
    expect(led('[a](/cards/order)', '/help/', 'en')).toContain('href="/help/en/cards/order/"');
  });

  it('are resolved only in links, not in the text of an article', () => {
    expect(led('`href="page:cards/order"`')).toContain('href="page:cards/order"');
  });
});
