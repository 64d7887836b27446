import { describe, expect, it } from 'vitest';
import { collectPeople } from '#intake/tickets/words/collected-people.ts';

/** How many different people wrote, of pairs of a requester and an address. */
function peopleIn(pairs: readonly (readonly [requester: number, mail: string])[]): number {
  const people = collectPeople();
  for (const [requester, mail] of pairs) people.add(requester, mail);
  const person = people.joined();
  return new Set(pairs.map(([requester]) => person(String(requester)))).size;
}

describe('the people who wrote tickets', () => {
  it('are those with different requesters and addresses', () => {
    expect(
      peopleIn([
        [1, '10'],
        [2, '20'],
        [1, '10'],
      ]),
    ).toBe(2);
  });

  it('are one if requesters share an address, also by way of another one', () => {
    expect(
      peopleIn([
        [1, '10'],
        [2, '10'],
        [2, '20'],
        [3, '20'],
        [4, '30'],
      ]),
    ).toBe(2);
  });

  it('can have the largest numbers that a hash can be', () => {
    const [most, mail] = [2 ** 32 - 1, String(2n ** 64n - 1n)];
    expect(
      peopleIn([
        [most, mail],
        [0, mail],
        [most, '0'],
        [5, '1'],
      ]),
    ).toBe(2);
  });

  it('can be many, who write again and again', () => {
    const pairs = Array.from({ length: 20_000 }, (_, place): [number, string] => [place % 5000, String(place % 2500)]);
    expect(peopleIn(pairs)).toBe(2500);
  });
});
