import { samePeople } from './same-people.ts';

/** Who wrote any number of tickets. */
export interface CollectedPeople {
  /**
   * @param requester a hash of at most 32 bits
   * @param mail a hash of their address, in digits
   */
  add(requester: number, mail: string): void;
  /** @returns one of a person's requesters for any of them, always the same */
  joined(): (requester: string) => string;
}

const FIRST_SIZE = 1024;

/**
 * Collects requesters with their addresses, in eight bytes for each pair that is different: a map of texts would need
 * as much memory as the tickets. Of an address, 32 bits are kept. If two addresses share them, two people count as one,
 * so too few people are counted, never too many.
 */
export function collectPeople(): CollectedPeople {
  let pairs = new BigUint64Array(FIRST_SIZE);
  let size = 0;
  let person: ((requester: string) => string) | undefined;
  const compact = () => {
    const sorted = pairs.subarray(0, size).sort();
    let kept = 0;
    for (const pair of sorted) if (kept === 0 || pair !== pairs[kept - 1]) pairs[kept++] = pair;
    size = kept;
  };
  return {
    add(requester, mail) {
      person = undefined;
      if (size === pairs.length) {
        compact();
        if (size > pairs.length / 2) {
          const larger = new BigUint64Array(2 * pairs.length);
          larger.set(pairs.subarray(0, size));
          pairs = larger;
        }
      }
      pairs[size++] = (BigInt.asUintN(32, BigInt(mail)) << 32n) | BigInt(requester);
    },
    joined() {
      if (person) return person;
      compact();
      person = samePeople(sharedAddresses(pairs.subarray(0, size)));
      return person;
    },
  };
}

/** The requesters that share an address, two by two. */
function* sharedAddresses(sorted: BigUint64Array): Generator<[string, string]> {
  for (const [place, pair] of sorted.entries()) {
    const before = sorted[place - 1];
    if (before !== undefined && before >> 32n === pair >> 32n) yield [requesterIn(before), requesterIn(pair)];
  }
}

function requesterIn(pair: bigint): string {
  return String(BigInt.asUintN(32, pair));
}
