import { describe, expect, it } from 'vitest';
import { oneAtATime } from '#io/machine/one-at-a-time.ts';

/** A task that reads a value slowly at first, and faster each time. */
function slowReader() {
  const saved = { value: 'old' };
  const shown: string[] = [];
  let [runs, most, now] = [0, 0, 0];
  const read = oneAtATime(async () => {
    most = Math.max(most, ++now);
    const { value } = saved;
    await new Promise((done) => setTimeout(done, 30 - 10 * runs++));
    shown.push(value);
    now--;
  });
  return { saved, shown, read, most: () => most };
}

describe('a task that runs one at a time', () => {
  it('shows what was saved last, also if it was saved during a slower run', async () => {
    const { saved, shown, read, most } = slowReader();
    void read();
    saved.value = 'new';
    await read();
    expect(shown).toEqual(['old', 'new']);
    expect(most()).toBe(1);
  });

  it('runs once more for any number of saves during a run', async () => {
    const { shown, read } = slowReader();
    await Promise.all([read(), read(), read(), read()]);
    expect(shown).toHaveLength(2);
  });

  it('runs again after it is done, and after a failure', async () => {
    let runs = 0;
    const run = oneAtATime(async () => {
      if (++runs === 1) throw new Error('no');
    });
    await expect(run()).rejects.toThrow('no');
    await run();
    await run();
    expect(runs).toBe(3);
  });
});
