import type { Loader } from 'astro/loaders';
import { handedSite } from '#io/content/handed-site.ts';
import type { SiteEntry } from '#io/content/store.ts';
import { oneAtATime } from '#io/machine/one-at-a-time.ts';
import { setupReader } from './last-good-setup.ts';
import type { BuildOptions } from './options.ts';
import { readSiteEntry } from './site-entry.ts';

/**
 * Everything pages need besides articles, as one entry.
 *
 * Only the ids of topics reach the site from the tickets. A build hands the entry to the pages itself.
 */
export function siteLoader(options: BuildOptions): Loader {
  return {
    name: 'ohje-site',
    async load({ store, watcher }) {
      if (handedSite()) return;
      const readSetup = setupReader(options);
      let themeFolder: string | undefined;
      const load = oneAtATime(async () => {
        const { entry, themeFolder: folder, themeFindings } = await readSiteEntry(options, readSetup);
        themeFolder = folder ?? themeFolder;
        if (entry) {
          store.set({ id: 'site', data: { ...entry } });
          return;
        }
        // While theme.yaml is half written, the last valid one is shown, with the mistakes next to it.
        const before = store.get('site')?.data as SiteEntry | undefined;
        if (before?.look)
          store.set({ id: 'site', data: { ...before, look: { ...before.look, findings: themeFindings } } });
      });
      await load();
      if (themeFolder !== undefined) watcher?.add(themeFolder);
      watcher?.on('all', (_event, file) => {
        const isOfTheme = themeFolder !== undefined && file.startsWith(themeFolder);
        if (isOfTheme || (file.startsWith(options.contentDir) && file.endsWith('.yaml'))) void load();
      });
    },
  };
}
