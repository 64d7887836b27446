import { appendFile, cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '#build/build-site.ts';
import { type CompileBeside, compileBeside } from '#build/compile-beside.ts';
import { longDigest, removeKept } from '#build/keeping/kept-file.ts';
import { pageKey } from '#build/keeping/page-key.ts';
import { checkContent } from '#io/check-content.ts';
import { engineDir } from '#io/machine/engine.ts';
import { listFiles } from '#io/machine/files.ts';
import { publishedLibrary } from '#kb/content/library.ts';

const small = join(engineDir, 'tests/fixtures/sites/small');
const today = '2026-11-15';
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
async function compiled(change: () => Promise<void>) {
  const key = await pageKey(contentDir, [], published);
  const compiling = compileBeside({ contentDir, codeArticles: [], audience: 'public', today });
  try {
    await change();
    return await compiling.bundle(key);
  } finally {
    compiling.close();
  }
}

async function built(kept: string, compiling?: CompileBeside): Promise<Map<string, string>> {
  const { library, setup, html } = await checkContent(contentDir, undefined);
  if (!library || !setup) throw new Error('The content has mistakes.');
  const outDir = join(root, kept);
  const options = { contentDir, outDir, audience: 'public', today, popular: [], rising: [], kept } as const;
  await buildSite(
    { library: publishedLibrary(library, 'public', today), html, setup, compiling },
    options,
    async () => true,
  );
  const files = (await listFiles(outDir)).sort();
  return new Map(
    await Promise.all(files.map(async (file) => [file, longDigest(await readFile(join(outDir, file)))] as const)),
  );
}

describe('what is compiled while the content is checked', () => {
  it('makes the same site as what is compiled after that', async () => {
    const names = ['test-beside', 'test-after'];
    const compiling = compileBeside({ contentDir, codeArticles: [], audience: 'public', today });
    let taken: unknown;
    const watched = { ...compiling, bundle: async (key: string) => (taken = await compiling.bundle(key)) };
    try {
      expect(await built('test-beside', watched)).toEqual(await built('test-after'));
      expect(taken).toBeDefined();
    } finally {
      compiling.close();
      for (const name of names) await removeKept(name);
    }
  });

  it('is not used if the theme changes meanwhile', async () => {
    const theme = join(root, 'themes/plain/theme.yaml');
    const before = await readFile(theme, 'utf8');
    expect(await compiled(() => appendFile(theme, '# Later\n'))).toBeUndefined();
    await writeFile(theme, before);
  });
});
