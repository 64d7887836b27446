import { expect, it } from 'vitest';
import { fileOf, makeBuiltSite } from './make-site.ts';

it('keeps GitHub Pages from leaving out the styles', () => {
  expect(fileOf(makeBuiltSite(), '.nojekyll')).toBe('');
});
