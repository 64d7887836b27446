import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeHeaders } from '#build/headers.ts';
import { readText } from '#io/machine/files.ts';
import { makeFolder } from '../folder.ts';

it.each([
  ['public', '/', '/*\n  Access-Control-Allow-Origin: *\n'],
  ['public', '/help/', '/help/*\n  Access-Control-Allow-Origin: *\n'],
  ['internal', '/', undefined],
] as const)(
  'a site for the %s audience under %s may be read by other hosts only if it is public',
  async (audience, base, text) => {
    const folder = await makeFolder({});
    await writeHeaders(audience, folder, base);
    expect(await readText(join(folder, '_headers'))).toBe(text);
  },
);
