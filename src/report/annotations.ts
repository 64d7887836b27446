import type { Severity } from '#kb/findings/codes.ts';
import { digest } from '#kb/values/digest.ts';

/** A comment that a code host shows next to a line of the content. */
export interface Annotation {
  /** Identifies the subject. It contains no numbers that change from run to run. */
  key: string;
  /** The name of the check, such as a finding code. */
  check: string;
  /** Why the check matters. */
  why: string;
  level: Severity;
  path: string;
  /** From 1, as the column. */
  line: number;
  column?: number | undefined;
  title: string;
  message: string;
}

/** What annotations can be printed for. */
export const annotationHosts = ['github', 'gitlab', 'sarif'] as const;
export type AnnotationHost = (typeof annotationHosts)[number];

/** Annotations as a code host reads them. */
export function annotationsFor(host: AnnotationHost, annotations: readonly Annotation[]): string {
  return { github: githubAnnotations, gitlab: gitlabReport, sarif: sarifLog }[host](annotations);
}

const githubLevels = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands for GitHub Actions. A job that prints them annotates the lines of a pull request. */
export function githubAnnotations(annotations: readonly Annotation[]): string {
  return annotations
    .map(({ level, path, line, column, title, message }) => {
      const col = column === undefined ? {} : { col: String(column) };
      const properties = Object.entries({ file: path, line: String(line), ...col, title });
      const list = properties.map(([name, value]) => `${name}=${escapeProperty(value)}`).join(',');
      return `::${githubLevels[level]} ${list}::${escapeData(message)}\n`;
    })
    .join('');
}

const gitlabLevels = { error: 'major', warning: 'minor', info: 'info' } as const;

/** A GitLab Code Quality report, for `artifacts: reports: codequality`. */
export function gitlabReport(annotations: readonly Annotation[]): string {
  const issues = annotations.map(({ key, check, level, path, line, title, message }) => ({
    description: `${title}. ${message}`,
    check_name: check,
    fingerprint: digest(check, key),
    severity: gitlabLevels[level],
    location: { path, lines: { begin: line } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}

const sarifLevels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** A log in SARIF 2.1.0, which GitHub code scanning, Azure DevOps and editors read. */
export function sarifLog(annotations: readonly Annotation[]): string {
  const checks = [...new Map(annotations.map(({ check, why }) => [check, why]))];
  const ids = checks.map(([id]) => id);
  const results = annotations.map(({ key, check, level, path, line, column, title, message }) => ({
    ruleId: check,
    ruleIndex: ids.indexOf(check),
    level: sarifLevels[level],
    message: { text: `${title}. ${message}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(path).replace(/[?#]/g, encodeURIComponent) },
          region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) },
        },
      },
    ],
    partialFingerprints: { 'ohje/v1': digest(check, key) },
  }));
  const rules = checks.map(([id, why]) => ({ id, shortDescription: { text: why } }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Ohje', rules } }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

// The same escapes as @actions/core: a line break ends a command, a colon or comma ends a property.
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
