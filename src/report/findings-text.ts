import type { Finding } from '#kb/findings/finding.ts';
import { count } from './layout/numbers.ts';

/** Findings for the terminal: the place first, then what was found, then how to fix it. */
export function findingsText(findings: readonly Finding[]): string {
  const lines: string[] = [];
  for (const { path, line, column, severity, code, says, fix } of findings) {
    const place = [path, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
    lines.push(place, `  ${severity}  ${says}  [${code}]`, `         ${fix}`, '');
  }
  return [...lines, countLine(findings)].join('\n');
}

/** `2 errors, 1 warning`. */
export function countLine(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'No problems found.';
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return `${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}`;
}
