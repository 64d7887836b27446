import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { themePartFailure } from '#build/theme-part-failure.ts';
import { makeFolder } from '../folder.ts';

const theme = () => makeFolder({ 'parts/Footer.astro': '' });
const drawn = (component: string) =>
  Object.assign(new Error('x is not defined'), {
    stack: `ReferenceError: x is not defined\n    at AstroComponentInstance.${component} [as factory] (chunk.mjs:1:1)`,
  });

describe('a build that stops', () => {
  it('names the place of a part that cannot be read', async () => {
    const dir = await theme();
    const loc = { file: join(dir, 'parts/Footer.astro'), line: 2, column: 10 };
    const error = { message: 'Build failed', errors: [Object.assign(new Error('Unexpected token'), { loc })] };
    expect(themePartFailure(error, 'acme', dir)).toMatch(
      /^themes\/acme\/parts\/Footer\.astro:2:10 cannot be read: Unexpected token\. Fix it there,/,
    );
  });

  it('names the file of a part that cannot be rendered', async () => {
    expect(themePartFailure(drawn('Footer'), 'acme', await theme())).toMatch(
      /^themes\/acme\/parts\/Footer\.astro failed when a page was drawn: x is not defined\./,
    );
  });

  it.each([
    ['elsewhere', drawn('Contact')],
    ['without a place', new Error('The disk is full')],
  ])('%s is not blamed on the theme', async (_, error) => {
    expect(themePartFailure(error, 'acme', await theme())).toBeUndefined();
  });
});
