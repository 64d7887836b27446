import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before a program, ends it like `kill -9` right before or after its nth call that changes a file or folder:
 * `KILL_AT=3` before the third, `KILL_AT=3 KILL_AFTER=1` after it. Prints how many calls there were if it isn't ended.
 */
const at = Number(process.env.KILL_AT ?? 0);
const isAfter = process.env.KILL_AFTER === '1';
let calls = 0;

const promises = fs.promises as unknown as Record<string, (...values: unknown[]) => unknown>;
for (const name of [
  'mkdir',
  'rename',
  'rm',
  'rmdir',
  'writeFile',
  'copyFile',
  'cp',
  'utimes',
  'readdir',
  'lstat',
  'stat',
]) {
  const original = promises[name];
  promises[name] = async (...values) => {
    calls++;
    const isHere = calls === at;
    if (isHere && !isAfter) process.kill(process.pid, 'SIGKILL');
    try {
      return await original?.apply(promises, values);
    } finally {
      if (isHere) process.kill(process.pid, 'SIGKILL');
    }
  };
}
syncBuiltinESMExports();
process.on('exit', () => process.stdout.write(`calls ${calls}\n`));
