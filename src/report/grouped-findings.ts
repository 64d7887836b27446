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
    says: (number, locales) => `${number} texts have one version per language, but none for ${locales}.`,
    fix: () => `Add them, ${LIST}.`,
  },
  'section-unlisted': {
    listed: 5,
    path: () => 'site.yaml',
    says: (number) => `${number} sections have articles but no entry in site.yaml.`,
    fix: () => `Add them to "sections" in site.yaml, ${LIST}.`,
  },
  'article-untranslated': {
    listed: 1,
    path: (locale) => `articles/${locale}`,
    says: (number, locale) => `${number} articles have no "${locale}" translation.`,
    fix: () => 'Run `npm run check -- --all` for the list.',
  },
  'translation-unsourced': {
    listed: 5,
    path: (locale) => `articles/${locale}`,
    says: (number, locale) => `${number} translations in "${locale}" have no valid "source".`,
    fix: () => 'Run `npm run check -- --all` for the value of each.',
  },
  'review-overdue': {
    listed: 5,
    path: () => 'articles',
    says: (number) => `${number} articles are overdue for review.`,
    fix: () => 'Run `npm run review` for the list by owner.',
  },
  'review-due': {
    listed: 5,
    path: () => 'articles',
    says: (number) => `${number} articles are due for review within four weeks.`,
    fix: () => 'Run `npm run review` for the list by owner.',
  },
  'redirect-missing': {
    listed: 10,
    path: () => 'articles',
    says: (number) => `${number} addresses of moved or deleted articles lead nowhere now.`,
    fix: () => 'Run `npm run check -- --all` for the line to add for each.',
  },
};

/** The same findings, with one for each group of many. `--json` and `--all` list each of them. */
export function groupFindings(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string | undefined, Finding[]>();
  for (const finding of findings) {
    const { code, severity, group } = finding;
    const key = groupings[code] === undefined || group === undefined ? undefined : `${code} ${severity} ${group}`;
    const same = groups.get(key);
    if (same) same.push(finding);
    else groups.set(key, [finding]);
  }
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
