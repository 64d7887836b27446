import { chmod, link, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileWriter } from '#io/machine/file-writer.ts';
import { makeFolder } from '../../folder.ts';

const all = { 'a/index.html': 'A', 'b/index.html': 'B', 'c.md': 'C' };

async function inode(...path: string[]): Promise<number> {
  return (await stat(join(...path))).ino;
}

it('takes the files that are the same as before, and writes the others', async () => {
  const root = await makeFolder({});
  const [before, after] = [join(root, 'before'), join(root, 'after')];
  for (const [path, text] of Object.entries(all)) fileWriter(before, undefined)(path, text);
  const write = fileWriter(after, before);
  write('first', 'new');
  write('a/index.html', 'A');
  write('b/index.html', 'b');
  write('c.md', Buffer.from('C'));
  const texts = ['a/index.html', 'b/index.html', 'c.md'].map((path) => readFile(join(after, path), 'utf8'));
  expect(await Promise.all(texts)).toEqual(['A', 'b', 'C']);
  expect(await readFile(join(before, 'b/index.html'), 'utf8')).toBe('B');
  expect(await inode(after, 'a/index.html')).toBe(await inode(before, 'a/index.html'));
  expect(await inode(after, 'b/index.html')).not.toBe(await inode(before, 'b/index.html'));
});

it('writes a file again whose rights or text someone changed', async () => {
  const root = await makeFolder({ 'before/a': 'A', 'before/c': 'C', other: 'B' });
  await chmod(join(root, 'before/a'), 0o600);
  await link(join(root, 'before/c'), join(root, 'linked'));
  await writeFile(join(root, 'linked'), 'D');
  const write = fileWriter(join(root, 'after'), join(root, 'before'));
  for (const path of ['first', 'a', 'c']) write(path, path === 'first' ? '' : path.toUpperCase());
  expect(await inode(root, 'after/a')).not.toBe(await inode(root, 'before/a'));
  expect(await readFile(join(root, 'after/c'), 'utf8')).toBe('C');
  expect(await readFile(join(root, 'before/c'), 'utf8')).toBe('D');
});
