import { describe, expect, it } from 'vitest';
import { adviceFindings } from '#kb/rules/advice.ts';
import { makeArticle, makeLibrary, makeSite } from '../../make.ts';
import { voiceFaults } from '../../voice.ts';

const sections = { cards: { title: 'Cards' } };
const en = makeArticle('cards/order');
const fi = makeArticle('cards/order', { locale: 'fi', source: en.digest });

function advice(articles = [en, fi], site: Record<string, unknown> = {}, drafts: (typeof en)[] = []) {
  const library = makeLibrary({ site: makeSite({ sections, ...site }), articles });
  const findings = adviceFindings(library, { today: '2026-11-30', drafts, lost: [] });
  expect(findings.flatMap(voiceFaults)).toEqual([]);
  return findings.map(({ code, path, fix }) => `${code} ${path}: ${fix}`);
}

describe('advice', () => {
  it('is not given without a reason', () => {
    expect(advice()).toEqual([]);
  });

  it('names sections without an entry, and the entry that was meant', () => {
    expect(advice([en, fi], { sections: { card: { title: 'Cards' } } })).toEqual([
      'section-unlisted site.yaml: Rename "card" in site.yaml to "cards", or the folder to "card".',
    ]);
    expect(advice([en, makeArticle('crads/lost')], { locales: ['en'] })).toEqual([
      'section-unlisted site.yaml: Did you mean "cards"? If not, add "crads" to "sections" in site.yaml, with a title.',
    ]);
    expect(advice([en, fi], { sections: {} })).toHaveLength(1);
    expect(advice([en], { sections: {}, locales: ['en'] })).toEqual([]);
  });

  it('names the right value of "source", also for a translation whose front matter has mistakes', () => {
    const unsourced = makeArticle('cards/order', { locale: 'fi' });
    const expected = `Set source: "${en.digest}" in its front matter if it says the same as the original.`;
    expect(advice([en, unsourced])).toEqual([`translation-unsourced articles/fi/cards/order.mdx: ${expected}`]);
    expect(advice([en], {}, [unsourced])[0]).toContain(expected);
  });

  it('names public articles that a language does not have', () => {
    expect(advice([en])).toEqual([
      'article-untranslated articles/en/cards/order.mdx: Add it as articles/fi/cards/order.mdx.',
    ]);
    expect(advice([makeArticle('cards/order', { audience: 'internal' })])).toEqual([]);
    expect(advice([makeArticle('cards/order', { confidence: 'work-in-progress' })])).toEqual([]);
    expect(advice([makeArticle('cards/order', { publishOn: '2027-01-01' })])).toEqual([]);
  });

  it('names reviews that are overdue, and from four weeks before they are due', () => {
    const codes = (reviewed: string) =>
      advice([makeArticle('cards/order', { reviewed, reviewEvery: '6 months' }), fi]).map((line) => line.split(' ')[0]);
    expect(codes('2026-05-29')).toEqual(['review-overdue']);
    expect(codes('2026-05-30')).toEqual(['review-due']);
    expect(codes('2026-06-28')).toEqual(['review-due']);
    expect(codes('2026-06-29')).toEqual([]);
  });
});
