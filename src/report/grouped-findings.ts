import type { Code } from '#kb/findings/codes.ts';
import { compareFindings, type Finding } from '#kb/findings/finding.ts';
import { formatNumber } from './layout/numbers.ts';

/** How findings that come in hundreds are shown as one. */
interface Grouping {
  /** How many of one group are still listed one by one. */
  listed: number;
  path: (group: string, paths: readonly string[]) => string;
  /** `number` is at least 2. */
  says: (number: string, group: string) => string;
  fix: (group: string) => string;
}

const LIST = 'or run `npm run check -- --all` for the list';

const groupings: Partial<Record<Code, Grouping>> = {
  'string-missing': {
    listed: 3,
    path: (locale) => `strings/${locale}.yaml`,
    says: (number, locale) => `${number} interface texts have no "${locale}" translation.`,
    fix: (locale) => `Add them to strings/${locale}.yaml under "strings:", ${LIST}.`,
  },
  'text-untranslated': {
    listed: 3,
    path: (_, [first = '']) => first,
    says: (number, locales) => `${number} texts are written per language, but are missing in ${locales}.`,
    fix: () => `Add them, ${LIST}.`,
  },
};

/** The same findings, with one for each group of many. `--json` and `--all` list each of them. */
export function groupFindings(findings: readonly Finding[]): Finding[] {
  const groups = Map.groupBy(findings, ({ code, severity, group }) =>
    groupings[code] === undefined || group === undefined ? undefined : `${code} ${severity} ${group}`,
  );
  const single = groups.get(undefined) ?? [];
  groups.delete(undefined);
  return [...single, ...[...groups.values()].flatMap(asOne)].sort(compareFindings);
}

function asOne(same: readonly Finding[]): readonly Finding[] {
  const [first] = same;
  const grouping = first && groupings[first.code];
  if (!grouping || same.length <= grouping.listed) return same;
  const { code, severity, group = '' } = first;
  const path = grouping.path(group, [...new Set(same.map((one) => one.path))]);
  return [
    { code, severity, path, says: grouping.says(formatNumber(same.length), group), fix: grouping.fix(group), group },
  ];
}
