import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMissing, listFiles, readMany, readText } from '#io/machine/files.ts';
import { makeFolder } from '../../folder.ts';

describe('the files of a folder', () => {
  it('are all files below it, sorted, with "/" between their parts', async () => {
    const folder = await makeFolder({ 'b.txt': '', 'a/c.txt': '', 'a/b/d.txt': '', 'B.txt': '', 'ä.txt': '' });
    expect(await listFiles(folder)).toEqual(['B.txt', 'a/b/d.txt', 'a/c.txt', 'b.txt', 'ä.txt']);
  });

  it('are none if the folder is missing, or is a file', async () => {
    const folder = await makeFolder({ file: '' });
    expect(await listFiles(join(folder, 'none'))).toEqual([]);
    expect(await listFiles(join(folder, 'file'))).toEqual([]);
  });

  it('leave out what is hidden, and folders', async () => {
    const folder = await makeFolder({ '.DS_Store': '', 'a/.b.txt.swp': '', '.git/config': '', 'c.txt': '' });
    await mkdir(join(folder, 'empty.mdx'));
    expect(await listFiles(folder)).toEqual(['c.txt']);
  });

  it('have the same names, however the path of the folder is written', async () => {
    const folder = await makeFolder({ 'a/b.txt': '' });
    expect(await listFiles(`${folder}/`)).toEqual(['a/b.txt']);
    expect(await listFiles(`${folder}/a/..`)).toEqual(['a/b.txt']);
  });

  it('never include links, which could point to any file of the machine', async () => {
    const folder = await makeFolder({ 'a/a.txt': 'text', 'b/c.txt': 'text' });
    await symlink(join(folder, 'a/a.txt'), join(folder, 'b/a.txt'));
    await symlink(join(folder, 'a'), join(folder, 'b/a'));
    expect(await listFiles(join(folder, 'b'))).toEqual(['c.txt']);
  });
});

describe('the text of a file', () => {
  it('is read, or undefined if the file is missing', async () => {
    const folder = await makeFolder({ 'a.txt': 'äö 😀\n' });
    expect(await readText(join(folder, 'a.txt'))).toBe('äö 😀\n');
    expect(await readText(join(folder, 'b.txt'))).toBeUndefined();
    expect(await readText(join(folder, 'a.txt/b'))).toBeUndefined();
  });

  it('that cannot be read for another reason is an error', async () => {
    const folder = await makeFolder({ 'a/b.txt': '' });
    await expect(readText(join(folder, 'a'))).rejects.toThrow('EISDIR');
  });
});

it('many files are read in their order, and a missing one is not confused with an empty one', async () => {
  const names = Array.from({ length: 150 }, (_, index) => `${index}.txt`);
  const folder = await makeFolder(Object.fromEntries(names.map((name) => [name, name === '70.txt' ? '' : name])));
  const read = await Array.fromAsync(readMany(folder, ['none.txt', ...names]));
  expect(read.map(({ path }) => path)).toEqual(['none.txt', ...names]);
  expect([read[0]?.source, read[71]?.source, read[150]?.source]).toEqual([undefined, '', '149.txt']);
});

it.each([
  [{ code: 'ENOENT' }, true],
  [{ code: 'ENOTDIR' }, true],
  [{ code: 'EACCES' }, false],
  [new Error('other'), false],
  [null, false],
  [undefined, false],
])('%o means that there is nothing: %s', (error, missing) => {
  expect(isMissing(error)).toBe(missing);
});
