import { describe, expect, it } from 'vitest';
import { makeTextLookup } from '#kb/content/interface-texts.ts';

describe('a text', () => {
  const text = makeTextLookup('en', [
    { 'site.title': 'Our help' },
    { 'site.title': 'Help', 'site.home': 'Home' },
    { 'site.skip': 'Skip' },
  ]);

  it.each([
    ['the company’s own', 'site.title', 'Our help'],
    ['the engine’s', 'site.home', 'Home'],
    ['the one to fall back to', 'site.skip', 'Skip'],
    ['its key, where there is none', 'site.none', 'site.none'],
    ['its key, where it is a name of JavaScript', 'constructor', 'constructor'],
    ['its key, where it is every prototype', '__proto__', '__proto__'],
  ])('is %s', (_, key, expected) => {
    expect(text(key)).toBe(expected);
  });

  it('can be empty on purpose', () => {
    expect(makeTextLookup('en', [{ a: '' }, { a: 'b' }])('a')).toBe('');
  });
});

describe('a value for a placeholder', () => {
  const text = makeTextLookup('en', [
    { a: '{name}, {name} and {other}', b: '{constructor} {toString} {__proto__}', c: '{ name } {} {na me}' },
  ]);

  it('replaces every placeholder of its name; others stay', () => {
    expect(text('a', { name: 'Pilvi' })).toBe('Pilvi, Pilvi and {other}');
  });

  it('is inserted as it is, whatever characters are in it', () => {
    expect(text('a', { name: '$& {other} $1', other: '<b>' })).toBe('$& {other} $1, $& {other} $1 and <b>');
  });

  it('is never an inherited property', () => {
    expect(text('b')).toBe('{constructor} {toString} {__proto__}');
  });

  it('replaces only a name between braces', () => {
    expect(text('c', { name: 'x' })).toBe('{ name } {} {na me}');
  });

  it.each([
    ['en', '12,345'],
    ['fi', '12\u00a0345'],
    ['fa', '۱۲٬۳۴۵'],
  ])('is a number in the digits of %s', (locale, number) => {
    expect(makeTextLookup(locale, [{ n: '{count}' }])('n', { count: 12345 })).toBe(number);
  });
});

describe('a text with a number', () => {
  const croatian = makeTextLookup('hr', [
    { n: { one: '{count} članak', few: '{count} članka', other: '{count} članaka' } },
  ]);

  it.each([
    [1, '1 članak'],
    [2, '2 članka'],
    [5, '5 članaka'],
    [11, '11 članaka'],
    [21, '21 članak'],
    [0, '0 članaka'],
  ])('has the form for %i', (count, expected) => {
    expect(croatian('n', { count })).toBe(expected);
  });

  it('has the common form if its own is missing', () => {
    expect(makeTextLookup('hr', [{ n: { other: '{count} x' } }])('n', { count: 2 })).toBe('2 x');
  });

  it('has the common form if there is no number', () => {
    expect(croatian('n')).toBe('{count} članaka');
  });

  it('is its key if there is no form at all', () => {
    expect(makeTextLookup('en', [{ n: {} }])('n', { count: 1 })).toBe('n');
  });
});
