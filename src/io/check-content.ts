import { join, resolve } from 'node:path';
import { type GuardedSearch, unknownSearchFindings } from '#kb/content/guarded-searches.ts';
import type { Library } from '#kb/content/library.ts';
import type { Site } from '#kb/content/site.ts';
import type { Finding } from '#kb/findings/finding.ts';
import { adviceFindings } from '#kb/rules/advice.ts';
import { applySeverity } from '#kb/rules/check.ts';
import { sampleFileFindings } from '#kb/rules/sample-files.ts';
import { themeLinkFindings } from '#kb/rules/theme-links.ts';
import type { SourceCounts } from '#kb/tickets/records/desk.ts';
import type { SearchedQuestion } from '#kb/tickets/records/search-log.ts';
import { type Reading, readContent } from './content/read-content.ts';
import { readSearches } from './content/read-searches.ts';
import type { SiteSetup } from './content/read-site-setup.ts';
import { readTheme } from './content/read-theme.ts';
import type { Trust } from './content/trust.ts';
import { readLostArticles } from './lost-articles.ts';
import { finishReplacing } from './machine/atomic-write.ts';
import { engineDir } from './machine/engine.ts';
import { readCounts } from './records/counts.ts';
import { readDismissals } from './records/dismissals.ts';
import { readLinks } from './records/links.ts';
import { readMeasures } from './records/measures.ts';
import { readSearchLog } from './records/search-log.ts';
import { readTicketSources } from './records/ticket-sources.ts';
import { readVotes } from './records/votes.ts';
import { readSampleFiles } from './sample-files.ts';

export interface CheckedContent {
  /** `undefined` if site.yaml is missing or invalid. */
  library: Library | undefined;
  /** Everything around the articles; with a library. */
  setup?: SiteSetup | undefined;
  /** What can be known without a valid site.yaml. */
  partial?: Library;
  /** The daily counts of each source. */
  sources: SourceCounts;
  /** What customers searched. */
  searched: readonly SearchedQuestion[];
  /** The HTML of articles by their paths, if it was asked for, without those that import components. */
  html: ReadonlyMap<string, string>;
  /** All findings in the content, its theme and its tickets, with the company's severities, sorted. */
  findings: Finding[];
  /** The questions that the site's search must answer. */
  searches: readonly GuardedSearch[];
}

/**
 * Reads and checks all that a company owns.
 *
 * @param theme named on the command line; otherwise `site.yaml` says it
 * @param trust whether its code can be run: if not, `site.yaml` cannot turn the findings of code off
 * @param today the day for which to look for what is worth doing, `YYYY-MM-DD`; if left out, only mistakes are found
 */
export async function checkContent(
  dir: string,
  theme: string | undefined,
  trust: Trust = {},
  today?: string,
  reading?: Reading,
): Promise<CheckedContent> {
  // An import that was killed while it replaced counts and words; without permission to write, they stay apart.
  await finishReplacing(join(dir, 'tickets')).catch(() => {});
  const read = await readContent(dir, { theme }, trust, reading);
  const { library: whole, setup, partial, drafts = [], html, findings } = read;
  const library = whole ?? partial;
  if (!library) return { library, sources: new Map(), searched: [], searches: [], html, findings };
  const [ofTheme, ofCounts, ofLinks, ofStarted, ofMeasures, ofDismissals, ofSources, ofSearched, ofVotes, ofSearches] =
    await Promise.all([
      readTheme(theme ?? library.site.theme, dir, trust),
      readCounts(dir),
      readLinks(dir),
      readLinks(dir, 'startedOn'),
      readMeasures(dir),
      readDismissals(dir),
      readTicketSources(dir),
      readSearchLog(dir),
      readVotes(dir),
      readSearches(dir),
    ]);
  const searches = ofSearches.searches.filter(({ article }) => !library.elsewhere.has(article));
  const all = [
    ...findings,
    ...ofTheme.findings,
    ...(ofTheme.folder ? themeLinkFindings(library, ofTheme.folder.theme, ofTheme.folder.at) : []),
    ...ofCounts.findings,
    ...ofLinks.findings,
    ...ofStarted.findings,
    ...ofMeasures.findings,
    ...ofDismissals.findings,
    ...ofSources.findings,
    ...ofSearched.findings,
    ...ofVotes.findings,
    ...ofSearches.findings,
    ...unknownSearchFindings(searches, library),
    ...(resolve(dir) === join(engineDir, 'content')
      ? sampleFileFindings(await readSampleFiles(dir, library.site.name))
      : []),
    ...(today === undefined ? [] : adviceFindings(library, { today, drafts, lost: await readLostArticles(dir) })),
  ];
  const { sources } = ofCounts;
  const { searched } = ofSearched;
  const severity = trust.untrusted ? withCode(library.site.severity) : library.site.severity;
  return {
    library: whole,
    setup,
    ...(partial && { partial }),
    sources,
    searched,
    searches,
    html,
    findings: applySeverity(all, severity),
  };
}

// Whoever cannot be trusted with code could write that setting too.
function withCode(severity: Site['severity']): Site['severity'] {
  const { 'code-unsafe': _, ...rest } = severity;
  return rest;
}
