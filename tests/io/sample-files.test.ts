import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { readSampleFiles } from '#io/sample-files.ts';
import { makeFolder } from '../folder.ts';

async function git(root: string, ...words: string[]): Promise<void> {
  const own = ['-c', 'user.name=A Writer', '-c', 'user.email=writer@pilvi.example'];
  await promisify(execFile)('git', ['-C', root, ...own, ...words]);
}

async function commit(root: string, files: Record<string, string>): Promise<void> {
  for (const [path, written] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), written);
  }
  await git(root, 'add', '--all');
  await git(root, 'commit', '-q', '-m', 'Change');
}

/** The engine's repository, in which a company replaced the sample by its own content. */
async function makeCopy(): Promise<string> {
  const root = await makeFolder({});
  await git(root, 'init', '-q', '-b', 'engine');
  await commit(root, {
    'package.json': '{}',
    'content/site.yaml': 'name: Lumo\n',
    'content/facts.yaml': 'fee: 1\n',
    'content/articles/en/cards/order.mdx': 'Lumo card',
  });
  await git(root, 'checkout', '-q', '-b', 'company');
  await rm(join(root, 'content/articles'), { recursive: true });
  await commit(root, { 'content/site.yaml': 'name: Pilvi\n', 'content/articles/en/rain/umbrella.mdx': 'Ours' });
  await git(root, 'checkout', '-q', 'engine');
  await commit(root, {
    'package.json': '{"version": "2.0.0"}',
    'content/facts.yaml': 'fee: 2\n',
    'content/announcements/card-payments-fail.yaml': 'title: Card payments fail\n',
    'content/announcements/other.yaml': 'title: Other\n',
  });
  await git(root, 'checkout', '-q', 'company');
  return root;
}

const found = (root: string, name = 'Pilvi') => readSampleFiles(join(root, 'content'), name);

it('finds what a merge of a newer engine brought into the content of a company', async () => {
  const root = await makeCopy();
  expect(await found(root)).toEqual([]);
  await git(root, 'merge', '-q', '--no-edit', 'engine');
  const came = ['announcements/card-payments-fail.yaml', 'announcements/other.yaml', 'facts.yaml'];
  expect(await found(root)).toEqual(came);
  expect(await found(root, 'Lumo')).toEqual([]);
  // What the company changes is its own.
  await commit(root, { 'content/announcements/other.yaml': 'title: Ours\n', 'content/facts.yaml': 'fee: 3\n' });
  expect(await found(root)).toEqual(['announcements/card-payments-fail.yaml']);
  await rm(join(root, 'content/announcements/card-payments-fail.yaml'));
  await commit(root, {});
  expect(await found(root)).toEqual([]);
});

it('finds it after a merge in a branch too, and leaves what colleagues wrote in branches alone', async () => {
  const root = await makeCopy();
  await git(root, 'checkout', '-q', '-b', 'upgrade');
  await git(root, 'merge', '-q', '--no-edit', 'engine');
  await commit(root, { 'content/articles/en/rain/boots.mdx': 'Ours too' });
  await git(root, 'checkout', '-q', 'company');
  await git(root, 'merge', '-q', '--no-ff', '--no-edit', 'upgrade');
  expect(await found(root)).not.toContain('articles/en/rain/boots.mdx');
  expect(await found(root)).toContain('announcements/card-payments-fail.yaml');
});

it('finds nothing outside a repository', async () => {
  expect(await found(await makeFolder({ 'content/site.yaml': 'name: Pilvi\n' }))).toEqual([]);
});
