import type { Loader } from 'astro/loaders';
import { handedSite } from '#io/content/handed-site.ts';
import type { BuildOptions } from './options.ts';
import { readSiteEntry } from './site-entry.ts';

/**
 * Everything pages need besides articles, as one entry.
 *
 * Only the ids of topics reach the site from the tickets.
 */
export function siteLoader(options: BuildOptions): Loader {
  return {
    name: 'ohje-site',
    async load({ store }) {
      if (handedSite()) return;
      const { entry } = await readSiteEntry(options);
      if (entry) store.set({ id: 'site', data: { ...entry } });
    },
  };
}
