import { describe, expect, it } from 'vitest';
import { compareFindings, type Finding, finding } from '#kb/findings/finding.ts';
import { nearest, suggest } from '#kb/findings/suggest.ts';
import { compareText } from '#kb/values/text.ts';

describe('a finding', () => {
  it('has the severity of its code, and the path, line and column of its place', () => {
    expect(finding('alt-missing', { path: 'a.mdx', line: 3, column: 2 }, 'It says.', 'Mend it.')).toEqual({
      code: 'alt-missing',
      severity: 'warning',
      path: 'a.mdx',
      line: 3,
      column: 2,
      says: 'It says.',
      fix: 'Mend it.',
    });
  });

  it('takes only path, line and column from its place', () => {
    const place = { path: 'a.mdx', source: 'secret' };
    expect(finding('link-broken', place, '', '')).not.toHaveProperty('source');
  });
});

describe('findings are sorted', () => {
  const at = (path: string, line?: number, column?: number, code: Finding['code'] = 'link-broken', says = '') =>
    finding(code, { path, line, column }, says, '');
  const sorted = [
    at('a.mdx'),
    at('a.mdx', 2),
    at('a.mdx', 2, 1),
    at('a.mdx', 2, 5, 'image-missing'),
    at('a.mdx', 2, 5, 'link-broken', 'a'),
    at('a.mdx', 2, 5, 'link-broken', 'b'),
    at('a.mdx', 10),
    at('b.mdx', 1),
    at('ä.mdx', 1),
  ];

  it('by path, line, column, code and text, whatever their order', () => {
    expect([...sorted].reverse().sort(compareFindings)).toEqual(sorted);
  });

  it('by code units, and so the same on every machine', () => {
    expect(['ä', 'b', 'B', 'a', '10', '9'].sort(compareText)).toEqual(['10', '9', 'B', 'a', 'b', 'ä']);
    expect(compareText('a', 'a')).toBe(0);
  });
});

describe('the nearest choice', () => {
  it.each([
    ['refnds', ['refunds', 'login'], 'refunds'],
    ['Refunds', ['refunds', 'login'], 'refunds'],
    ['loign', ['refunds', 'login'], 'login'],
    ['zebra', ['refunds', 'login'], undefined],
    ['refunds', [], undefined],
    ['', ['ab'], 'ab'],
    ['', ['refunds'], undefined],
  ])('"%s" among %j is %s', (word, choices, expected) => {
    expect(nearest(word, choices)).toBe(expected);
  });

  it('is found in any case of letters', () => {
    expect(nearest('CARDS', ['loans', 'cards'])).toBe('cards');
  });
});

describe('a suggestion', () => {
  it('names what is nearest', () => {
    expect(suggest('refnds', ['login', 'refunds'])).toMatchInlineSnapshot(`"Did you mean "refunds"?"`);
  });

  it('or lists the choices, in order', () => {
    expect(suggest('zebra', ['refunds', 'login'])).toMatchInlineSnapshot(`"Use one of "login", "refunds"."`);
  });

  it('names eight of many', () => {
    const many = Array.from({ length: 12 }, (_, index) => `topic-${index}`);
    expect(suggest('zebra', many).match(/"topic-\d+"/g)).toHaveLength(8);
    expect(suggest('zebra', many)).toMatch(/^Use one that exists, such as /);
  });
});
