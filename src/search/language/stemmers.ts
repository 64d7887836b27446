import { persianStem } from './persian.ts';

/** Removes the endings of a word, so all its forms have one key. */
export type Stem = (word: string) => string;

const wholeWord: Stem = (word) => word;

// By the first part of the language tag. A language without a stemmer is searched by whole words.
const packages: Readonly<Record<string, string>> = {
  ar: 'arabic',
  // The Serbian algorithm covers the Ijekavian variety and the Latin script of Croatian and Bosnian.
  bs: 'serbian',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hr: 'serbian',
  hu: 'hungarian',
  id: 'indonesian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  sv: 'swedish',
  tr: 'turkish',
  uk: 'ukrainian',
};

/** The stemmer of a language in Node. A language without one keeps whole words. */
export async function stemmerFor(locale: string): Promise<Stem> {
  const name = stemmerPackage(locale);
  if (name === undefined) return ownStemmer(locale) ?? wholeWord;
  return ((await import(/* @vite-ignore */ name)) as typeof import('@orama/stemmers/english')).stemmer;
}

/** The package with the stemmer of a language: a script that exports `stemmer` and imports nothing. */
export function stemmerPackage(locale: string): string | undefined {
  const name = packages[baseLanguage(locale)];
  return name && `@orama/stemmers/${name}`;
}

/** The stemmer of a language that no package has. */
export function ownStemmer(locale: string): Stem | undefined {
  return baseLanguage(locale) === 'fa' ? persianStem : undefined;
}

/** `pt` for `pt-BR`. */
export function baseLanguage(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? locale;
}
