import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { makeFolder } from '../../folder.ts';
import { start } from '../../run.ts';
import { content } from '../../tickets.ts';

const rows = Array.from({ length: 300_000 }, (_, n) => `${n},2026-11-02,lost_card,canary ${n}`);
const utf16 = Buffer.from(`\uFEFFid,created,category,subject\n${rows.join('\n')}\n`, 'utf16le');

const soon = { interval: 5, timeout: 30_000 };

/** Interrupts an import once it has a copy of the tickets, and waits until nothing of that is left. */
async function interrupt(signal: NodeJS.Signals) {
  const root = await makeFolder({ ...content, 'export.csv': utf16, 'temporary/.keep': '' });
  const temporary = join(root, 'temporary');
  const child = start('tickets', ['import', 'export.csv'], root, { TMPDIR: temporary });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (text) => (output[name] += text));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  await vi.waitUntil(async () => {
    for (const name of await readdir(temporary))
      if ((await stat(join(temporary, name, 'export')).catch(() => ({ size: 0 }))).size > 0) return true;
    return false;
  }, soon);
  child.kill(signal);
  const code = await ended;
  await vi.waitUntil(async () => (await readdir(temporary)).every((name) => name === '.keep'), soon);
  return { code, ...output, written: await readdir(join(root, 'content')) };
}

// Windows has no signals but the last.
describe.skipIf(process.platform === 'win32')('an import that is interrupted', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s says so, and leaves nothing', async (signal) => {
    const { written, ...said } = await interrupt(signal);
    expect(said).toEqual({ code: 1, stdout: '', stderr: 'The import was interrupted.\n\nNothing was written.\n' });
    expect(written).not.toContain('tickets');
  });

  it.each(['SIGHUP', 'SIGKILL'] as const)('by %s leaves nothing either', async (signal) => {
    const { written, ...said } = await interrupt(signal);
    expect(said).toEqual({ code: null, stdout: '', stderr: '' });
    expect(written).not.toContain('tickets');
  });
});
