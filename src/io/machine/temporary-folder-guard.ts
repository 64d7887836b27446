import { rm } from 'node:fs/promises';

/**
 * A program that waits until the process that started it has ended, and removes the folders whose paths it received on
 * its input, each followed by a zero byte.
 */
let paths = '';
process.stdin.setEncoding('utf8');
for await (const text of process.stdin) paths += text;
for (const folder of paths.split('\0').slice(0, -1))
  await rm(folder, { recursive: true, force: true, maxRetries: 10 }).catch(() => {});
