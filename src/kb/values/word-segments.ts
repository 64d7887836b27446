/**
 * The words of a text, in order and in lowercase.
 *
 * `Intl.Segmenter` finds words in every language, including those written without spaces.
 */
export function allWords(text: string, locale: string): string[] {
  const segments = new Intl.Segmenter(locale, { granularity: 'word' }).segment(
    text.normalize('NFC').toLocaleLowerCase(locale),
  );
  const words: string[] = [];
  for (const { segment, isWordLike } of segments) if (isWordLike) words.push(segment);
  return words;
}

/** The same, but characters that join words separate them: `lost_card`, `e-mail` and `کارت‌ها` are two words each. */
export function bareWords(text: string, locale: string): string[] {
  return allWords(text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '), locale);
}
