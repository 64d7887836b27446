import { statSync } from 'node:fs';

/** In milliseconds. Editors empty a file, and fill it a moment later. */
const PAUSE = 250;

/**
 * Announces a changed file at once, and again if it was still being written then, because a watcher can miss the end of
 * that.
 *
 * @param changed gets the absolute path
 */
export function untilWritten(changed: (file: string) => void): (file: string) => void {
  return function announce(file) {
    const before = stateOf(file);
    changed(file);
    setTimeout(() => {
      if (stateOf(file) !== before) announce(file);
    }, PAUSE).unref();
  };
}

function stateOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false, bigint: true });
  return found ? `${found.mtimeNs} ${found.size}` : '';
}
