/** Regions that people expect to see in the code of a language. */
const KEPT = new Set(['pt-BR', 'zh-CN', 'zh-TW', 'zh-HK']);

/**
 * Our code for a language as a help desk writes it: `en-us` is `en`, `fr_CA` is `fr-CA`. A region that the language has
 * anyway is left out, unless the desk has two variants of the language.
 *
 * @param all the codes of all languages of the desk
 */
export function deskLocale(written: string, all: Iterable<string>): string {
  const own = canonical(written);
  if (!own) return 'en';
  const short = KEPT.has(own) ? own : new Intl.Locale(own).minimize().toString();
  const language = own.split('-')[0];
  const variants = new Set([...all].map(canonical).filter((one) => one?.split('-')[0] === language));
  return variants.size > 1 ? own : short;
}

function canonical(written: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(written.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
