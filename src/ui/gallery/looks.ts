import type { Library } from '#kb/content/library.ts';
import { ownPages, ownPagesOf } from '#kb/content/own-pages.ts';
import type { Site } from '#kb/content/site.ts';
import { makeLocale } from '#kb/values/locale.ts';

export const modes = ['light', 'dark'] as const;
export type Mode = (typeof modes)[number];

/** In CSS pixels. */
export const devices = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 900 },
} as const;
export type Device = keyof typeof devices;
export const deviceNames = Object.keys(devices) as Device[];

/** A direction of writing, and the language it is shown in. */
export interface Direction {
  dir: 'ltr' | 'rtl';
  locale: string;
}

/** The names of devices, modes and directions. */
export const lookNames: Record<Device | Mode | Direction['dir'], string> = {
  phone: 'Phone',
  desktop: 'Desktop',
  light: 'Light',
  dark: 'Dark',
  ltr: 'Left to right',
  rtl: 'Right to left',
};

/** The label of a frame or a picture: `Phone · Dark · Right to left`. */
export function lookText(device: Device, mode: Mode, dir: Direction['dir']): string {
  return [device, mode, dir].map((name) => lookNames[name]).join(' · ');
}

/** Both directions; if no language is written in one, the default language is shown as if it were. */
export function directionsOf({ locales, defaultLocale }: Pick<Site, 'locales' | 'defaultLocale'>): Direction[] {
  const all = [defaultLocale, ...locales];
  return (['ltr', 'rtl'] as const).map((dir) => ({
    dir,
    locale: all.find((tag) => makeLocale(tag).dir === dir) ?? defaultLocale,
  }));
}

/** A page that shows a theme. */
export interface PreviewPage {
  /** Fit for the name of a file. */
  kind: string;
  title: string;
  /** Below the root of the site. */
  path: string;
}

/** Every kind of page there can be. */
export const previewKinds: readonly string[] = [
  'components',
  'home',
  'section',
  'article',
  ...ownPages.map(({ id }) => id),
];

/** One page of each kind, in one direction; the components first. */
export function previewPages(library: Library, { dir, locale }: Direction): PreviewPage[] {
  const { site } = library;
  const shown = library.shown(locale);
  const own = shown.filter(({ fallback }) => !fallback);
  // The article with the most types of content.
  const most = (own.length > 0 ? own : shown).toSorted((a, b) => richness(b.article) - richness(a.article))[0];
  const section = most?.article.section.split('/')[0];
  const asking = most ? `?q=${encodeURIComponent(most.article.title)}` : '';
  return [
    { kind: 'components', title: 'Components', path: `theme/${dir}/` },
    { kind: 'home', title: 'Home', path: `${locale}/` },
    ...(section ? [{ kind: 'section', title: 'Section', path: `${locale}/${section}/` }] : []),
    ...(most ? [{ kind: 'article', title: 'Article', path: `${locale}/${most.article.id}/` }] : []),
    ...ownPagesOf(site).map(({ id, name }) => ({
      kind: id,
      title: name,
      path: `${locale}/${id}/${id === 'search' ? asking : ''}`,
    })),
  ];
}

function richness({ outline, media, links }: Library['articles'][number]): number {
  return 3 * media.length + 2 * outline.length + links.length;
}
