import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceFiles } from '#io/machine/replace-file.ts';
import { makeFolder } from '../../folder.ts';

describe('files that belong together', () => {
  it('are replaced together, and created if they are missing', async () => {
    const dir = await makeFolder({ a: 'old', c: 'same' });
    const paths = ['a', 'b/b', 'c'].map((name) => join(dir, name));
    expect(await replaceFiles(paths.map((path, index) => [path, ['new', 'new', 'same'][index] ?? '']))).toEqual([
      true,
      true,
      false,
    ]);
    expect(await readFile(join(dir, 'b/b'), 'utf8')).toBe('new');
    expect(await readdir(dir)).toEqual(['a', 'b', 'c']);
  });

  it('stay as they were where one of them cannot be replaced', async () => {
    const dir = await makeFolder({ a: 'old', 'c/in-the-way': '' });
    await expect(
      replaceFiles([
        [join(dir, 'a'), 'new'],
        [join(dir, 'b'), 'new'],
        [join(dir, 'c'), 'new'],
      ]),
    ).rejects.toThrow();
    expect(await readFile(join(dir, 'a'), 'utf8')).toBe('old');
    expect(await readdir(dir)).toEqual(['a', 'c']);
  });
});
