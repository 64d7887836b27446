import { describe, expect, it } from 'vitest';
import { generalSynonyms } from '#build/language/general-synonyms.ts';
import { analysisFor } from '#search/analysis.ts';
import { phraseKey } from '#search/index-token.ts';

/** The synonyms of a word or phrase, and what to look up a word by. */
async function synonymsIn(locale: string) {
  const analysis = await analysisFor(locale);
  const synonyms = generalSynonyms(analysis);
  const of = (said: string) => synonyms.get(phraseKey(analysis.terms(said).map(({ key }) => key))) ?? [];
  return { of, keyOf: analysis.keyOf, synonyms };
}

describe('general synonyms', () => {
  it.each([
    ['en', 'erase', 'delete'],
    ['en', 'money back', 'refund'],
    ['en', 'get rid of', 'uninstall'],
    ['de', 'Kennwort', 'Passwort'],
    ['de', 'geht nicht', 'defekt'],
    ['sv', 'få tillbaka', 'återbetalning'],
    ['fi', 'kännykkä', 'puhelin'],
    ['hr', 'mobitel', 'telefon'],
    ['fa', 'کامپیوتر', 'رایانه'],
  ])('in %s, "%s" finds articles with "%s"', async (locale, said, written) => {
    const { of, keyOf } = await synonymsIn(locale);
    expect(of(said)).toContain(keyOf(written.toLowerCase()));
  });

  it('lead one way from what only customers say', async () => {
    const { of, keyOf } = await synonymsIn('en');
    expect(of('forgot')).toContain(keyOf('reset'));
    expect(of('reset')).not.toContain(keyOf('forgot'));
  });

  it('are words and never phrases, so each can be looked up', async () => {
    const { of, keyOf } = await synonymsIn('en');
    expect(of('refund')).toContain(keyOf('reimburse'));
    expect(of('refund').join()).not.toContain(keyOf('money'));
  });

  it.each(['de', 'en', 'fa', 'fi', 'hr', 'sv'])('in %s never are the word itself', async (locale) => {
    const { synonyms } = await synonymsIn(locale);
    expect(synonyms.size).toBeGreaterThan(200);
    expect([...synonyms].filter(([key, others]) => others.includes(key))).toEqual([]);
  });

  it('are shared by the regions of a language, and missing in a language without a list', async () => {
    expect((await synonymsIn('en-GB')).of('erase')).not.toEqual([]);
    expect((await synonymsIn('eo')).synonyms.size).toBe(0);
  });
});
