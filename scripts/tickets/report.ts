import { join, resolve } from 'node:path';
import { replaceFile } from '#io/machine/atomic-write.ts';
import { readTopicLines } from '#io/records/topic-lines.ts';
import { measureEffects } from '#kb/tickets/measures/edit-effect.ts';
import { type Measures, measureSupport } from '#kb/tickets/measures/measures.ts';
import { type SearchWithoutResult, searchesWithoutResult } from '#kb/tickets/records/search-log.ts';
import type { Coverage } from '#kb/tickets/worklist/coverage.ts';
import { exceededLimits } from '#kb/tickets/worklist/limits.ts';
import { coverageOf } from '#kb/tickets/worklist/of-articles.ts';
import { type AnnotationHost, annotationHosts, annotationsFor } from '#report/annotations.ts';
import { annotate } from '#report/coverage-annotations.ts';
import { coverageMarkdown } from '#report/coverage-markdown.ts';
import { coverageText, summaryLines } from '#report/coverage-text.ts';
import { effectsMarkdown } from '#report/effects-markdown.ts';
import { effectsText } from '#report/effects-text.ts';
import type { Effects } from '#report/effects-wording.ts';
import { coverageHtml } from '#report/html/page.ts';
import { htmlReport } from '#report/html/report.ts';
import { limitsText } from '#report/limits-text.ts';
import { measuresMarkdown } from '#report/measures-markdown.ts';
import { measuresText } from '#report/measures-text.ts';
import { failureText, Refusal } from '../shared/failures.ts';
import { nameOf } from '../shared/paths.ts';
import { coverageAt, readEvidence } from './read-evidence.ts';
import { touchedArticles } from './touched-articles.ts';

/** Everything in the report. */
interface Report {
  /** Of the help center. */
  name: string;
  coverage: Coverage;
  searched: readonly SearchWithoutResult[];
  effects: Effects;
  /** `null` without tickets, because there is no day to measure up to. */
  measures: Measures | null;
  /** The content folder for commands to paste, if it isn't the default one. */
  content: string | undefined;
}

const formats = {
  // Without tickets, there is nothing that an edit could have helped.
  text: ({ name, coverage, searched, effects, measures }) =>
    [
      coverageText({ name, coverage, searched }),
      ...(coverage.until === null ? [] : [effectsText(effects)]),
      ...(measures === null ? [] : [measuresText(measures)]),
    ].join('\n\n'),
  json: toJson,
  markdown: ({ name, coverage, searched, effects, measures }) =>
    [
      coverageMarkdown({ name, coverage, searched }).trimEnd(),
      ...(coverage.until === null ? [] : [effectsMarkdown(effects)]),
      ...(measures === null ? [] : [measuresMarkdown(measures)]),
    ].join('\n\n'),
  summary: ({ name, coverage, searched, content }) => summaryLines({ name, coverage, searched, content }).join('\n'),
} satisfies Record<string, (report: Report) => string>;

/** How the report is printed, and where else it is saved. */
export interface ReportOptions {
  until: string | undefined;
  format: keyof typeof formats | AnnotationHost;
  /** Where to save the HTML page; `undefined` for none. */
  html: string | undefined;
  /** A version in git: only rows about articles that are different are listed. */
  changed: string | undefined;
}

/** Prints the report. The exit code is 1 if a limit in site.yaml is exceeded. */
export async function reportTickets(contentDir: string, options: ReportOptions): Promise<number> {
  const { until, format, html, changed } = options;
  const evidence = await readEvidence(contentDir);
  const { library, sources, coverages, changes, history, shown, content } = evidence;
  const whole = coverageAt(evidence, { until });
  const coverage =
    changed === undefined ? whole : coverageOf(whole, await touchedArticles(contentDir, changed, library, shown));
  const effects: Effects = { ...history, effects: measureEffects(library, sources, changes, { until, coverages }) };
  const searched = searchesWithoutResult(evidence.searched, library);
  const measures = coverage.until === null ? null : measureSupport(library, evidence.forMeasures, coverage.until);
  const report: Report = { name: library.site.name, coverage, searched, effects, measures, content };
  await replaceFile(join('.reports', 'tickets.json'), toJson(report));
  if (html !== undefined) await writePage(html, coverageHtml(htmlReport(library, sources, report, coverages)));
  const host = annotationHosts.find((one) => one === format);
  if (host !== undefined) {
    const place = (path: string) => nameOf(join(contentDir, path)).replaceAll('\\', '/');
    const annotations = annotate(coverage, library, place, await readTopicLines(contentDir));
    process.stdout.write(annotationsFor(host, annotations));
  } else process.stdout.write(`${formats[format as keyof typeof formats](report).trimEnd()}\n`);
  if (format === 'summary' && html !== undefined) process.stdout.write(`Wrote ${nameOf(resolve(html))}.\n`);
  const exceeded = exceededLimits(coverage, library.site.limits);
  if (exceeded.length === 0) return 0;
  process.stderr.write(`${limitsText(exceeded)}\n`);
  return 1;
}

async function writePage(file: string, page: string): Promise<void> {
  try {
    await replaceFile(resolve(file), page);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new Refusal(`${failureText(error)}\n\n${file} was not written.`);
  }
}

function toJson({ coverage, searched, effects: { effects, ...history }, measures }: Report): string {
  return `${JSON.stringify({ ...coverage, searched, effects, history, measures }, null, 2)}\n`;
}
