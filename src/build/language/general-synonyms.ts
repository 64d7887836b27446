import type { Analysis } from '#search/analysis.ts';
import { phraseKey } from '#search/index-token.ts';
import { baseLanguage } from '#search/language/stemmers.ts';
import { german } from './general-synonyms/de.ts';
import { english } from './general-synonyms/en.ts';
import { persian } from './general-synonyms/fa.ts';
import { finnish } from './general-synonyms/fi.ts';
import { croatian } from './general-synonyms/hr.ts';
import { swedish } from './general-synonyms/sv.ts';

// One group per line, separated by commas. Each word finds the articles of the others; a phrase finds them too, but is
// not itself looked for. Before a ">", what customers say; after it, what articles say.
const groups: Readonly<Record<string, string>> = {
  de: german,
  en: english,
  fa: persian,
  fi: finnish,
  hr: croatian,
  sv: swedish,
};

/**
 * What customers and articles of any help center in a language call the same thing, by the key of a word or of the words
 * in a phrase: the keys of the other words, closest first. Empty for a language without a list.
 */
export function generalSynonyms(analysis: Analysis): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const line of (groups[baseLanguage(analysis.locale)] ?? '').trim().split('\n')) {
    const [said = [], written] = line.split('>').map((side) => side.split(',').map((words) => keysOf(words, analysis)));
    const wanted = (written ?? said).filter((keys) => keys.length === 1).map(([key]) => key ?? '');
    for (const keys of said) {
      if (keys.length === 0) continue;
      const phrase = phraseKey(keys);
      const others = found.get(phrase) ?? new Set();
      found.set(phrase, others);
      for (const key of wanted) if (key !== phrase) others.add(key);
    }
  }
  return new Map([...found].map(([key, others]) => [key, [...others]]));
}

function keysOf(words: string, analysis: Analysis): string[] {
  return analysis.terms(words).map(({ key }) => key);
}
