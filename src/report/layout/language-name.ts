const names = new Intl.DisplayNames('en', { type: 'language' });

/** `Finnish`. @param locale a language code such as fi */
export function languageName(locale: string): string {
  return names.of(locale) ?? locale;
}
