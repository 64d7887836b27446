import type { Severity } from '#kb/findings/codes.ts';
import type { Finding } from '#kb/findings/finding.ts';
import { groupFindings } from './grouped-findings.ts';
import { count } from './layout/numbers.ts';

/**
 * Findings for the terminal: the place first, then what was found, then how to fix it.
 *
 * @param all whether each one is listed, even if there are hundreds of the same type
 */
export function findingsText(findings: readonly Finding[], all = false): string {
  const lines: string[] = [];
  const shown = all ? findings : groupFindings(findings);
  for (const { path, line, column, severity, code, says, fix } of shown) {
    const place = [path, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
    lines.push(place, `  ${severity}  ${says}  [${code}]`, `         ${fix}`, '');
  }
  return [...lines, countShown(shown)].join('\n');
}

/** `2 errors, 1 warning`, and `1 note` if there is one. */
export function countLine(findings: readonly Finding[]): string {
  return countShown(groupFindings(findings));
}

function countShown(shown: readonly Finding[]): string {
  if (shown.length === 0) return 'No problems found.';
  const of = (severity: Severity, noun: string) => count(shown.filter((one) => one.severity === severity).length, noun);
  const notes = shown.some(({ severity }) => severity === 'info') ? [of('info', 'note')] : [];
  return [of('error', 'error'), of('warning', 'warning'), ...notes].join(', ');
}
