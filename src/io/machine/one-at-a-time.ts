/**
 * Runs a task that reads what was saved. A save during a run is followed by another run after it: two runs at once could
 * end in the other order, and what the older one read would replace what the newer one did.
 *
 * @returns starts a run, or the next one; resolves when all that was saved before is read
 */
export function oneAtATime(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isAsked = false;
  const run = async () => {
    try {
      while (isAsked) {
        isAsked = false;
        await task();
      }
    } finally {
      running = undefined;
    }
  };
  return () => {
    isAsked = true;
    running ??= run();
    return running;
  };
}
