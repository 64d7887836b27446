import { join, resolve } from 'node:path';
import { readArticleHistory } from '#io/content/article-history.ts';
import { readContent } from '#io/content/read-content.ts';
import { readShownFiles } from '#io/content/shown-files.ts';
import { finishReplacing, replaceFile } from '#io/machine/atomic-write.ts';
import { readCounts } from '#io/records/counts.ts';
import { readDismissals } from '#io/records/dismissals.ts';
import { readLinks } from '#io/records/links.ts';
import { readMeasures } from '#io/records/measures.ts';
import { readSearchLog } from '#io/records/search-log.ts';
import { readTopicLines } from '#io/records/topic-lines.ts';
import { readVotes } from '#io/records/votes.ts';
import { measureEffects } from '#kb/tickets/measures/edit-effect.ts';
import { type Measures, measureSupport } from '#kb/tickets/measures/measures.ts';
import { type SearchWithoutResult, searchesWithoutResult } from '#kb/tickets/records/search-log.ts';
import { coverSources } from '#kb/tickets/records/source-coverage.ts';
import { type Coverage, measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { exceededLimits } from '#kb/tickets/worklist/limits.ts';
import { contentFlag } from '#kb/values/shell.ts';
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
import { failureText, Refusal, refuse } from '../shared/failures.ts';
import { callOf, namedContent, nameOf } from '../shared/paths.ts';

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
}

/** Prints the report. The exit code is 1 if a limit in site.yaml is exceeded. */
export async function reportTickets(contentDir: string, { until, format, html }: ReportOptions): Promise<number> {
  await finishReplacing(join(contentDir, 'tickets')).catch(() => {});
  const [{ library, findings }, ofCounts, ofSearched, ofLinks, ofStarted, ofVotes, ofMeasures, ofDismissals] =
    await Promise.all([
      readContent(contentDir),
      readCounts(contentDir),
      readSearchLog(contentDir),
      readLinks(contentDir),
      readLinks(contentDir, 'startedOn'),
      readVotes(contentDir),
      readMeasures(contentDir),
      readDismissals(contentDir),
    ]);
  if (!library) return refuse(findings);
  const unreadable = [ofCounts, ofSearched, ofLinks, ofStarted, ofVotes, ofMeasures, ofDismissals].flatMap(
    ({ findings }) => findings,
  );
  if (unreadable.length > 0) return refuse(unreadable);
  const content = namedContent(contentDir);
  if (findings.some(({ severity }) => severity === 'error'))
    process.stderr.write(
      `Some content has errors, so articles can be missing from the report. For details, run: ${callOf('check', contentFlag(content))}\n`,
    );
  const { sources } = ofCounts;
  const { votes } = ofVotes;
  const paths = library.articles.map(({ path }) => path);
  const shown = await readShownFiles(contentDir, paths, library.site.defaultLocale);
  const { changes, changedOn, since, ...history } = await readArticleHistory(contentDir, paths, shown);
  const coverages = coverSources(sources);
  const coverage = measureCoverage(library, sources, {
    coverages,
    until,
    changedOn,
    votes,
    dismissals: ofDismissals.dismissals,
    started: [...ofStarted.links.values()].flat(),
    content,
  });
  const effects: Effects = { ...history, effects: measureEffects(library, sources, changes, { until, coverages }) };
  const searched = searchesWithoutResult(ofSearched.searched, library);
  const evidence = {
    counts: sources,
    coverages,
    links: ofLinks.links,
    started: ofStarted.links,
    votes,
    file: ofMeasures.file,
    since: history.none === undefined ? since : undefined,
  };
  const measures = coverage.until === null ? null : measureSupport(library, evidence, coverage.until);
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
