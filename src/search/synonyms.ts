import type { Synonyms } from '#kb/content/synonyms.ts';
import { allWords } from '#kb/values/word-segments.ts';

/** The texts of an article that say what it is about, and the rest of it. */
export interface ArticleTexts {
  /** Title, aliases, summary and headings. */
  about: string;
  body: string;
}

// A word that the body uses once is mentioned; one it uses three times is what it speaks of.
const SPOKEN_OF = 3;

/**
 * What customers may call the things an article speaks of: the other members of each group of which it uses one.
 *
 * Looked up when the index is made, so a search costs nothing for it.
 */
export function synonymsFor({ about, body }: ArticleTexts, groups: Synonyms, locale: string): string[] {
  if (groups.length === 0) return [];
  const inAbout = phraseText(about, locale);
  const inBody = phraseText(body, locale);
  const found = groups.flatMap((group) => {
    const used = group.filter((member) => {
      const phrase = phraseText(member, locale).trimEnd();
      return inAbout.includes(phrase) || inBody.split(phrase).length > SPOKEN_OF;
    });
    return used.length === 0 ? [] : group.filter((member) => !used.includes(member));
  });
  return [...new Set(found)];
}

// Words with one space before each: a phrase is found only at the start of a word, also when inflected.
function phraseText(text: string, locale: string): string {
  return allWords(text, locale)
    .map((word) => ` ${word}`)
    .join('');
}
