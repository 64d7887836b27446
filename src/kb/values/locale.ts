/** A language of the help center, described by the platform's own language data. */
export interface Locale {
  /** BCP 47, as written in `site.yaml`: `en`, `fa`, `pt-BR`. */
  tag: string;
  dir: 'ltr' | 'rtl';
  /** The language's name in itself: `suomi`, `فارسی`. */
  name: string;
}

// TypeScript's library does not know this part of Intl yet.
interface LocaleWithTextInfo extends Intl.Locale {
  getTextInfo?(): { direction: 'ltr' | 'rtl' };
  textInfo?: { direction: 'ltr' | 'rtl' };
}

// Each page asks several times, and Intl takes long.
const made = new Map<string, Locale>();

/** @throws RangeError if the tag is not well-formed BCP 47 */
export function makeLocale(tag: string): Locale {
  const known = made.get(tag);
  if (known) return known;
  const intl: LocaleWithTextInfo = new Intl.Locale(tag);
  const dir = (intl.getTextInfo?.() ?? intl.textInfo)?.direction ?? 'ltr';
  const name = new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' }).of(tag) ?? tag;
  const locale: Locale = { tag, dir, name };
  made.set(tag, locale);
  return locale;
}

/** Whether `Intl` accepts the tag. */
export function isLocaleTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

/**
 * The language of a list that serves the readers of another: itself, or else one of the same language and script, such
 * as `pt` for `pt-BR` and `zh-TW` for `zh-HK`.
 */
export function nearestLocale(tag: string, available: readonly string[]): string | undefined {
  if (available.includes(tag)) return tag;
  const wanted = languageAndScript(tag);
  return available.find((one) => languageAndScript(one) === wanted);
}

function languageAndScript(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  // "no" is Norwegian of either kind, and nearly always Bokmål.
  return `${language === 'no' ? 'nb' : language}-${script}`;
}
