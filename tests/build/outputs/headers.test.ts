import { expect, it } from 'vitest';
import { fileOf, makeBuiltSite } from './make-site.ts';

it.each([
  ['public', '/', '/*\n  Access-Control-Allow-Origin: *\n'],
  ['public', '/help/', '/help/*\n  Access-Control-Allow-Origin: *\n'],
  ['internal', '/', undefined],
] as const)('other hosts can read a site for the %s audience below %s only if it is public', (audience, base, text) => {
  expect(fileOf(makeBuiltSite({ audience, base }), '_headers')).toBe(text);
});
