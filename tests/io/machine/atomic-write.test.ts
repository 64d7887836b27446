import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createFile, createFolder, finishReplacing, replaceFiles, writeFiles } from '#io/machine/atomic-write.ts';
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

  it('stay as they were if one of them cannot be replaced', async () => {
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

describe('a folder', () => {
  it('is created with everything in it', async () => {
    const dir = await makeFolder({ 'site/.keep': '' });
    await createFolder(join(dir, 'new/site'), (draft) => writeFiles(draft, [['a/new', 'text']]));
    expect(await readFile(join(dir, 'new/site/a/new'), 'utf8')).toBe('text');
    expect(await readdir(join(dir, 'new'))).toEqual(['site']);
  });

  it('stays as it was if it cannot be written', async () => {
    const dir = await makeFolder({ 'site/old': '' });
    const fail = async (draft: string) => {
      await writeFiles(draft, [['half', '']]);
      throw new Error('The disk is full.');
    };
    await expect(createFolder(join(dir, 'other'), fail)).rejects.toThrow('full');
    await expect(createFolder(join(dir, 'site'), (draft) => writeFiles(draft, [['new', '']]))).rejects.toThrow();
    expect(await readdir(join(dir, 'site'))).toEqual(['old']);
    expect(await readdir(dir)).toEqual(['site']);
  });
});

describe('a file', () => {
  it('is created with its folders, and never replaces another', async () => {
    const dir = await makeFolder({ 'a/b': 'old' });
    await createFile(join(dir, 'c/d/e'), 'new');
    expect(await readFile(join(dir, 'c/d/e'), 'utf8')).toBe('new');
    await expect(createFile(join(dir, 'a/b'), 'new')).rejects.toThrow('EEXIST');
    expect(await readFile(join(dir, 'a/b'), 'utf8')).toBe('old');
  });

  it('leaves nothing if it cannot be written', async () => {
    const dir = await makeFolder({});
    // A name that no disk takes.
    await expect(createFile(join(dir, 'c/d', 'e'.repeat(300)), 'new')).rejects.toThrow();
    expect(await readdir(dir)).toEqual([]);
  });
});

describe('files whose replacement is killed', () => {
  it.each([1, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])(
    'are all old or all new when they are next read: call %d',
    async (at) => {
      const dir = await makeFolder({ a: 'old', b: 'old', '.hidden/c': 'old', 'drafts/.keep': '' });
      const script = (name: string) => join(import.meta.dirname, name);
      const words = ['--import', script('kill-at-call.ts'), script('replace-together.ts'), dir];
      const env = { ...process.env, KILL_AT: String(at), KILL_AFTER: '1' };
      await promisify(execFile)(process.execPath, words, { env }).catch(() => {});
      await finishReplacing(dir);
      const texts = await Promise.all(['a', 'b', '.hidden/c'].map((name) => readFile(join(dir, name), 'utf8')));
      expect(['old old old', 'new new new']).toContain(texts.join(' '));
      await replaceFiles(['a', 'b', '.hidden/c'].map((name) => [join(dir, name), 'newest']));
      expect(await readdir(dir)).toEqual(['.hidden', 'a', 'b', 'drafts']);
    },
  );
});
