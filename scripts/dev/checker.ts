import { setTimeout } from 'node:timers/promises';
import type { Article } from '#kb/content/article.ts';
import type { Finding } from '#kb/findings/finding.ts';
import type { Checked, CheckThread } from './check-thread.ts';

// Editors save several files at once, and pages are shown first.
const PAUSE = 400;

/** Checks the content again after each save. */
export interface Checker {
  /** All findings of the last check. */
  readonly findings: readonly Finding[];
  /** Changes with each check. */
  readonly version: number;
  /** A file was saved. */
  changed(file: string): void;
  /** All articles that can be read, as a check finds them that starts after this call. */
  articles(): Promise<readonly Article[]>;
  /** Resolves when what was saved is checked. */
  settled(): Promise<void>;
  /** The same, but only if one of these files was saved, or a file that all pages depend on. */
  settledFor(files: readonly string[]): Promise<void>;
  stop(): void;
}

/**
 * @param first the check that runs already
 * @param done is called after each check, also the first
 */
export function checkOnSave(
  first: Promise<Checked>,
  check: CheckThread['check'],
  done: (checked: Checked) => void,
): Checker {
  let pending: Promise<void> | undefined = begin();
  let waiting = new Set<string>();
  let checking = new Set<string>();
  let asking: ((articles: readonly Article[]) => void)[] = [];
  let stopped = false;
  let findings: readonly Finding[] = [];
  // Differs from that of a server that was here before.
  let version = Date.now();
  const settled = async () => {
    while (pending) await pending;
  };
  return {
    get findings() {
      return findings;
    },
    get version() {
      return version;
    },
    changed(file) {
      waiting.add(file);
      pending ??= run();
    },
    articles() {
      return new Promise((resolve) => {
        asking.push(resolve);
        pending ??= run();
      });
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

  async function begin(): Promise<void> {
    // Whoever started it hears of a failure.
    const checked = await first.catch(() => undefined);
    if (checked) take(checked);
    await run();
  }

  function take(checked: Checked): void {
    ({ findings } = checked);
    version += 1;
    done(checked);
  }

  async function run(): Promise<void> {
    while ((waiting.size > 0 || asking.length > 0) && !stopped) {
      await setTimeout(PAUSE);
      [checking, waiting] = [waiting, new Set()];
      const asked = asking;
      asking = [];
      // A file can vanish while it is read, and that is a change too.
      const checked = await check(asked.length > 0).catch(() => undefined);
      checking = new Set();
      if (!checked) asking.push(...asked);
      if (!checked || stopped) continue;
      for (const answer of asked) answer(checked.articles);
      take(checked);
    }
    pending = undefined;
  }
}
