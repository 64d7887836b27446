/** Codes of countries that people write for the language. */
const COUNTRIES: Record<string, string> = {
  cn: 'zh-CN',
  tw: 'zh-TW',
  jp: 'ja',
  kr: 'ko',
  cz: 'cs',
  dk: 'da',
  ua: 'uk',
  vn: 'vi',
  in: 'id',
  iw: 'he',
};
/** Languages with three letters that help centers are written in; most such words are names of something else. */
const LONG = new Set(['fil', 'ckb', 'ast', 'yue', 'haw']);
/** Languages whose code is also a word or an abbreviation that folders are named after. */
const WORDS = new Set(['it', 'hr', 'id', 'is', 'no', 'my', 'to', 'so', 'am', 'as', 'be', 'he', 'or', 'in', 'pa', 'os']);
const NOT_LANGUAGES = new Set(['to-do', 'my-id', 'no-id', 'is-it']);

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const scripts = new Intl.DisplayNames(['en'], { type: 'script', fallback: 'none' });
const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** English names of languages in lowercase → code, for `language: Finnish` and folders such as `english`. */
const byName = new Map(
  'ar bg bn ca cs da de el en es et eu fa fi fil fr ga gl he hi hr hu id is it ja ka ko lt lv mk ms nb nl no pl pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh'
    .split(' ')
    .map((code) => [names.of(code)?.toLowerCase() ?? code, code]),
);

/** The language code that a folder, file name or key means: `pt_br` is `pt-BR`; nothing if it is none. */
export function localeOfName(name: string): string | undefined {
  const lower = name.toLowerCase().replaceAll('_', '-');
  const named = byName.get(lower) ?? COUNTRIES[lower];
  if (named) return named;
  const [, language = '', script, region] = /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?$/.exec(lower) ?? [];
  if (language === '' || NOT_LANGUAGES.has(lower) || names.of(language) === undefined) return undefined;
  if (language.length === 3 && !LONG.has(language)) return undefined;
  if (script && scripts.of(script[0]?.toUpperCase() + script.slice(1)) === undefined) return undefined;
  if (region && regions.of(region.toUpperCase()) === undefined) return undefined;
  return Intl.getCanonicalLocales(lower)[0];
}

/** Whether a name that can mean a language hardly means anything else: `pt-br`, `fi`, but not `it`. */
export function isClearlyLanguage(name: string): boolean {
  return !WORDS.has(name.toLowerCase());
}

/** Whether a name says the region or script too, as only languages do. */
export function saysRegion(name: string): boolean {
  return /[-_]/.test(name);
}
