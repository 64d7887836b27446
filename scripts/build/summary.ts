import { relative, resolve } from 'node:path';
import type { Library } from '#kb/content/library.ts';
import type { Finding } from '#kb/findings/finding.ts';
import { contentFlag, shellQuoted } from '#kb/values/shell.ts';
import { summaryLines } from '#report/coverage-text.ts';
import { countLine } from '#report/findings-text.ts';
import { count } from '#report/layout/numbers.ts';
import { callOf, namedContent } from '../shared/paths.ts';

const WITHOUT_ADDRESS =
  "Without the address of the site, there is no sitemap and no feed, and search engines can't match translations. Add it to site.yaml, such as: url: https://help.example.com/";

type Summed = Parameters<typeof summaryLines>[0];

/** What a build did. */
interface Summary {
  contentDir: string;
  theme: string | undefined;
  /** As it was named. */
  out: string;
  /** The languages of a part. */
  locales: readonly string[] | undefined;
  library: Library;
  pages: number;
  findings: readonly Finding[];
  /** How many questions of `searches.yaml` were tried, and how many miss their article. */
  searches: number;
  missed: number;
  lacksAddress: boolean;
  coverage: Summed['coverage'] | undefined;
  searched: Summed['searched'];
  seconds: number;
}

/** What the command prints when it is done. */
export function summaryText(summary: Summary): string {
  const { contentDir, theme, out, locales, library, findings, missed } = summary;
  const folder = namedContent(contentDir);
  const checkOptions = `${contentFlag(folder)}${theme === undefined ? '' : ` --theme ${theme}`}`;
  const all = library.locales.length;
  const languages = locales ? `${locales.length} of ${count(all, 'language')}` : count(all, 'language');
  const place = `${relative(process.cwd(), resolve(out)) || '.'} (${summary.seconds.toFixed(1)} s)`;
  const lines = [
    `Built ${count(summary.pages, 'article page')} in ${languages} ${locales ? 'as a part ' : ''}in ${place}.`,
    findings.length > 0 ? `${countLine(findings)}. For details, run: ${callOf('check', checkOptions)}` : undefined,
    missed > 0
      ? `${missed} of ${count(summary.searches, 'question')} in searches.yaml miss their article.${locales ? '' : ` For details, run: ${callOf('check', `${checkOptions} --dist ${shellQuoted(out)}`)}`}`
      : undefined,
    summary.lacksAddress ? WITHOUT_ADDRESS : undefined,
    ...(summary.coverage && !locales
      ? [
          '',
          ...summaryLines({
            name: library.site.name,
            coverage: summary.coverage,
            searched: summary.searched,
            content: folder,
          }),
        ]
      : []),
    '',
    locales
      ? `With the parts of all languages in dist-parts, put the site together with: ${callOf('build', ' --join dist-parts/*')}`
      : `To view the site, run: ${callOf('preview', out === 'dist' ? '' : ` --out ${shellQuoted(out)}`)}`,
  ];
  return `${lines.filter((line) => line !== undefined).join('\n')}\n`;
}
