import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Library } from '#kb/content/library.ts';
import type { Measures } from '#kb/tickets/measures/measures.ts';
import { type Weekly, weeklyTickets } from '#kb/tickets/measures/weekly.ts';
import type { NotFound } from '#kb/tickets/records/search-log.ts';
import type { DailyCount } from '#kb/tickets/records/tickets.ts';
import type { Coverage } from '#kb/tickets/worklist/coverage.ts';
import { type Exceeded, exceededLimits } from '#kb/tickets/worklist/limits.ts';
import { type LocaleRow, localeCoverage } from '#kb/tickets/worklist/locale-coverage.ts';
import { localText } from '#kb/values/local-text.ts';
import type { Effects } from '../effects-words.ts';

/** All that the page shows. */
export interface HtmlReport {
  /** The name of the help center. */
  name: string;
  coverage: Coverage;
  weekly: Weekly;
  locales: readonly LocaleRow[];
  searched: readonly NotFound[];
  exceeded: readonly Exceeded[];
  /** What the tickets did around changes of articles, where somebody looked. */
  effects: Effects | undefined;
  /** `null` where there is nothing to measure. */
  measures: Measures | null;
  /** What a topic is called, where it is called anything but its id. */
  titleOf: (topic: string) => string | undefined;
}

/** What of the page is measured elsewhere. */
export type Measured = Pick<HtmlReport, 'coverage' | 'searched'> & Partial<Pick<HtmlReport, 'effects' | 'measures'>>;

/** Puts together what the page shows. */
export function htmlReport(
  library: Library,
  counts: readonly DailyCount[],
  { coverage, searched, effects, measures = null }: Measured,
): HtmlReport {
  const { name, defaultLocale, limits } = library.site;
  const titles = new Map(
    library.topics.flatMap(({ id, title }) => (title ? [[id, localText(title, 'en', defaultLocale)]] : [])),
  );
  return {
    name,
    coverage,
    weekly: weeklyTickets(library, counts, coverage.until ?? '9999-12-31'),
    locales: localeCoverage(library, coverage),
    searched,
    exceeded: exceededLimits(coverage, limits),
    effects,
    measures,
    titleOf: (topic) => titles.get(topic),
  };
}

/** A part of the page with a heading of its own, for the list of contents. */
export interface Section {
  id: string;
  title: string;
  content: ElementContent[];
}

/** From where on a series of weeks is known: an export begins somewhere. */
export function firstKnown(values: readonly (number | null)[]): number {
  const first = values.findIndex((value) => value !== null);
  return first < 0 ? values.length : first;
}

/** An id of an article, which a line may break behind a "/". */
export function articleName(id: string): Element {
  const parts = id.split('/');
  return h(
    'code',
    parts.flatMap((part, index) => (index < parts.length - 1 ? [`${part}/`, h('wbr')] : [part])),
  );
}

/** The name of a topic with its id, by which articles and topics.yaml know it. */
export function topicName({ titleOf }: HtmlReport, id: string): ElementContent[] {
  const title = titleOf(id);
  if (title === undefined) return [h('code', id)];
  return [h('bdi', title), { type: 'text', value: ' ' }, h('code.id', id)];
}
