import { compareText } from '../values/text.ts';
import { type Code, codes, type Severity } from './codes.ts';

/** Where a mistake is. Lines and columns count from 1; the path is relative to the content folder. */
export interface Place {
  path: string;
  line?: number | undefined;
  column?: number | undefined;
}

/** One mistake in the company's files, worded for the person who fixes it. */
export interface Finding extends Place {
  code: Code;
  severity: Severity;
  /** What is wrong, with the exact value found. One sentence. */
  says: string;
  /** What to do, in the imperative. One sentence. */
  fix: string;
  /** What it has in common with others of its code that can be shown as one, such as a locale. */
  group?: string;
}

/** A finding with the severity its code has by default. */
export function finding(code: Code, place: Place, says: string, fix: string): Finding {
  const { path, line, column } = place;
  return { code, severity: codes[code].severity, path, line, column, says: onOneLine(says), fix: onOneLine(fix) };
}

// A value from a file can contain terminal commands or change the text direction; in a message it is only text.
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}

/** Whether anything prevents publishing. */
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
