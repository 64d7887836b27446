import { closest, distance } from 'fastest-levenshtein';
import { compareText } from '../values/text.ts';

/** The choice that a misspelled word most likely meant, ignoring case; `undefined` if none is close enough. */
export function nearest(word: string, choices: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  const limit = Math.max(2, Math.floor(word.length / 3));
  const close = new Map<string, string>();
  for (const choice of choices)
    if (Math.abs(choice.length - word.length) <= limit) close.set(choice.toLowerCase(), choice);
  if (close.size === 0) return undefined;
  const best = closest(lower, [...close.keys()]);
  return distance(lower, best) <= limit ? close.get(best) : undefined;
}

/** The fix for a misspelled word: `Did you mean "refunds"?` */
export function didYouMean(choice: string): string {
  return `Did you mean "${choice}"?`;
}

/**
 * `Did you mean "refunds"?` or, if nothing is close, the choices themselves (at most eight).
 *
 * @param otherwise what else the reader can do, as an imperative without a full stop: `add it to topics.yaml`
 */
export function suggest(word: string, choices: Iterable<string>, otherwise?: string): string {
  const all = [...choices].sort(compareText);
  const or = otherwise === undefined ? '' : `, or ${otherwise}`;
  const near = nearest(word, all);
  if (near !== undefined) return didYouMean(near) + (otherwise === undefined ? '' : ` If not, ${otherwise}.`);
  if (all.length === 0)
    return otherwise === undefined
      ? 'Remove it, because there is nothing to choose from yet.'
      : `${otherwise.charAt(0).toUpperCase()}${otherwise.slice(1)}.`;
  const some = all
    .slice(0, 8)
    .map((choice) => `"${choice}"`)
    .join(', ');
  if (all.length === 1) return `Use ${some}${or}.`;
  return all.length > 8 ? `Use one that exists, such as ${some}${or}.` : `Use one of ${some}${or}.`;
}
