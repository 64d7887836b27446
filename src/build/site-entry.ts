import { readArticleDays } from '#io/content/article-history.ts';
import { readTheme } from '#io/content/read-theme.ts';
import type { SiteEntry } from '#io/content/store.ts';
import { currentAnnouncements, recentAnnouncements } from '#kb/content/announcement.ts';
import { risingNoteUntil } from '#kb/content/rising-note.ts';
import type { Finding } from '#kb/findings/finding.ts';
import { type ReadSetup, setupReader } from './last-good-setup.ts';
import { type BuildOptions, basePath } from './options.ts';
import { brandOf, themeFiles } from './theme-files.ts';

/** What pages need besides articles, without the parts that cannot be read. */
export interface ReadSiteEntry {
  /** `undefined` if `site.yaml` or the theme cannot be read. */
  entry?: SiteEntry;
  /** The folder of the theme, absolute. */
  themeFolder?: string;
  /** What is wrong with the theme. */
  themeFindings: Finding[];
}

/** Reads everything pages need besides articles. Only the ids of topics reach the site from the tickets. */
export async function readSiteEntry(
  options: BuildOptions,
  readSetup: ReadSetup = setupReader(options),
): Promise<ReadSiteEntry> {
  const { setup } = await readSetup();
  if (!setup) return { themeFindings: [] };
  const name = options.theme ?? setup.site.theme;
  const { folder, findings } = await readTheme(name, options.contentDir);
  if (!folder) return { themeFindings: findings };
  const url = options.site ?? setup.site.url;
  const base = basePath(url);
  const days = await readArticleDays(options.historyDir ?? options.contentDir, setup.articleFiles);
  const entry: SiteEntry = {
    site: setup.site,
    theme: name,
    url,
    base,
    audience: options.audience,
    topics: [...setup.topics],
    texts: Object.fromEntries(setup.texts),
    popular: [...options.popular],
    rising: [...options.rising],
    risingUntil: `${risingNoteUntil(options.today)}T00:00:00Z`,
    updated: Object.fromEntries(days.updated),
    added: Object.fromEntries(days.added),
    brand: brandOf(folder, await themeFiles(folder, base)),
    announcements: currentAnnouncements(setup.announcements, options.today),
    pastAnnouncements: recentAnnouncements(setup.announcements, options.today),
    today: options.today,
    ...(options.gallery && { look: { theme: folder.theme, findings } }),
  };
  return { entry, themeFolder: folder.dir, themeFindings: findings };
}
