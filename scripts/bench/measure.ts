import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

export interface Measured {
  seconds: number;
  /** The maximum resident set of the largest process, or undefined where the system has no `time` command. */
  megabytes?: number | undefined;
}

const timeCommand = '/usr/bin/time';

/** Runs a program to its end. Throws if it fails. */
export async function measure(program: string, words: readonly string[], cwd: string): Promise<Measured> {
  const report = join(cwd, '.peak-memory');
  const mac = process.platform === 'darwin';
  const timed = existsSync(timeCommand);
  const began = performance.now();
  await promisify(execFile)(
    timed ? timeCommand : program,
    timed ? [...(mac ? ['-l'] : ['-f', '%M']), '-o', report, program, ...words] : words,
    { cwd, maxBuffer: 256 * 1024 * 1024, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } },
  );
  const seconds = (performance.now() - began) / 1000;
  if (!timed) return { seconds };
  const text = await readFile(report, 'utf8');
  await rm(report);
  const megabytes = mac
    ? Number(/(\d+)\s+maximum resident set size/.exec(text)?.[1]) / 1024 ** 2
    : Number(text.trim()) / 1024;
  return { seconds, megabytes };
}

/** Starts a server, waits until `url` answers with a page, and stops it. Throws after five minutes. */
export async function measureStart(words: readonly string[], cwd: string, url: string): Promise<Measured> {
  const began = performance.now();
  const server = spawn(process.execPath, words, { cwd, stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  try {
    for (;;) {
      const answer = await fetch(url).catch(() => undefined);
      const page = await answer?.text();
      if (answer?.ok && page?.includes('<article')) return { seconds: (performance.now() - began) / 1000 };
      if (server.exitCode !== null) throw new Error(`The dev server ended with exit code ${server.exitCode}.`);
      if (performance.now() - began > 300_000) throw new Error(`No page at ${url} after five minutes.`);
      await wait(20);
    }
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}
