import { describe, expect, it } from 'vitest';
import type { ArticleSuggestion, SuggestedAlias, Suggestions } from '#kb/tickets/measures/suggestion.ts';
import { suggestionsText } from '#report/suggestions-text.ts';

const alias = (more: Partial<SuggestedAlias> = {}): SuggestedAlias => ({
  ...{ alias: 'my plastic', from: 'tickets', people: 40, failing: 22, gained: 17, lost: 0 },
  ...more,
});
const late = (aliases: readonly SuggestedAlias[], more: Partial<ArticleSuggestion> = {}): ArticleSuggestion => ({
  ...{ article: 'cards/late', locale: 'en', title: 'Where is my card?', path: 'articles/en/cards/late.mdx', aliases },
  ...more,
});
const found = (more: Partial<Suggestions> = {}): Suggestions => ({
  ...{ articles: [], synonyms: [], measured: [], tried: 0, named: true },
  ...more,
});
const shares = (first: number, among: number) => ({ asked: 200, first, among });
const measured: Suggestions['measured'] = [
  { locale: 'en', name: 'tickets', before: shares(100, 150), after: shares(120, 160) },
];

describe('the evidence of an alias', () => {
  const line = (more: Partial<SuggestedAlias>, named = true) =>
    /\+ my plastic {2}(.*)/.exec(suggestionsText(found({ articles: [late([alias(more)])], named }), false))?.[1];

  it.each<[evidence: Partial<SuggestedAlias>, says: string]>([
    [{}, '40 people, 22 without finding it; helps 17 held-out questions'],
    [{ failing: 0 }, '40 people; helps 17 held-out questions'],
    [{ gained: 1, lost: 2 }, '40 people, 22 without finding it; helps 1 held-out question, hurts 2'],
    [{ from: 'searches', failing: 12 }, 'searched 40 times, 12 without finding it; helps 17 held-out questions'],
    [{ from: 'searches', failing: 40, gained: 0 }, 'searched 40 times without finding it'],
    [{ from: 'endpoint', people: 0, failing: 0 }, 'suggested by the endpoint; helps 17 held-out questions'],
  ])('%j', (more, says) => {
    expect(line(more)).toBe(says);
  });

  it('counts tickets if they do not say who wrote', () => {
    expect(line({ failing: 0 }, false)).toBe('40 tickets; helps 17 held-out questions');
  });
});

it('a suggestion comes with its article, votes, synonyms and effect', () => {
  const synonym = { locale: 'en', own: 'card', word: 'plastic', from: 'tickets' as const };
  const articles = ['cards/late', 'cards/lost'];
  const text = suggestionsText(
    found({
      articles: [late([alias()], { votes: { helpful: 4, unhelpful: 6 } })],
      synonyms: [{ ...synonym, articles, people: 30, failing: 12, gained: 9, lost: 1 }],
      measured,
    }),
    false,
  );
  expect(text).toBe(`articles/en/cards/late.mdx
  Where is my card?
  6 of 10 readers said that it didn't help.
  + my plastic  40 people, 22 without finding it; helps 17 held-out questions

synonyms/en.yaml
  + [card, plastic]  30 people, 12 without finding it; helps 9 held-out questions, hurts 1
    for cards/late, cards/lost

With all of it, measured on questions that no word was taken from:
  Tickets (en, 200): first 50.0% -> 60.0%, among the first three 75.0% -> 80.0%

1 alias for 1 article, and 1 synonym.`);
});

describe('if nothing is suggested, the text says why', () => {
  it.each<[Partial<Suggestions>, string]>([
    [{}, 'Nothing could be measured: '],
    [{ measured }, 'No new word is used by enough people to try it.'],
    [{ measured, tried: 1200 }, '1,200 words and phrases were tried. None helps without doing harm elsewhere.'],
  ])('%#', (more, says) => {
    expect(suggestionsText(found(more), false)).toContain(says);
  });
});
