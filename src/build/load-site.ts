import type { Loader } from 'astro/loaders';
import { readUpdated } from '#io/content/article-history.ts';
import { readFrame } from '#io/content/read-frame.ts';
import { readTheme } from '#io/content/read-theme.ts';
import type { SiteEntry } from '#io/content/store.ts';
import { currentAnnouncements, recentAnnouncements } from '#kb/content/announcement.ts';
import { newsUntil } from '#kb/content/news.ts';
import { type BuildOptions, basePath } from './options.ts';
import { brandOf, themeFiles } from './theme-files.ts';

/**
 * Everything pages need besides articles, as one entry.
 *
 * Of the tickets only ids of topics cross over to the site.
 */
export function siteLoader(options: BuildOptions): Loader {
  return {
    name: 'ohje-site',
    async load({ store, watcher }) {
      let themeFolder: string | undefined;
      const load = async () => {
        const { frame } = await readFrame(options.contentDir, options.theme);
        if (!frame) return;
        const name = options.theme ?? frame.site.theme;
        const { folder, findings } = await readTheme(name, options.contentDir);
        const base = basePath(options.site ?? frame.site.url);
        if (!folder) {
          // While a theme.yaml is half written, the last that could be read is shown, and what is wrong beside it.
          const before = store.get('site')?.data as SiteEntry | undefined;
          if (before?.look) store.set({ id: 'site', data: { ...before, look: { ...before.look, findings } } });
          return;
        }
        themeFolder = folder.dir;
        const entry: SiteEntry = {
          site: frame.site,
          theme: name,
          url: options.site ?? frame.site.url,
          base,
          topics: [...frame.topics],
          texts: Object.fromEntries(frame.texts),
          popular: [...options.popular],
          rising: [...options.rising],
          risingUntil: `${newsUntil(options.today)}T00:00:00Z`,
          updated: Object.fromEntries(await readUpdated(options.contentDir, frame.articleFiles)),
          brand: brandOf(folder, await themeFiles(folder, base)),
          announcements: currentAnnouncements(frame.announcements, options.today),
          pastAnnouncements: recentAnnouncements(frame.announcements, options.today),
          today: options.today,
          ...(options.gallery && { look: { theme: folder.theme, findings } }),
        };
        store.set({ id: 'site', data: { ...entry } });
      };
      await load();
      if (themeFolder !== undefined) watcher?.add(themeFolder);
      watcher?.on('all', (_event, file) => {
        const isOfTheme = themeFolder !== undefined && file.startsWith(themeFolder);
        if (isOfTheme || (file.startsWith(options.contentDir) && file.endsWith('.yaml'))) void load();
      });
    },
  };
}
