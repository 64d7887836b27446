import { closest, distance } from 'fastest-levenshtein';
import { compareText } from '../values/text.ts';

// Comparing a word with another one takes a while, and there can be thousands of both.
const MOST_COMPARED = 500;
// Nothing longer is a name that is only misspelled.
const MOST_LETTERS = 300;

/** The choice that a misspelled word most likely meant, ignoring case; `undefined` if none is close enough. */
export function nearest(word: string, choices: Iterable<string>): string | undefined {
  if (word.length > MOST_LETTERS) return undefined;
  const lower = word.toLowerCase();
  const limit = Math.max(2, Math.floor(word.length / 3));
  const close = new Map<string, string>();
  for (const choice of choices)
    if (Math.abs(choice.length - word.length) <= limit) close.set(choice.toLowerCase(), choice);
  if (close.size === 0) return undefined;
  const best = closest(lower, mostAlike(lower, [...close.keys()]));
  return distance(lower, best) <= limit ? close.get(best) : undefined;
}

/** Of too many choices, those that start like the word for longest. */
function mostAlike(word: string, choices: readonly string[]): readonly string[] {
  if (choices.length <= MOST_COMPARED) return choices;
  let longest = 0;
  let alike: string[] = [];
  for (const choice of choices) {
    let shared = 0;
    while (shared < word.length && word.charCodeAt(shared) === choice.charCodeAt(shared)) shared++;
    if (shared > longest) {
      longest = shared;
      alike = [];
    }
    if (shared === longest && alike.length < MOST_COMPARED) alike.push(choice);
  }
  return alike;
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
  const all = [...choices];
  const or = otherwise === undefined ? '' : `, or ${otherwise}`;
  const near = nearest(word, all);
  if (near !== undefined) return didYouMean(near) + (otherwise === undefined ? '' : ` If not, ${otherwise}.`);
  if (all.length === 0)
    return otherwise === undefined
      ? 'Remove it, because there is nothing to choose from yet.'
      : `${otherwise.charAt(0).toUpperCase()}${otherwise.slice(1)}.`;
  const some = firstOf(all, 8)
    .map((choice) => `"${choice}"`)
    .join(', ');
  if (all.length === 1) return `Use ${some}${or}.`;
  return all.length > 8 ? `Use one that exists, such as ${some}${or}.` : `Use one of ${some}${or}.`;
}

/** The first few in order: sorting thousands of choices for each mistake would take too long. */
function firstOf(choices: readonly string[], count: number): string[] {
  const first: string[] = [];
  for (const choice of choices) {
    const last = first.at(-1);
    if (first.length === count && last !== undefined && compareText(choice, last) >= 0) continue;
    first.push(choice);
    first.sort(compareText);
    first.length = Math.min(first.length, count);
  }
  return first;
}
