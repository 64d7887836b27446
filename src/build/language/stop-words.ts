import lists from 'stopword';
import type { Analysis } from '#search/analysis.ts';
import { baseLanguage } from '#search/language/stemmers.ts';

// The library names its lists by the three-letter codes of ISO 639-3.
const names: Readonly<Record<string, string>> = {
  ar: 'ara',
  bg: 'bul',
  bs: 'hrv',
  ca: 'cat',
  cs: 'ces',
  da: 'dan',
  de: 'deu',
  el: 'ell',
  en: 'eng',
  es: 'spa',
  et: 'est',
  eu: 'eus',
  fa: 'fas',
  fi: 'fin',
  fr: 'fra',
  gl: 'glg',
  he: 'heb',
  hi: 'hin',
  hr: 'hrv',
  hu: 'hun',
  hy: 'hye',
  id: 'ind',
  it: 'ita',
  ja: 'jpn',
  ko: 'kor',
  lt: 'lit',
  lv: 'lav',
  nb: 'nob',
  nl: 'nld',
  nn: 'nob',
  no: 'nob',
  pl: 'pol',
  pt: 'por',
  ro: 'ron',
  ru: 'rus',
  sk: 'slk',
  sl: 'slv',
  sr: 'hrv',
  sv: 'swe',
  th: 'tha',
  tr: 'tur',
  uk: 'ukr',
  vi: 'vie',
  zh: 'zho',
};

/** Prepositions, conjunctions and pronouns that the library's list lacks. "no", "not" and "without" change what is asked. */
const missing: Readonly<Record<string, string>> = {
  en: 'although during herself itself myself ours ourselves theirs themselves until whether whom whose yours yourself',
};

/** The keys of the words that say little in any text of a language: "how", "the", "my". */
export function stopKeys(analysis: Analysis): ReadonlySet<string> {
  const language = baseLanguage(analysis.locale);
  const list = [...(lists[names[language] ?? ''] ?? []), missing[language] ?? ''];
  return new Set(list.flatMap((word) => analysis.terms(word).map(({ key }) => key)));
}
