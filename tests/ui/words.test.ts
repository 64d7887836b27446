import { describe, expect, it } from 'vitest';
import { makeWords } from '#ui/words.ts';

describe('a text', () => {
  const words = makeWords('en', [
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
  ])('is %s', (_, key, text) => {
    expect(words(key)).toBe(text);
  });

  it('may be empty on purpose', () => {
    expect(makeWords('en', [{ a: '' }, { a: 'b' }])('a')).toBe('');
  });
});

describe('what is filled in', () => {
  const words = makeWords('en', [
    { a: '{name}, {name} and {other}', b: '{constructor} {toString} {__proto__}', c: '{ name } {} {na me}' },
  ]);

  it('is put in every place of its name; what is not given stays', () => {
    expect(words('a', { name: 'Pilvi' })).toBe('Pilvi, Pilvi and {other}');
  });

  it('is put in as it is, whatever characters are in it', () => {
    expect(words('a', { name: '$& {other} $1', other: '<b>' })).toBe('$& {other} $1, $& {other} $1 and <b>');
  });

  it('is nothing that was not given', () => {
    expect(words('b')).toBe('{constructor} {toString} {__proto__}');
  });

  it('is a name between braces, and nothing else', () => {
    expect(words('c', { name: 'x' })).toBe('{ name } {} {na me}');
  });

  it.each([
    ['en', '12,345'],
    ['fi', '12\u00a0345'],
    ['fa', '۱۲٬۳۴۵'],
  ])('is a number in the digits of %s', (locale, number) => {
    expect(makeWords(locale, [{ n: '{count}' }])('n', { count: 12345 })).toBe(number);
  });
});

describe('a text with a number', () => {
  const croatian = makeWords('hr', [{ n: { one: '{count} članak', few: '{count} članka', other: '{count} članaka' } }]);

  it.each([
    [1, '1 članak'],
    [2, '2 članka'],
    [5, '5 članaka'],
    [11, '11 članaka'],
    [21, '21 članak'],
    [0, '0 članaka'],
  ])('has the form for %i', (count, text) => {
    expect(croatian('n', { count })).toBe(text);
  });

  it('has the common form where its own is missing', () => {
    expect(makeWords('hr', [{ n: { other: '{count} x' } }])('n', { count: 2 })).toBe('2 x');
  });

  it('has the common form if there is no number', () => {
    expect(croatian('n')).toBe('{count} članaka');
  });

  it('is its key if there is no form at all', () => {
    expect(makeWords('en', [{ n: {} }])('n', { count: 1 })).toBe('n');
  });
});
