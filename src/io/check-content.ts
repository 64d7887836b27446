import type { Finding } from '#kb/finding.ts';
import type { Library } from '#kb/library.ts';
import { weigh } from '#kb/rules/check.ts';
import { themeLinkFindings } from '#kb/rules/theme-links.ts';
import { type ExpectedSearch, unknownSearches } from '#kb/searches.ts';
import type { DailyCount } from '#kb/tickets.ts';
import { readCounts } from './counts.ts';
import { readContent } from './read-content.ts';
import { readSearches } from './read-searches.ts';
import { readTheme } from './read-theme.ts';
import { readSearched } from './searched.ts';
import { readTicketSources } from './ticket-sources.ts';

export interface Checked {
  /** `undefined` where site.yaml is missing or wrong. */
  library: Library | undefined;
  counts: readonly DailyCount[];
  /** All that is wrong with the content, its theme and its tickets, as the company weighs it, sorted. */
  findings: Finding[];
  /** The questions that the search of the site must answer. */
  searches: readonly ExpectedSearch[];
}

/**
 * Reads and checks all that a company owns.
 *
 * @param theme named on the command line; otherwise `site.yaml` says it
 */
export async function checkContent(dir: string, theme: string | undefined): Promise<Checked> {
  const { library, findings } = await readContent(dir, { theme });
  if (!library) return { library, counts: [], searches: [], findings };
  const [ofTheme, ofCounts, ofSources, ofSearched, ofSearches] = await Promise.all([
    readTheme(theme ?? library.site.theme, dir),
    readCounts(dir),
    readTicketSources(dir),
    readSearched(dir),
    readSearches(dir),
  ]);
  const searches = ofSearches.searches.filter(({ article }) => !library.elsewhere.has(article));
  const all = [
    ...findings,
    ...ofTheme.findings,
    ...(ofTheme.folder ? themeLinkFindings(library, ofTheme.folder.theme, ofTheme.folder.at) : []),
    ...ofCounts.findings,
    ...ofSources.findings,
    ...ofSearched.findings,
    ...ofSearches.findings,
    ...unknownSearches(searches, library),
  ];
  return { library, counts: ofCounts.counts, searches, findings: weigh(all, library.site.severity) };
}
