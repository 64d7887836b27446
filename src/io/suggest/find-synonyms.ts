import type { Library } from '#kb/content/library.ts';
import type { SuggestedSynonym } from '#kb/tickets/measures/suggestion.ts';
import { compareText } from '#kb/values/text.ts';
import type { Index } from '#search/search-index.ts';
import type { ChosenAlias } from './choose-aliases.ts';

/** A synonym that could replace aliases. */
export interface SynonymCandidate {
  synonym: SuggestedSynonym;
  replaces: readonly ChosenAlias[];
}

/** An index with so many synonyms more is made and asked. */
const MOST_TRIED = 3;

/**
 * Single words that several articles would get as an alias, with the word of the writers that their titles share: one
 * group of synonyms says the same, and finds articles of later days too.
 */
export function findSynonyms(
  chosen: readonly ChosenAlias[],
  library: Library,
  locale: string,
  { analysis, vocabulary }: Index,
): SynonymCandidate[] {
  const byKey = new Map<string, ChosenAlias[]>();
  for (const one of chosen) {
    const [first, ...others] = analysis.terms(one.alias);
    if (first && others.length === 0) byKey.set(first.key, [...(byKey.get(first.key) ?? []), one]);
  }
  return [...byKey.values()]
    .flatMap((replaces): SynonymCandidate[] => {
      const titles = replaces.map(({ article }) => analysis.terms(library.exact(locale, article)?.title ?? ''));
      const [first = [], ...others] = titles;
      const [shared] = first
        .filter(
          ({ key }) => !vocabulary.isStopWord(key) && others.every((title) => title.some((one) => one.key === key)),
        )
        .sort((a, b) => vocabulary.holding(a.key) - vocabulary.holding(b.key));
      const [word] = replaces;
      if (!shared || !word || others.length === 0) return [];
      const articles = replaces.map(({ article }) => article).sort(compareText);
      const people = replaces.reduce((sum, one) => sum + one.people, 0);
      return [{ synonym: { locale, own: shared.word, word: word.alias, articles, people }, replaces }];
    })
    .sort((a, b) => b.replaces.length - a.replaces.length || compareText(a.synonym.word, b.synonym.word))
    .slice(0, MOST_TRIED);
}

/** The groups of a language with synonyms more, each in the group that has the writers' word. */
export function withSynonyms(
  groups: readonly (readonly string[])[],
  added: readonly SuggestedSynonym[],
): readonly (readonly string[])[] {
  const all = [...groups];
  for (const { own, word } of added) {
    const place = all.findIndex((group) => group.includes(own));
    if (place < 0) all.push([own, word]);
    else all[place] = [...(all[place] ?? []), word];
  }
  return all;
}
