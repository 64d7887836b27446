import { compareText } from '../values/text.ts';
import type { Library } from './library.ts';

/**
 * The customers' own words for a topic that tell most, phrases before the words in them; none that is struck out.
 *
 * @param most how many at most
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
