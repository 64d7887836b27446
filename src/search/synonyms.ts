import type { Synonyms } from '#kb/content/synonyms.ts';
import { allWords } from '#kb/values/word-segments.ts';

/** The texts of an article: those that say what it is about, and the rest. */
export interface ArticleTexts {
  /** Title, aliases, summary and headings. */
  about: string;
  body: string;
}

// A word that the body uses once is a mention. A word it uses three times is a subject.
const SUBJECT_USES = 3;

/**
 * Other words that customers may use for the subjects of an article: if it uses one word of a group, the other words of it.
 *
 * They are added when the index is built, so they cost nothing during a search.
 */
export function synonymsFor({ about, body }: ArticleTexts, groups: Synonyms, locale: string): string[] {
  if (groups.length === 0) return [];
  const inAbout = phraseText(about, locale);
  const inBody = phraseText(body, locale);
  const found = groups.flatMap((group) => {
    const used = group.filter((member) => {
      const phrase = phraseText(member, locale).trimEnd();
      return inAbout.includes(phrase) || inBody.split(phrase).length > SUBJECT_USES;
    });
    return used.length === 0 ? [] : group.filter((member) => !used.includes(member));
  });
  return [...new Set(found)];
}

// Each word follows a space, so a phrase is found only at the start of a word, even if its end is inflected.
function phraseText(text: string, locale: string): string {
  return allWords(text, locale)
    .map((word) => ` ${word}`)
    .join('');
}
