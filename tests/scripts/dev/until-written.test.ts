import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { untilWritten } from '../../../scripts/dev/until-written.ts';
import { makeFolder } from '../../folder.ts';

it('announces a file again until it is whole, and once if it is', async () => {
  const folder = await makeFolder({ 'half.mdx': '', 'whole.mdx': 'Whole.', 'gone.mdx': 'Gone.' });
  const seen: string[] = [];
  const announce = untilWritten((file) => seen.push(file));
  const half = join(folder, 'half.mdx');
  announce(half);
  announce(join(folder, 'whole.mdx'));
  announce(join(folder, 'gone.mdx'));
  await writeFile(half, 'One.');
  await rm(join(folder, 'gone.mdx'));
  await expect.poll(() => seen.filter((file) => file === half).length).toBe(2);
  await appendFile(half, 'Two.');
  await expect.poll(() => seen.filter((file) => file === half).length).toBe(3);
  await setTimeout(600);
  expect(seen.map((file) => file.slice(folder.length + 1)).sort()).toEqual([
    'gone.mdx',
    'gone.mdx',
    'half.mdx',
    'half.mdx',
    'half.mdx',
    'whole.mdx',
  ]);
  expect(await readFile(half, 'utf8')).toBe('One.Two.');
});
