import { describe, expect, it } from 'vitest';
import { synonymsFor } from '#search/synonyms.ts';

const groups = [
  ['ATM', 'cash machine', 'hole in the wall'],
  ['passcode', 'app code'],
];
const found = (about: string, body = '') => synonymsFor({ about, body }, groups, 'en');

describe('an article', () => {
  it('is found by synonyms of words in its title', () => {
    expect(found('Which ATMs can I use?')).toEqual(['cash machine', 'hole in the wall']);
  });

  it('is not found by synonyms of a word it only mentions', () => {
    expect(found('Pay abroad', 'You can also use an ATM.')).toEqual([]);
    expect(found('Pay abroad', 'An ATM, another ATM, and a third ATM.')).toEqual(['cash machine', 'hole in the wall']);
  });

  it('finds phrases word by word, never inside a word', () => {
    expect(found('The cash machine kept my card')).toEqual(['ATM', 'hole in the wall']);
    expect(found('Treatment')).toEqual([]);
    expect(found('A whatsapp code')).toEqual([]);
  });
});
