import { closest, distance } from 'fastest-levenshtein';
import { type Code, codes, type Severity } from './codes.ts';

/** Where a mistake stands. Lines and columns count from 1; the path is relative to the content folder. */
export interface Place {
  path: string;
  line?: number | undefined;
  column?: number | undefined;
}

/** One mistake in the company's files, worded for the person who mends it. */
export interface Finding extends Place {
  code: Code;
  severity: Severity;
  /** What is wrong, with the exact value found. One sentence. */
  says: string;
  /** What to do, in the imperative. One sentence. */
  fix: string;
}

/** A finding with the severity its code has by default. */
export function finding(code: Code, place: Place, says: string, fix: string): Finding {
  const { path, line, column } = place;
  return { code, severity: codes[code].severity, path, line, column, says: onOneLine(says), fix: onOneLine(fix) };
}

// What a file holds may steer a terminal or turn the direction of a line; in a message it is only shown.
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}

/** Whether anything stands against publishing. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** By path, then line, then column, then code: the order in which findings are printed everywhere. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.path, b.path) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.says, b.says)
  );
}

/** Plain code unit order: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

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
