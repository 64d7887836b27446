import { closest, distance } from 'fastest-levenshtein';
import { compareText } from '../values/text.ts';

/** The choice a misspelt word most likely meant, in any case of letters, or `undefined` when none is close enough. */
export function nearest(word: string, choices: Iterable<string>): string | undefined {
  const asked = word.toLowerCase();
  const limit = Math.max(2, Math.floor(word.length / 3));
  const close = new Map<string, string>();
  for (const choice of choices)
    if (Math.abs(choice.length - word.length) <= limit) close.set(choice.toLowerCase(), choice);
  if (close.size === 0) return undefined;
  const best = closest(asked, [...close.keys()]);
  return distance(asked, best) <= limit ? close.get(best) : undefined;
}

/**
 * `Write "refunds", which is the nearest.` or, when nothing is close, the choices themselves (at most eight).
 *
 * @param otherwise what else could be done, as the end of the same sentence: `add it to topics.yaml`
 */
export function suggest(word: string, choices: Iterable<string>, otherwise?: string): string {
  const all = [...choices].sort(compareText);
  const or = otherwise === undefined ? '' : `, or ${otherwise}`;
  const near = nearest(word, all);
  if (near !== undefined) return `Write "${near}", which is the nearest${or}.`;
  if (all.length === 0)
    return otherwise === undefined
      ? 'Take it out, since there is none to choose from yet.'
      : `${otherwise.charAt(0).toUpperCase()}${otherwise.slice(1)}.`;
  const some = all
    .slice(0, 8)
    .map((choice) => `"${choice}"`)
    .join(', ');
  return all.length > 8 ? `Use one that exists, such as ${some}${or}.` : `Use one of ${some}${or}.`;
}
