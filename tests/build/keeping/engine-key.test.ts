import { describe, expect, it } from 'vitest';
import { engineKey, pageRooms } from '#build/keeping/engine-key.ts';
import { makeFolder } from '../../folder.ts';

const engine = {
  'package.json': '{}',
  'src/kb/content/article.ts': 'default(1)',
  'src/markdown/html.ts': 'print',
  'src/ui/texts.ts': 'text',
};
const keyOf = async (differs: Partial<typeof engine> = {}) => engineKey(await makeFolder({ ...engine, ...differs }));

describe('stored HTML of articles', () => {
  it.each(['src/kb/content/article.ts', 'src/markdown/html.ts', 'package.json'])(
    'is rebuilt when %s changes',
    async (file) => {
      expect(await keyOf({ [file]: 'changed' })).not.toBe(await keyOf());
    },
  );

  it('is kept when only other code changes', async () => {
    expect(await keyOf({ 'src/ui/texts.ts': 'changed' })).toBe(await keyOf());
  });
});

describe('kept pages', () => {
  it('are rendered again when any code of the engine changes, or an installed package', async () => {
    const keyOf = async (differs: Record<string, string> = {}) =>
      engineKey(await makeFolder({ ...engine, ...differs }), pageRooms);
    expect(await keyOf()).toBe(await keyOf());
    for (const file of ['src/ui/texts.ts', 'package-lock.json', 'node_modules/.package-lock.json'])
      expect(await keyOf({ [file]: 'changed' }), file).not.toBe(await keyOf());
  });
});
