import { setInterval } from 'node:timers/promises';

/**
 * Runs `work` repeatedly, never twice at once.
 *
 * @returns a function that stops it, and waits for the last run
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
