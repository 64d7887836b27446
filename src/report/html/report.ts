import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Library } from '#kb/content/library.ts';
import type { Measures } from '#kb/tickets/measures/measures.ts';
import { type WeeklyTickets, weeklyTickets } from '#kb/tickets/measures/weekly-tickets.ts';
import type { SourceCounts } from '#kb/tickets/records/desk.ts';
import type { SearchWithoutResult } from '#kb/tickets/records/search-log.ts';
import type { SourceCoverages } from '#kb/tickets/records/source-coverage.ts';
import type { Coverage } from '#kb/tickets/worklist/coverage.ts';
import { type ExceededLimit, exceededLimits } from '#kb/tickets/worklist/limits.ts';
import { type LocaleRow, localeCoverage } from '#kb/tickets/worklist/locale-coverage.ts';
import { localText } from '#kb/values/local-text.ts';
import type { Effects } from '../effects-wording.ts';

/** Everything the page shows. */
export interface HtmlReport {
  /** The name of the help center. */
  name: string;
  coverage: Coverage;
  weekly: WeeklyTickets;
  locales: readonly LocaleRow[];
  searched: readonly SearchWithoutResult[];
  exceeded: readonly ExceededLimit[];
  /** What the tickets did around changes to articles; `undefined` if that wasn't measured. */
  effects: Effects | undefined;
  /** `null` if there are no tickets to measure. */
  measures: Measures | null;
  /** The title of a topic, if it has one. */
  titleOf: (topic: string) => string | undefined;
}

/** The results that the page shows besides the ticket counts. */
export type ReportResults = Pick<HtmlReport, 'coverage' | 'searched'> &
  Partial<Pick<HtmlReport, 'effects' | 'measures'>>;

/** Collects what the page shows. */
export function htmlReport(
  library: Library,
  counts: SourceCounts,
  { coverage, searched, effects, measures = null }: ReportResults,
  coverages?: SourceCoverages,
): HtmlReport {
  const { name, defaultLocale, limits } = library.site;
  const titles = new Map(
    library.topics.flatMap(({ id, title }) => (title ? [[id, localText(title, 'en', defaultLocale)]] : [])),
  );
  return {
    name,
    coverage,
    weekly: weeklyTickets(library, counts, coverage.until ?? '9999-12-31', coverages),
    locales: localeCoverage(library, coverage),
    searched,
    exceeded: exceededLimits(coverage, limits),
    effects,
    measures,
    titleOf: (topic) => titles.get(topic),
  };
}

/** A section of the page, listed in its table of contents. */
export interface ReportSection {
  id: string;
  title: string;
  content: ElementContent[];
}

/** The index of the first known week: the weeks before an export starts are unknown. */
export function firstKnown(values: readonly (number | null)[]): number {
  const first = values.findIndex((value) => value !== null);
  return first < 0 ? values.length : first;
}

/** The id of an article; lines can break after each "/". */
export function articleName(id: string): Element {
  const parts = id.split('/');
  return h(
    'code',
    parts.flatMap((part, index) => (index < parts.length - 1 ? [`${part}/`, h('wbr')] : [part])),
  );
}

/** The title of a topic, if it has one, and its id as used in articles and topics.yaml. */
export function topicName({ titleOf }: HtmlReport, id: string): ElementContent[] {
  const title = titleOf(id);
  if (title === undefined) return [h('code', id)];
  return [h('bdi', title), { type: 'text', value: ' ' }, h('code.id', id)];
}
