import { describe, expect, it } from 'vitest';
import { isElsewhere } from '#kb/values/link-address.ts';
import { completeAddress, mediaPath, parseLink } from '#markdown/syntax/links.ts';

const here = 'articles/en/cards/freeze.mdx';

describe('a link as a writer means it', () => {
  it.each<[string, ReturnType<typeof parseLink>]>([
    ['/cards/order', { kind: 'page', id: 'cards/order' }],
    ['/cards/order/', { kind: 'page', id: 'cards/order' }],
    ['/cards/order.mdx', { kind: 'page', id: 'cards/order' }],
    ['/cards/order.md', { kind: 'page', id: 'cards/order' }],
    ['/cards/order#fees', { kind: 'page', id: 'cards/order', fragment: 'fees' }],
    ['/cards/order#', { kind: 'page', id: 'cards/order' }],
    ['/cards/order?from=mail#fees', { kind: 'page', id: 'cards/order', fragment: 'fees' }],
    ['/cards', { kind: 'page', id: 'cards' }],
    ['/cards/./lost/../order', { kind: 'page', id: 'cards/order' }],
    ['/cards/%C3%A4iti', { kind: 'page', id: 'cards/äiti' }],
    ['/cards/کارت#کارمزد', { kind: 'page', id: 'cards/کارت', fragment: 'کارمزد' }],
    ['/cards/v1.2', { kind: 'page', id: 'cards/v1.2' }],
    ['order', { kind: 'page', id: 'cards/order' }],
    ['./order', { kind: 'page', id: 'cards/order' }],
    ['./order.mdx', { kind: 'page', id: 'cards/order' }],
    ['./release-2.0', { kind: 'page', id: 'cards/release-2.0' }],
    ['../loans/apply.mdx#fees', { kind: 'page', id: 'loans/apply', fragment: 'fees' }],
    ['../loans', { kind: 'page', id: 'loans' }],
    ['#fees', { kind: 'here', fragment: 'fees' }],
    ['#%C3%A4iti', { kind: 'here', fragment: 'äiti' }],
    ['./form.pdf', { kind: 'file', path: 'articles/en/cards/form.pdf' }],
    ['../shared/form.PDF', { kind: 'file', path: 'articles/en/shared/form.PDF' }],
    ['./a%20form.pdf', { kind: 'file', path: 'articles/en/cards/a form.pdf' }],
    ['https://example.com/?a=1#b', { kind: 'elsewhere', href: 'https://example.com/?a=1#b' }],
    ['HTTP://EXAMPLE.COM', { kind: 'elsewhere', href: 'HTTP://EXAMPLE.COM' }],
    ['mailto:help@example.com', { kind: 'elsewhere', href: 'mailto:help@example.com' }],
    ['tel:+358900000200', { kind: 'elsewhere', href: 'tel:+358900000200' }],
    ['sms:16400', { kind: 'elsewhere', href: 'sms:16400' }],
  ])('%s', (href, target) => {
    expect(parseLink(href, here)).toEqual(target);
  });

  it('is relative to the article', () => {
    expect(parseLink('../order', 'articles/fi/cards/lost/report.mdx')).toEqual({
      kind: 'page',
      id: 'cards/order',
    });
  });

  it('with a broken escape is left as it is written', () => {
    expect(parseLink('/cards/100%', here)).toEqual({ kind: 'page', id: 'cards/100%' });
    expect(parseLink('#%E0%A4%A', here)).toEqual({ kind: 'here', fragment: '%E0%A4%A' });
  });
});

describe('an address without a scheme', () => {
  it.each([
    ['www.example.com', 'https://www.example.com'],
    ['www.example.com/help?x#y', 'https://www.example.com/help?x#y'],
    ['example.com', 'https://example.com'],
    ['shop.example.org/a', 'https://shop.example.org/a'],
    ['help@example.com', 'mailto:help@example.com'],
  ])('is completed: %s', (href, complete) => {
    expect(completeAddress(href)).toBe(complete);
  });

  it.each([
    '/cards/order',
    './form.pdf',
    'form.pdf',
    '#fees',
    'https://example.com',
    'mailto:help@example.com',
    './a.com',
  ])('is not %s', (href) => {
    expect(completeAddress(href)).toBeUndefined();
  });
});

describe('a link that could do harm', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'vbscript:msgbox(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'blob:https://example.com/x',
    'page:cards/order',
    '//evil.example/x',
    'intent://scan/#Intent;end',
  ])('is unsafe: %s', (href) => {
    expect(parseLink(href, here).kind).toBe('unsafe');
  });

  // Browsers drop these characters before they look for a scheme.
  it.each([
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    '\\\\evil.example',
  ])('never leaves the help center: %j', (href) => {
    expect(['unsafe', 'page']).toContain(parseLink(href, here).kind);
  });
});

describe('a file', () => {
  it.each([
    ['./card.svg', 'articles/en/cards/card.svg'],
    ['card.svg', 'articles/en/cards/card.svg'],
    ['../shared/card.svg', 'articles/en/shared/card.svg'],
    ['./a%20card.svg', 'articles/en/cards/a card.svg'],
    ['./100%.svg', 'articles/en/cards/100%.svg'],
  ])('%s is at %s', (src, path) => {
    expect(mediaPath(src, here)).toBe(path);
  });

  it.each([
    ['https://example.com/a.png', true],
    ['//example.com/a.png', true],
    ['data:image/png;base64,AA', true],
    ['javascript:alert(1)', true],
    ['./a.png', false],
    ['a:b.png', true],
    ['/a.png', false],
    ['', false],
  ])('%s leads out: %s', (src, remote) => {
    expect(isElsewhere(src)).toBe(remote);
  });
});
