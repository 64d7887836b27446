import { join } from 'node:path';
import { readArticleHistory } from '#io/content/article-history.ts';
import { readShownFiles } from '#io/content/shown-files.ts';
import { finishReplacing } from '#io/machine/atomic-write.ts';
import { readCounts } from '#io/records/counts.ts';
import { readDismissals } from '#io/records/dismissals.ts';
import { readLinks } from '#io/records/links.ts';
import { readMeasures } from '#io/records/measures.ts';
import { readSearchLog } from '#io/records/search-log.ts';
import { readVotes } from '#io/records/votes.ts';
import { coverSources } from '#kb/tickets/records/source-coverage.ts';
import { type Coverage, measureCoverage } from '#kb/tickets/worklist/coverage.ts';
import { contentFlag } from '#kb/values/shell.ts';
import { findingsText } from '#report/findings-text.ts';
import { readWithProgress } from '../shared/content-progress.ts';
import { NOTHING, Refusal } from '../shared/failures.ts';
import { callOf, namedContent } from '../shared/paths.ts';

/** Everything that the ticket report is made from. */
export type TicketEvidence = Awaited<ReturnType<typeof readEvidence>>;

/** @throws Refusal if the content or the records can't be read */
export async function readEvidence(contentDir: string) {
  await finishReplacing(join(contentDir, 'tickets')).catch(() => {});
  const [{ library, findings }, ofCounts, ofSearched, ofLinks, ofStarted, ofVotes, ofMeasures, ofDismissals] =
    await Promise.all([
      readWithProgress(contentDir),
      readCounts(contentDir),
      readSearchLog(contentDir),
      readLinks(contentDir),
      readLinks(contentDir, 'startedOn'),
      readVotes(contentDir),
      readMeasures(contentDir),
      readDismissals(contentDir),
    ]);
  const records = [ofCounts, ofSearched, ofLinks, ofStarted, ofVotes, ofMeasures, ofDismissals];
  const unreadable = library ? records.flatMap((one) => one.findings) : findings;
  if (!library || unreadable.length > 0) throw new Refusal(`${findingsText(unreadable)}\n\n${NOTHING}`);
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
  const forMeasures = {
    counts: sources,
    coverages,
    links: ofLinks.links,
    started: ofStarted.links,
    votes,
    file: ofMeasures.file,
    since: history.none === undefined ? since : undefined,
  };
  const { dismissals } = ofDismissals;
  const { searched } = ofSearched;
  return {
    library,
    sources,
    coverages,
    changes,
    changedOn,
    history,
    shown,
    searched,
    dismissals,
    forMeasures,
    content,
  };
}

/**
 * The work list on a day.
 *
 * @param until the last day of the report, if that isn't the newest day with tickets
 * @param mostItems how many things to do are listed, if not as many as people do in a week
 */
export function coverageAt(
  evidence: TicketEvidence,
  on: { until?: string | undefined; mostItems?: number } = {},
): Coverage {
  const { library, sources, coverages, changedOn, dismissals, forMeasures, content } = evidence;
  return measureCoverage(library, sources, {
    ...on,
    ...{ coverages, changedOn, dismissals, content },
    votes: forMeasures.votes,
    started: [...forMeasures.started.values()].flat(),
  });
}
