import { isData } from '#kb/values/data.ts';
import { type Site, SiteFile } from '../content/site.ts';
import type { Code } from '../findings/codes.ts';
import { nearest } from '../findings/suggest.ts';
import { soundPart } from '../findings/validate.ts';
import { isLocaleTag } from '../values/locale.ts';

/** A site whose `site.yaml` has mistakes or does not exist, to check everything else. */
export interface PartialSite {
  site: Site;
  /** Keys of `site.yaml` whose values are not known. */
  unknown: ReadonlySet<string>;
}

const keys = Object.keys(SiteFile.shape);

/**
 * What can be known of a site without all of its `site.yaml`. Languages are read from the folders of articles.
 *
 * @param raw what can be read of the file
 * @param isWhole whether `raw` is all of the file, so a key that it lacks is not there
 * @param files paths below `articles/`
 * @returns `undefined` if there are no articles, because then it is most likely another folder
 */
export function partialSite(raw: unknown, isWhole: boolean, files: readonly string[]): PartialSite | undefined {
  const perLocale = Map.groupBy(
    files.filter((file) => file.endsWith('.mdx')),
    (file) => file.split('/')[0] ?? '',
  );
  const found = [...perLocale.keys()].filter(isLocaleTag);
  const written = isData(raw) ? raw : {};
  const { name, locales, defaultLocale } = SiteFile.shape;
  const known = {
    name: name.safeParse(written.name).data ?? 'Help center',
    locales: locales.safeParse(written.locales).data ?? found,
  };
  const [largest = ''] = [...known.locales].sort(
    (a, b) => (perLocale.get(b)?.length ?? 0) - (perLocale.get(a)?.length ?? 0),
  );
  const own = defaultLocale.safeParse(written.defaultLocale).data;
  // The list is the mistake if the language has articles.
  if (own !== undefined && found.includes(own) && !known.locales.includes(own)) known.locales = [...known.locales, own];
  const first = own !== undefined && known.locales.includes(own) ? own : largest;
  const site = soundPart(SiteFile, { ...written, ...known, defaultLocale: first });
  if (!site || found.length === 0) return undefined;
  const checked = new Map(Object.entries(site));
  const misspelled = Object.keys(written).flatMap((key) => (keys.includes(key) ? [] : (nearest(key, keys) ?? [])));
  const changed = Object.entries({ ...known, defaultLocale: first })
    .filter(([key, value]) => !isSame(value, written[key]))
    .map(([key]) => key);
  const removed = Object.keys(written).filter((key) => keys.includes(key) && !isKept(written[key], checked.get(key)));
  const unread = isWhole ? [] : keys.filter((key) => !Object.hasOwn(written, key));
  return { site, unknown: new Set([...misspelled, ...changed, ...removed, ...unread]) };
}

/** Whether everything that was written is still there; defaults can be added. */
function isKept(written: unknown, checked: unknown): boolean {
  if (!isData(written) || !isData(checked)) return isSame(written, checked);
  return Object.entries(written).every(([key, value]) => isKept(value, checked[key]));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The findings that a mistake in the value of a key can cause elsewhere. */
const caused: Readonly<Record<string, readonly Code[]>> = {
  locales: ['locale-unknown', 'text-untranslated', 'string-missing', 'announcement-invalid', 'searches-invalid'],
  defaultLocale: ['translation-orphan', 'translation-outdated', 'translation-limits', 'text-untranslated'],
  components: ['code-unsafe'],
  imageHosts: ['image-remote'],
  theme: ['theme-missing', 'string-unknown', 'brand-unknown'],
};

/** Whether a finding can be there only because part of `site.yaml` is not known. */
export function isCausedBy(unknown: ReadonlySet<string>, code: Code): boolean {
  return [...unknown].some((key) => caused[key]?.includes(code));
}
