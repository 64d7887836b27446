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

/** @throws RangeError if the tag is not well-formed BCP 47 */
export function makeLocale(tag: string): Locale {
  const intl: LocaleWithTextInfo = new Intl.Locale(tag);
  const dir = (intl.getTextInfo?.() ?? intl.textInfo)?.direction ?? 'ltr';
  const name = new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' }).of(tag) ?? tag;
  return { tag, dir, name };
}

/** Whether `Intl` accepts the tag. */
export function isLocaleTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
