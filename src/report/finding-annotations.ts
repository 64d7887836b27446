import { codes, type Severity } from '#kb/findings/codes.ts';
import type { Finding } from '#kb/findings/finding.ts';
import type { Annotation } from './annotations.ts';
import { groupFindings } from './grouped-findings.ts';

const order: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * Annotations for findings, errors first, because code hosts show only the first ones.
 *
 * @param nameOf turns the path of a finding into one from the root of the repository
 */
export function annotateFindings(findings: readonly Finding[], nameOf: (path: string) => string): Annotation[] {
  const seen = new Map<string, number>();
  return groupFindings(findings)
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
    .map(({ code, severity, path, line = 1, column, says, fix, group }) => {
      // Lines move while people write, so the line is no part of what identifies a finding, and a number neither.
      const subject = `${path} ${group ?? says}`;
      const times = seen.get(`${code} ${subject}`) ?? 0;
      seen.set(`${code} ${subject}`, times + 1);
      return {
        key: times === 0 ? subject : `${subject} ${times + 1}`,
        check: code,
        why: codes[code].why,
        level: severity,
        path: nameOf(path),
        line,
        column,
        title: says.replace(/\.$/, ''),
        message: fix,
      };
    });
}
