import { describe, expect, it } from 'vitest';
import { learnWords, type TicketText } from '#intake/tickets/words/learn-words.ts';
import { analysisFor } from '#search/analysis.ts';

const english = await analysisFor('en');
let last = 0;

/** Tickets of one topic with this text, each from another customer unless `by` says from whom. */
const tickets = (count: number, topic: string, text: string, requester?: string): TicketText[] =>
  Array.from({ length: count }, (_, index) => ({
    topic,
    text,
    requester: requester ?? String(++last),
    day: `2026-11-0${1 + (index % 3)}`,
  }));

/** What is learned of these tickets, beside others on another topic that say nothing. */
function learned(own: readonly TicketText[], options: Partial<Parameters<typeof learnWords>[1]> = {}) {
  const others = tickets(20, 'late', 'the post has not come yet');
  return learnWords([...own, ...others], {
    analysis: english,
    published: new Set(),
    minRequesters: 5,
    minDays: 3,
    struckOut: new Map(),
    ...options,
  });
}
const wordsOf = (own: readonly TicketText[], options: Parameters<typeof learned>[1] = {}) => [
  ...(learned(own, options).get('lost')?.keys() ?? []),
];

describe('a word of customers', () => {
  it('points to the topic they use it for', () => {
    const words = learned(tickets(20, 'lost', 'somebody has stolen my wallet'));
    expect(words.get('lost')?.get('stolen')).toBeGreaterThan(0);
    expect(words.get('late')?.get('post')).toBeGreaterThan(0);
    expect(words.get('late')?.has('stolen')).toBe(false);
  });

  it('is learned if enough different people used it', () => {
    expect(wordsOf([...tickets(5, 'lost', 'my wallet'), ...tickets(9, 'lost', 'a bag')])).toContain('wallet');
    expect(wordsOf([...tickets(4, 'lost', 'my wallet'), ...tickets(9, 'lost', 'a bag')])).not.toContain('wallet');
  });

  it('is not learned from one person, however often they use it', () => {
    const words = wordsOf([...tickets(30, 'lost', 'my wallet', 'one'), ...tickets(9, 'lost', 'a bag')]);
    expect(words).toContain('bag');
    expect(words).not.toContain('wallet');
  });

  it('is not learned from what many people say on two days', () => {
    const onDays = (days: number) =>
      tickets(30, 'lost', 'my wallet').map((ticket, index) => ({ ...ticket, day: `2026-11-0${1 + (index % days)}` }));
    expect(wordsOf([...onDays(2), ...tickets(9, 'lost', 'a bag')])).not.toContain('wallet');
    expect(wordsOf([...onDays(3), ...tickets(9, 'lost', 'a bag')])).toContain('wallet');
  });

  it('is not learned without authors', () => {
    const nobody = tickets(30, 'lost', 'my wallet').map((ticket) => ({ ...ticket, requester: undefined }));
    expect(wordsOf(nobody)).toEqual([]);
    expect(learned(nobody).has('lost')).toBe(false);
  });

  it('is written as most people write it', () => {
    const words = wordsOf([...tickets(6, 'lost', 'it was stealing'), ...tickets(9, 'lost', 'he steals')]);
    expect(words).toContain('steals');
    expect(words).not.toContain('stealing');
  });

  it('can be a phrase of two words', () => {
    expect(wordsOf(tickets(20, 'lost', 'it is gone'))).toContain('is gone');
  });

  it('has a weight in steps, never negative or zero', () => {
    for (const words of learned(tickets(20, 'lost', 'somebody has stolen my wallet')).values())
      for (const weight of words.values()) {
        expect(weight).toBeGreaterThan(0);
        expect(weight).toBeLessThanOrEqual(3.75);
        expect((weight * 4) % 1).toBe(0);
      }
  });

  it('is one of at most sixty', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
    const words = letters.flatMap((a) => letters.slice(0, 5).map((b) => `${a}${b}k${a}m`));
    expect(wordsOf(words.flatMap((word) => tickets(6, 'lost', `about ${word}`))).length).toBe(60);
  });

  it('that was struck out is never learned again, in any form', () => {
    const struckOut = new Map([['lost', ['wallets', 'my bag']]]);
    const words = wordsOf(tickets(9, 'lost', 'my wallet and my bag'), { struckOut });
    expect(words).not.toContain('wallet');
    expect(words).not.toContain('my bag');
    expect(words).toContain('bag');
  });

  it('is learned the same way from the same tickets', () => {
    const own = tickets(20, 'lost', 'somebody has stolen my wallet');
    const others = tickets(20, 'late', 'nothing in the post');
    const options = {
      analysis: english,
      published: new Set<string>(),
      minRequesters: 5,
      minDays: 3,
      struckOut: new Map(),
    };
    expect(learnWords([...own, ...others], options)).toEqual(learnWords([...own, ...others], options));
  });
});

describe('text that looks personal is not learned', () => {
  it.each([
    ['an address', 'write to canary@mail.example please', /canary|mail|example/],
    ['a web page', 'see https://canary.example/pay and www.canary.example or canary.com', /canary|http|www|com/],
    ['a card number', 'card 4111 1111 1111 1111 declined', /\d/],
    ['an account', 'paid to FI21canary34567 and FI21 1234 5600 0007 85 today', /\d|canary/],
    ['a date', 'born on 1.2.1990', /\d/],
    ['a name', 'hello, my friend Canary Virtanen asks', /canary|virtanen/],
    ['a name in an address', 'write to canary.virtanen@mail.example, says canary', /canary|virtanen/],
    ['a name below', 'my wallet is gone\nRegards,\nCanary', /canary/],
    ['what somebody else wrote', 'my wallet\n> canary wrote this', /canary/],
  ])('%s', (_, text, gone) => {
    const words = wordsOf(tickets(30, 'lost', text));
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((word) => gone.test(word))).toEqual([]);
  });

  it('except names that articles use, and words that only start a sentence', () => {
    expect(wordsOf(tickets(9, 'lost', 'paid with Visa'), { published: new Set(['visa']) })).toContain('visa');
    const shouted = [...tickets(9, 'lost', 'Wallet stolen'), ...tickets(2, 'lost', 'the wallet')];
    expect(wordsOf(shouted)).toContain('wallet');
  });
});
