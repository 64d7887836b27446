import { appendFile, cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileBeside } from '#build/compile-beside.ts';
import { pageKey } from '#build/keeping/page-key.ts';
import { engineDir } from '#io/machine/engine.ts';

const small = join(engineDir, 'tests/fixtures/sites/small');
const published = { base: '/', url: 'https://help.pilvi.example/', audience: 'public' } as const;
let root: string;
let contentDir: string;

beforeAll(async () => {
  await mkdir(join(engineDir, '.cache'), { recursive: true });
  root = await realpath(await mkdtemp(join(engineDir, '.cache/test-')));
  contentDir = join(root, 'content');
  await cp(small, contentDir, { recursive: true });
  await rm(join(contentDir, 'articles/en/account/rates.mdx'));
  await cp(join(engineDir, 'themes/plain'), join(root, 'themes/plain'), { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** @param change what happens to the content before all of it is compiled */
async function compiled(change = async () => {}) {
  const key = await pageKey(contentDir, [], published);
  const compiling = compileBeside({ contentDir, codeArticles: [], audience: 'public', today: '2026-11-15' });
  try {
    await change();
    return { ofKey: await compiling.bundle(key), ofOther: await compiling.bundle('other') };
  } finally {
    compiling.close();
  }
}

describe('what is compiled while the content is checked', () => {
  it('is what renders pages, and their scripts and styles, for the key of this content', async () => {
    const { ofKey, ofOther } = await compiled();
    expect([...(ofKey?.app.keys() ?? [])]).toContainEqual(expect.stringMatching(/^prerender-entry\./));
    expect([...(ofKey?.site.keys() ?? [])]).toContainEqual(expect.stringMatching(/^_astro\/.*\.css$/));
    expect(ofOther).toBeUndefined();
  });

  it('is not used if the theme changes meanwhile', async () => {
    const theme = join(root, 'themes/plain/theme.yaml');
    const before = await readFile(theme, 'utf8');
    expect((await compiled(() => appendFile(theme, '# Later\n'))).ofKey).toBeUndefined();
    await writeFile(theme, before);
  });
});
