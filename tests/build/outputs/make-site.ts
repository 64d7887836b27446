import { outputFiles } from '#build/outputs/all.ts';
import type { BuiltSite } from '#build/outputs/output.ts';
import { makeLibrary } from '../../make.ts';

/** A built site in English and Finnish at the root of an unknown address, except what the case is about. */
export function makeBuiltSite({ library = makeLibrary({}), ...differs }: Partial<BuiltSite> = {}): BuiltSite {
  return {
    site: library.site,
    theme: 'plain',
    base: '/',
    topics: [],
    texts: {},
    popular: [],
    rising: [],
    risingUntil: '2026-11-29T00:00:00Z',
    updated: {},
    added: {},
    brand: {
      tokens: '',
      preloads: [],
      logos: {},
      surface: { light: '#ffffff', dark: '#111111' },
      headerLinks: [],
      footer: { links: [], legal: [], social: [] },
      show: { headerSearch: true, themeSwitch: true, popular: true, sectionIcons: true, sectionCounts: true },
    },
    announcements: [],
    pastAnnouncements: [],
    today: '2026-11-15',
    library,
    markdown: new Map(),
    audience: 'public',
    ...differs,
  };
}

/** The text of one file that a site is published with, if it is. */
export function fileOf(site: BuiltSite, path: string): string | undefined {
  return outputFiles(site).find((file) => file.path === path)?.text;
}
