import { readUpdated } from '#io/content/article-history.ts';
import { readFrame } from '#io/content/read-frame.ts';
import { readTheme } from '#io/content/read-theme.ts';
import type { SiteEntry } from '#io/content/store.ts';
import { currentAnnouncements, recentAnnouncements } from '#kb/content/announcement.ts';
import { newsUntil } from '#kb/content/news.ts';
import type { Finding } from '#kb/findings/finding.ts';
import { type BuildOptions, basePath } from './options.ts';
import { brandOf, themeFiles } from './theme-files.ts';

/** What pages need besides articles, as far as it can be read. */
export interface ReadSiteEntry {
  /** `undefined` if `site.yaml` or the theme cannot be read. */
  entry?: SiteEntry;
  /** The folder of the theme, absolute. */
  themeFolder?: string;
  /** What is wrong with the theme. */
  themeFindings: Finding[];
}

/** Reads everything pages need besides articles. Of the tickets only ids of topics reach the site. */
export async function readSiteEntry(options: BuildOptions): Promise<ReadSiteEntry> {
  const { frame } = await readFrame(options.contentDir, options.theme);
  if (!frame) return { themeFindings: [] };
  const name = options.theme ?? frame.site.theme;
  const { folder, findings } = await readTheme(name, options.contentDir);
  if (!folder) return { themeFindings: findings };
  const url = options.site ?? frame.site.url;
  const base = basePath(url);
  const entry: SiteEntry = {
    site: frame.site,
    theme: name,
    url,
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
  return { entry, themeFolder: folder.dir, themeFindings: findings };
}
