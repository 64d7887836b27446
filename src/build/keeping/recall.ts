import { engineDir } from '#io/machine/engine.ts';
import { engineKey, pageRooms } from './engine-key.ts';
import { keep, longDigest, readKept } from './kept-file.ts';

/** Gives what was made of the same parts before, or makes it. */
export type Recall = <T>(parts: readonly (string | Uint8Array)[], make: () => T | Promise<T>) => Promise<T>;

/** Makes everything anew. */
export const makeAnew: Recall = async (_, make) => make();

/** Keeps in memory what was made between two calls of `next`, for one process. */
export function recallLast(): { recall: Recall; next(): void } {
  let before = new Map<string, unknown>();
  let now = new Map<string, unknown>();
  return {
    async recall<T>(parts: readonly (string | Uint8Array)[], make: () => T | Promise<T>) {
      const key = longDigest(...parts);
      const value = ((now.get(key) ?? before.get(key)) as T | undefined) ?? (await make());
      now.set(key, value);
      return value;
    },
    next() {
      before = now;
      now = new Map();
    },
  };
}

/** What a build makes of the same parts each time, kept for the next one. */
export interface Recaller {
  recall: Recall;
  /** Keeps what was made or recalled, and nothing else. */
  save(): Promise<void>;
}

/** @param name of its file; without one, nothing is kept */
export async function openRecaller(name: string | undefined): Promise<Recaller> {
  if (name === undefined) return { recall: makeAnew, save: async () => {} };
  const [before, engine] = await Promise.all([readKept<unknown>(name), engineKey(engineDir, pageRooms)]);
  const now = new Map<string, unknown>();
  return {
    async recall<T>(parts: readonly (string | Uint8Array)[], make: () => T | Promise<T>) {
      const key = longDigest(engine, ...parts);
      let value = (now.get(key) ?? before.get(key)) as T | undefined;
      if (value === undefined) {
        value = await make();
      }
      now.set(key, value);
      return value;
    },
    save: () => keep(name, now, before),
  };
}
