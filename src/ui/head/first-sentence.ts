import { htmlText } from './html-text.ts';

// What search engines and messengers show of a description, in characters.
const LONGEST = 200;

/**
 * The first sentence of an article, for one without a summary.
 *
 * @param html of its body
 * @param locale of the article
 * @returns nothing if it has no paragraph
 */
export function firstSentence(html: string, locale: string): string | undefined {
  const paragraph = firstParagraph(html);
  if (paragraph === undefined) return undefined;
  const [first] = new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(paragraph);
  const sentence = first?.segment.trim() ?? paragraph;
  if (sentence.length <= LONGEST) return sentence;
  const words = [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(sentence)];
  const end = words.findLast(({ index, isWordLike }) => !isWordLike && index < LONGEST)?.index;
  return `${sentence.slice(0, end || LONGEST).trim()}…`;
}

/** One without a class: labels of components have one. */
function firstParagraph(html: string): string | undefined {
  for (const [, inner = ''] of html.matchAll(/<p>([\s\S]*?)<\/p>/g)) {
    const text = htmlText(inner);
    if (text !== '') return text;
  }
  return undefined;
}
