import { describe, expect, it } from 'vitest';
import type { Holdings } from '#kb/content/library.ts';
import { measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { addDays } from '#kb/values/day.ts';
import { makeArticle, makeLibrary } from '../../../make.ts';
import { oneSource } from '../made-tickets.ts';

const until = '2026-11-15';
const topics = [{ id: 'card-lost', categories: ['lost_card'] }];
const counts = ['en', 'fi'].flatMap((locale) =>
  Array.from({ length: 28 }, (_, age) => ({ day: addDays(until, -age), locale, category: 'lost_card', tickets: 1 })),
);
const lost = makeArticle('cards/lost', { topics: ['card-lost'] });

/** What is missing in Finnish. */
function gap(holdings: Partial<Holdings>, content?: string) {
  return measureCoverage(makeLibrary({ topics, ...holdings }), oneSource(counts), { until, content }).gaps.find(
    ({ locale }) => locale === 'fi',
  );
}

describe('a gap', () => {
  it('says how many customers ask, and the limit', () => {
    expect(gap({ articles: [lost] })?.reasons).toEqual([
      {
        code: 'no-article',
        says: '28 of 56 tickets in fi, but no article in that language',
        threshold: 'at least 10 tickets in the language, on a recurring topic',
        numbers: { topic: 'card-lost', locale: 'fi', tickets: 28, ofTickets: 56, minTickets: 10 },
      },
    ]);
  });

  it('has the command that creates the article, in the given folder', () => {
    expect(gap({})?.command).toBe('npm run new -- article --topic card-lost --locale fi');
    expect(gap({}, '../my content')?.command).toBe(
      'npm run new -- article --topic card-lost --locale fi --content "../my content"',
    );
  });

  it('names the article to translate, which is the closest one', () => {
    const broad = makeArticle('cards/all', { topics: ['card-lost', 'card-late'] });
    expect(gap({ articles: [broad, lost] })?.translates).toBe('cards/lost');
    expect(gap({})).not.toHaveProperty('translates');
  });

  it('has the customers’ words in that language', () => {
    const learned = new Map([['fi', new Map([['card-lost', new Map([['kortti katosi', 2]])]])]]);
    expect(gap({ learned })?.words).toEqual(['kortti katosi']);
    expect(gap({})?.words).toEqual([]);
  });

  it('names a draft to finish instead of a command', () => {
    const draft = makeArticle('cards/lost', {
      locale: 'fi',
      topics: ['card-lost'],
      confidence: 'work-in-progress',
    });
    const found = gap({ articles: [lost, draft] });
    expect(found?.drafts).toEqual(['articles/fi/cards/lost.mdx']);
    expect(found).not.toHaveProperty('command');
  });
});
