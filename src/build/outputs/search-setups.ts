import { searchSetup } from '#ui/search-setup.ts';
import type { Output } from './output.ts';

/** `<language>/search.json`: what the search box loads when a reader starts to use it. */
export const searchSetups: Output = function* ({ site, view }) {
  for (const locale of site.locales)
    yield { path: `${locale}/search.json`, text: JSON.stringify(searchSetup(view(locale))) };
};
