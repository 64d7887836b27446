import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBuiltIndex } from '#io/search/open-index.ts';
import { makeFolder } from '../../folder.ts';

const indexes = { 'dist/pagefind/en/pagefind.js': '', 'dist/pagefind/fi/pagefind.js': '' };

describe('the main language of a built site', () => {
  it('is that of its first page', async () => {
    const root = await makeFolder({ ...indexes, 'dist/index.html': '<!DOCTYPE html><html lang="fi" dir="ltr">' });
    expect(await openBuiltIndex(join(root, 'dist'))).toMatchObject({ mainLocale: 'fi', locales: ['en', 'fi'] });
  });

  it('is one that is indexed', async () => {
    const root = await makeFolder({ ...indexes, 'dist/index.html': '<!DOCTYPE html><html lang="sv">' });
    expect(await openBuiltIndex(join(root, 'dist'))).toMatchObject({ mainLocale: 'en' });
  });
});
