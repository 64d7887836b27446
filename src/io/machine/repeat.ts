import { setInterval } from 'node:timers/promises';

/**
 * Does something again and again, never twice at once.
 *
 * @returns what ends it, when the last time is over
 */
export function repeat(milliseconds: number, work: () => Promise<void>): () => Promise<void> {
  const stop = new AbortController();
  const loop = (async () => {
    for await (const _ of setInterval(milliseconds, undefined, { signal: stop.signal, ref: false })) await work();
  })().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  return () => {
    stop.abort();
    return loop;
  };
}
