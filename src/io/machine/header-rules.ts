import { escapeRegExp } from '#kb/values/escape.ts';

/** A rule of a `_headers` file, as several hosts read it: a path pattern and the headers of its responses. */
export interface HeaderRule {
  /** As it is written, with `*`. */
  path: string;
  pattern: RegExp;
  headers: [name: string, value: string][];
}

/** For files that keep their name when they change: browsers ask each time whether they still have the newest. */
export const REVALIDATE = 'public, max-age=0, must-revalidate';

/** For files whose name changes with their content. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Reads a `_headers` file: a path on its own line, `*` for any part of it, and its headers indented below. */
export function readHeaderRules(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n')) {
    const header = /^\s+([\w-]+):\s*(.*?)\s*$/.exec(line);
    if (header) rules.at(-1)?.headers.push([header[1] ?? '', header[2] ?? '']);
    else if (line.startsWith('/')) rules.push({ path: line.trim(), pattern: patternOf(line.trim()), headers: [] });
  }
  return rules;
}

/** The headers of the response for a path. If several rules have the same header, all its values apply. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of rules.flatMap((rule) => (rule.pattern.test(path) ? rule.headers : [])))
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  return headers;
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${escapeRegExp(path).replaceAll('\\*', '.*')}$`);
}
