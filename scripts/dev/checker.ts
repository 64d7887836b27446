import { setTimeout } from 'node:timers/promises';
import type { CheckedContent } from '#io/check-content.ts';
import type { Library } from '#kb/content/library.ts';

// Editors save several files at once, and pages are shown first.
const PAUSE = 400;

/** Checks the content again after each save. */
export interface Checker {
  checked: CheckedContent;
  /** The last one that could be read. */
  library: Library;
  /** How many checks there were. */
  version: number;
  /** A file was saved. */
  changed(file: string): void;
  /** Resolves when what was saved is checked. */
  settled(): Promise<void>;
  /** The same, but only if one of these files was saved, or a file that all pages depend on. */
  settledFor(files: readonly string[]): Promise<void>;
  stop(): void;
}

/**
 * @param check the same as `npm run check`
 * @param done is called after each check
 */
export function checkOnSave(
  first: CheckedContent & { library: Library },
  check: () => Promise<CheckedContent>,
  done: (checker: Checker) => void,
): Checker {
  let pending: Promise<void> | undefined;
  let waiting = new Set<string>();
  let checking = new Set<string>();
  let stopped = false;
  const settled = async () => {
    while (pending) await pending;
  };
  const checker: Checker = {
    checked: first,
    library: first.library,
    // Differs from that of a server that was here before.
    version: Date.now(),
    changed(file) {
      waiting.add(file);
      pending ??= run();
    },
    settled,
    async settledFor(files) {
      const concerns = (file: string) => !file.endsWith('.mdx') || files.includes(file);
      if ([...waiting, ...checking].some(concerns)) await settled();
    },
    stop() {
      stopped = true;
    },
  };
  return checker;

  async function run(): Promise<void> {
    while (waiting.size > 0 && !stopped) {
      await setTimeout(PAUSE);
      [checking, waiting] = [waiting, new Set()];
      // A file can vanish while it is read, and that is a change too.
      const checked = await check().catch(() => undefined);
      checking = new Set();
      if (!checked || stopped) continue;
      checker.checked = checked;
      checker.library = checked.library ?? checker.library;
      checker.version += 1;
      done(checker);
    }
    pending = undefined;
  }
}
