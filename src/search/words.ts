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
