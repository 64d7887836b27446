import { compareText } from '../values/text.ts';
import type { Library } from './library.ts';

/**
 * The most characteristic words of customers for a topic, without rejected ones; a phrase comes before its single words.
 *
 * @param most the maximum number
 */
export function customersWords(library: Library, topic: string, locale: string, most = 5): string[] {
  const learned = [...(library.learned?.get(locale)?.get(topic) ?? [])]
    .filter(([, weight]) => weight > 0)
    .map(([text, weight]) => ({ text, weight, length: text.split(' ').length }))
    .sort((a, b) => b.weight - a.weight || b.length - a.length || compareText(a.text, b.text));
  const chosen: string[] = [];
  for (const { text } of learned) {
    if (chosen.length === most) break;
    const said = new Set(chosen.flatMap((phrase) => phrase.split(' ')));
    if (!text.split(' ').every((word) => said.has(word))) chosen.push(text);
  }
  return chosen;
}
