import { describe, expect, it } from 'vitest';
import { typicalPhrases, type WrittenText } from '#intake/tickets/words/phrases.ts';
import { analysisFor } from '#search/analysis.ts';

const analysis = await analysisFor('en');
const stopWords = new Set(['i', 'my', 'the', 'has', 'not', 'is', 'a', 'and', 'it'].map(analysis.keyOf));
let last = 0;

const texts = (count: number, text: string, differs: Partial<WrittenText> = {}): WrittenText[] =>
  Array.from({ length: count }, (_, index) => ({
    group: 'lost',
    person: `person ${++last}`,
    day: `2026-11-0${1 + (index % 3)}`,
    text,
    failing: false,
    isHeld: false,
    ...differs,
  }));

function phrasesOf(own: readonly WrittenText[]): string[] {
  const others = texts(10, 'When does the post come?', { group: 'late' });
  const options = { analysis, isStopWord: (key: string) => stopWords.has(key), published: new Set<string>() };
  const found = typicalPhrases([...own, ...others], { ...options, minPeople: 5, minDays: 3 });
  return found.get('lost')?.map(({ text }) => text) ?? [];
}

describe('a phrase of customers', () => {
  it('is what many of them write, without function words at its ends', () => {
    const phrases = phrasesOf(texts(6, 'my card has not arrived and i wait.'));
    expect(phrases).toContain('card has not arrived');
    expect(phrases).toContain('arrived');
    expect(phrases.filter((text) => /^(?:my|has|not|and)\b|\b(?:my|has|not|and)$/.test(text))).toEqual([]);
  });

  it('ends where a sentence ends', () => {
    expect(phrasesOf(texts(6, 'i lost it. plastic gone'))).not.toContain('lost it plastic');
  });

  it('needs five people on three days, however often one of them writes', () => {
    expect(phrasesOf(texts(4, 'wallet stolen'))).toEqual([]);
    expect(phrasesOf(texts(50, 'wallet stolen', { person: 'one' }))).toEqual([]);
    expect(phrasesOf(texts(50, 'wallet stolen', { day: '2026-11-01' }))).toEqual([]);
    expect(phrasesOf(texts(5, 'wallet stolen'))).toContain('wallet stolen');
  });

  it('is never chosen because of what is held out, which only counts as people', () => {
    expect(phrasesOf(texts(50, 'wallet stolen', { isHeld: true }))).toEqual([]);
    expect(phrasesOf([...texts(3, 'wallet stolen', { isHeld: true }), ...texts(3, 'wallet stolen')])).toContain(
      'wallet stolen',
    );
  });

  it('has no name, address or number', () => {
    const phrases = phrasesOf([
      ...texts(9, 'hello, says Virtanen, my plastic 4111 1111 is gone'),
      ...texts(9, 'write to canary.bird@mail.example about plastic'),
      ...texts(9, 'canary and Virtanen have plastic'),
    ]);
    expect(phrases.filter((text) => /virtanen|canary|bird|mail|\d/.test(text))).toEqual([]);
    expect(phrases).toContain('plastic');
  });

  it('is typical of its subject', () => {
    const both = 'please help with plastic';
    expect(
      phrasesOf([
        ...texts(6, 'please help, wallet stolen'),
        ...[...'abcdefghij'].flatMap((group) => texts(6, both, { group })),
      ]),
    ).not.toContain('please help');
  });
});
