import { join, resolve } from 'node:path';
import { readArticleHistory } from '#io/content/article-history.ts';
import { readContent } from '#io/content/read-content.ts';
import { replaceFile } from '#io/machine/atomic-write.ts';
import { readCounts } from '#io/records/counts.ts';
import { readLinks } from '#io/records/links.ts';
import { readMeasures } from '#io/records/measures.ts';
import { readSearchLog } from '#io/records/search-log.ts';
import { readTopicLines } from '#io/records/topic-lines.ts';
import { readVotes } from '#io/records/votes.ts';
import { measureEffects } from '#kb/tickets/measures/edit-effect.ts';
import { type Measures, measureSupport } from '#kb/tickets/measures/measures.ts';
import { type SearchWithoutResult, searchesWithoutResult } from '#kb/tickets/records/search-log.ts';
import { type Coverage, measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { exceededLimits } from '#kb/tickets/worklist/limits.ts';
import { contentOption } from '#kb/values/shell.ts';
import { annotate, githubAnnotations, gitlabReport } from '#report/annotations.ts';
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
import { callOf, failureText, namedContent, nameOf, Refusal, refuse } from '../shared/command.ts';

/** The data of the report. */
interface Told {
  coverage: Coverage;
  searched: readonly SearchWithoutResult[];
  effects: Effects;
  /** Without a ticket there is no day to measure up to. */
  measures: Measures | null;
  /** As commands to paste name it, if they have to. */
  content: string | undefined;
}

const forms = {
  // Without tickets there is nothing that an edit could have helped.
  text: ({ coverage, searched, effects, measures }) =>
    [
      coverageText(coverage, searched),
      ...(coverage.until === null ? [] : [effectsText(effects)]),
      ...(measures === null ? [] : [measuresText(measures)]),
    ].join('\n\n'),
  json: toJson,
  markdown: ({ coverage, searched, effects, measures }) =>
    [
      coverageMarkdown(coverage, searched).trimEnd(),
      ...(coverage.until === null ? [] : [effectsMarkdown(effects)]),
      ...(measures === null ? [] : [measuresMarkdown(measures)]),
    ].join('\n\n'),
  summary: ({ coverage, searched, content }) => summaryLines(coverage, searched, content).join('\n'),
} satisfies Record<string, (told: Told) => string>;

/** How the report is printed, and where else it is written. */
export interface ReportOptions {
  until: string | undefined;
  form: keyof typeof forms | 'github' | 'gitlab';
  /** The file of the page, if one is wanted. */
  html: string | undefined;
}

/** Says what the tickets ask of the articles; the exit code is 1 where a limit of the company is exceeded. */
export async function reportTickets(contentDir: string, { until, form, html }: ReportOptions): Promise<number> {
  const [{ library, findings }, ofCounts, ofSearched, ofLinks, ofVotes, ofMeasures] = await Promise.all([
    readContent(contentDir),
    readCounts(contentDir),
    readSearchLog(contentDir),
    readLinks(contentDir),
    readVotes(contentDir),
    readMeasures(contentDir),
  ]);
  if (!library) return refuse(findings);
  const unreadable = [ofCounts, ofSearched, ofLinks, ofVotes, ofMeasures].flatMap(({ findings }) => findings);
  if (unreadable.length > 0) return refuse(unreadable);
  const content = namedContent(contentDir);
  if (findings.some(({ severity }) => severity === 'error'))
    process.stderr.write(
      `Some of the content has errors, so articles may be missing from the report. Run \`${callOf('check', contentOption(content))}\` to see them.\n`,
    );
  const { counts, sources } = ofCounts;
  const { votes } = ofVotes;
  const { changes, changedOn, since, ...history } = await readArticleHistory(
    contentDir,
    library.articles.map(({ path }) => path),
  );
  const coverage = measureCoverage(library, counts, {
    until,
    changedOn,
    votes,
    content,
  });
  const effects: Effects = { ...history, effects: measureEffects(library, counts, changes, { until }) };
  const searched = searchesWithoutResult(ofSearched.searched, library);
  const evidence = {
    counts: sources,
    links: ofLinks.links,
    votes,
    file: ofMeasures.file,
    since: history.none === undefined ? since : undefined,
  };
  const measures = coverage.until === null ? null : measureSupport(library, evidence, coverage.until);
  const told: Told = { coverage, searched, effects, measures, content };
  await replaceFile(join('.reports', 'tickets.json'), toJson(told));
  if (html !== undefined) await writePage(html, coverageHtml(htmlReport(library, counts, told)));
  if (form === 'github' || form === 'gitlab') {
    const place = (path: string) => nameOf(join(contentDir, path)).replaceAll('\\', '/');
    const annotations = annotate(coverage, library, place, await readTopicLines(contentDir));
    process.stdout.write(form === 'github' ? githubAnnotations(annotations) : gitlabReport(annotations));
  } else process.stdout.write(`${forms[form](told).trimEnd()}\n`);
  if (form === 'summary' && html !== undefined) process.stdout.write(`Wrote ${nameOf(resolve(html))}.\n`);
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

function toJson({ coverage, searched, effects: { effects, ...history }, measures }: Told): string {
  return `${JSON.stringify({ ...coverage, searched, effects, history, measures }, null, 2)}\n`;
}
