/** The chunks of an index, sorted by their words. */
export interface ChunkList {
  /** The name of the chunk that has a token, if the index has it at all. */
  holding(token: string): string | undefined;
}

/** A chunk of an index: where its tokens start, in the order of their bytes in UTF-8, and its name. */
export type Chunk = readonly [from: string, name: string];

// A token contains no white space.
const BETWEEN = ' ';

export function printChunks(chunks: readonly Chunk[]): string {
  return chunks.map((chunk) => chunk.join(BETWEEN)).join('\n');
}

/** @param text what {@link printChunks} wrote */
export function readChunks(text: string): ChunkList {
  const chunks = text.split('\n').map((line): Chunk => {
    const [from = '', name = ''] = line.split(BETWEEN);
    return [from, name];
  });
  return {
    holding(token) {
      // How many chunks start before the token or with it: a large index has more than a thousand.
      let [low, high] = [0, chunks.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (comesBefore(token, chunks[middle]?.[0] ?? '')) high = middle;
        else low = middle + 1;
      }
      return chunks[low - 1]?.[1] || undefined;
    },
  };
}

/** Characters have the same order as their bytes in UTF-8, and UTF-16 has another one. */
function comesBefore(a: string, b: string): boolean {
  const [one, other] = [[...a], [...b]];
  const at = one.findIndex((character, index) => character !== other[index]);
  if (at < 0) return one.length < other.length;
  return (one[at]?.codePointAt(0) ?? 0) < (other[at]?.codePointAt(0) ?? -1);
}
