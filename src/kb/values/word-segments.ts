/**
 * The words of a text in their order, in small letters.
 *
 * `Intl.Segmenter` knows where words end in every language, also in those that write no spaces.
 */
export function allWords(text: string, locale: string): string[] {
  const segments = new Intl.Segmenter(locale, { granularity: 'word' }).segment(
    text.normalize('NFC').toLocaleLowerCase(locale),
  );
  const words: string[] = [];
  for (const { segment, isWordLike } of segments) if (isWordLike) words.push(segment);
  return words;
}

/** The same, split at characters that join words: `lost_card`, `e-mail` and `کارت‌ها` are two words each. */
export function bareWords(text: string, locale: string): string[] {
  return allWords(text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '), locale);
}
