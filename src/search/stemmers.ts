import { persianStem } from './persian.ts';

/** Removes the endings of a word, so all its forms have one key. */
export type Stem = (word: string) => string;

type Stemmers = () => Promise<{ stemmer: Stem }>;

// By the first part of the language tag. A language without a stemmer is searched by whole words.
const stemmers: Readonly<Record<string, Stemmers>> = {
  ar: () => import('@orama/stemmers/arabic'),
  // The Serbian algorithm covers the Ijekavian variety and the Latin script of Croatian and Bosnian.
  bs: () => import('@orama/stemmers/serbian'),
  da: () => import('@orama/stemmers/danish'),
  de: () => import('@orama/stemmers/german'),
  el: () => import('@orama/stemmers/greek'),
  en: () => import('@orama/stemmers/english'),
  es: () => import('@orama/stemmers/spanish'),
  fa: async () => ({ stemmer: persianStem }),
  fi: () => import('@orama/stemmers/finnish'),
  fr: () => import('@orama/stemmers/french'),
  hr: () => import('@orama/stemmers/serbian'),
  hu: () => import('@orama/stemmers/hungarian'),
  id: () => import('@orama/stemmers/indonesian'),
  it: () => import('@orama/stemmers/italian'),
  nb: () => import('@orama/stemmers/norwegian'),
  nl: () => import('@orama/stemmers/dutch'),
  nn: () => import('@orama/stemmers/norwegian'),
  no: () => import('@orama/stemmers/norwegian'),
  pt: () => import('@orama/stemmers/portuguese'),
  ro: () => import('@orama/stemmers/romanian'),
  ru: () => import('@orama/stemmers/russian'),
  sr: () => import('@orama/stemmers/serbian'),
  sv: () => import('@orama/stemmers/swedish'),
  tr: () => import('@orama/stemmers/turkish'),
  uk: () => import('@orama/stemmers/ukrainian'),
};

/** The stemmer of a language, loaded on first use. A language without one keeps whole words. */
export async function stemmerFor(locale: string): Promise<Stem> {
  const load = stemmers[baseLanguage(locale)];
  return load ? (await load()).stemmer : (word) => word;
}

/** `pt` for `pt-BR`. */
export function baseLanguage(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? locale;
}
