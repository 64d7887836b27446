import { describe, expect, it } from 'vitest';
import { nearestByWords } from '#kb/values/nearest-by-words.ts';

const words = (text: string) => new Set(text.split(' '));
const refunds = new Map([
  ['refund', words('how to get a refund')],
  ['order', words('how to order a card')],
  ['card', words('how to block a card')],
]);

describe('the nearest by words', () => {
  it('shares most of the words, and a rare word counts for more', () => {
    expect(nearestByWords(refunds, 1)(words('refund a card'))).toBe('refund');
  });

  it('does not exist if less than half is shared', () => {
    expect(nearestByWords(refunds, 1)(words('where is my parcel a'))).toBeUndefined();
  });

  it('ignores words that too many have', () => {
    expect(nearestByWords(refunds, 0.5)(words('how to a'))).toBeUndefined();
    expect(nearestByWords(refunds, 0.5)(words('how to a refund please'))).toBe('refund');
  });

  it('is the first by name if two share the same', () => {
    expect(nearestByWords(refunds, 1)(words('card'))).toBe('card');
  });
});
