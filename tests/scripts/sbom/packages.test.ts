import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { engineDir } from '#io/machine/engine.ts';
import { isAllowed, shippedPackages } from '../../../scripts/sbom/packages.ts';

it('every package that is shipped has a license that allows it', async () => {
  const packages = shippedPackages(JSON.parse(await readFile(join(engineDir, 'package-lock.json'), 'utf8')));
  expect(packages.length).toBeGreaterThan(300);
  expect(packages.filter(({ license }) => !isAllowed(license))).toEqual([]);
});

it('packages for developers are not shipped, and each version is listed once', () => {
  const packages = {
    '': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', license: 'MIT' },
    'node_modules/@a/c': { version: '1.0.0' },
    'node_modules/d': { version: '1.0.0', license: 'GPL-3.0', dev: true },
    'node_modules/@a/c/node_modules/b': { version: '2.0.0', license: 'MIT' },
  };
  expect(shippedPackages({ packages })).toEqual([
    { name: '@a/c', version: '1.0.0', license: 'unknown' },
    { name: 'b', version: '2.0.0', license: 'MIT' },
  ]);
});

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['(MIT AND Zlib)', true],
  ['Apache-2.0 AND GPL-3.0', false],
  ['GPL-3.0-only', false],
  ['unknown', false],
  ['', false],
])('%s: %s', (license, can) => {
  expect(isAllowed(license)).toBe(can);
});
