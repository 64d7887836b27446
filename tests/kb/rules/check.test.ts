import { describe, expect, it } from 'vitest';
import { finding } from '#kb/findings/finding.ts';
import { applySeverity, checkLibrary } from '#kb/rules/check.ts';
import { makeArticle, makeLibrary } from '../../make.ts';
import { voiceFaults } from '../../voice.ts';

describe('a library', () => {
  const broken = makeLibrary({
    topics: [
      { id: 'a', categories: ['x'] },
      { id: 'b', categories: ['x'] },
    ],
    articles: [
      makeArticle('all/One', {
        topics: ['c'],
        related: ['none/here'],
        links: ['none/there'],
        redirectFrom: ['/en/cards/order'],
      }),
      makeArticle('cards/order', {
        digest: 'aaaaaaaaaaaa',
        links: ['cards/order#fees'],
        media: [{ src: './a.png', path: 'articles/en/cards/a.png' }],
      }),
      makeArticle('cards/order', { locale: 'fi', source: 'bbbbbbbbbbbb' }),
      makeArticle('cards/lost', { locale: 'fi' }),
    ],
  });

  it('is checked against every rule', () => {
    expect(
      checkLibrary(broken)
        .map(({ code }) => code)
        .sort(),
    ).toEqual([
      'image-missing',
      'link-broken',
      'link-fragment',
      'redirect-taken',
      'related-unknown',
      'section-reserved',
      'slug-invalid',
      'topic-claimed-twice',
      'topic-unknown',
      'translation-orphan',
      'translation-outdated',
    ]);
  });

  it('gets messages that follow the rules for messages', () => {
    expect(checkLibrary(broken).flatMap(voiceFaults)).toEqual([]);
  });

  it('without a mistake has no finding', () => {
    const whole = makeLibrary({
      topics: [{ id: 'a', categories: [] }],
      articles: [makeArticle('cards/order', { topics: ['a'] })],
    });
    expect(checkLibrary(whole)).toEqual([]);
  });
});

describe('findings have the severity that the company sets', () => {
  const link = finding('link-broken', { path: 'b.mdx', line: 2 }, '', '');
  const alt = finding('alt-missing', { path: 'a.mdx', line: 9 }, '', '');

  it('by default that of their codes, sorted', () => {
    expect(applySeverity([link, alt], {}).map(({ code, severity }) => [code, severity])).toEqual([
      ['alt-missing', 'warning'],
      ['link-broken', 'error'],
    ]);
  });

  it('more severe, less severe, or off', () => {
    expect(applySeverity([link, alt], { 'alt-missing': 'error', 'link-broken': 'off' })).toEqual([
      { ...alt, severity: 'error' },
    ]);
  });

  it('without changes to the original findings', () => {
    applySeverity([link], { 'link-broken': 'warning' });
    expect(link.severity).toBe('error');
  });
});
