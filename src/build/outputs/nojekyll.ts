import type { Output } from './output.ts';

/** `.nojekyll`: GitHub Pages would otherwise leave out folders whose names start with "_", such as the styles. */
export const nojekyll: Output = function* () {
  yield { path: '.nojekyll', text: '' };
};
