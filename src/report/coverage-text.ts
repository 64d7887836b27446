import type { SearchWithoutResult } from '#kb/tickets/records/search-log.ts';
import type { Coverage } from '#kb/tickets/worklist/coverage.ts';
import { contentFlag } from '#kb/values/shell.ts';
import * as wording from './coverage-wording.ts';
import { count, formatNumber } from './layout/numbers.ts';
import { textTable } from './layout/text-table.ts';
import { wrapText } from './layout/wrap-text.ts';
import { searchesIntro, searchesTitle, searchToDo, shownSearches } from './searches-wording.ts';
import { topicRows } from './topic-rows.ts';
import { weekText } from './week-text.ts';
import * as week from './week-wording.ts';

/** A report on tickets and articles, with the name of the help center. */
export interface NamedCoverage {
  name: string;
  coverage: Coverage;
  searched?: readonly SearchWithoutResult[];
  /** The content folder, if it isn't the default one. */
  content?: string | undefined;
}

/** The whole report for the terminal. */
export function coverageText({ name, coverage, searched = [] }: NamedCoverage): string {
  if (coverage.until === null) return [wording.noTicketsYet, ...searchesSection(searched)].join('\n');
  const { flagged, gaps, unmapped, overlap, quiet, topics } = coverage;
  const seen = topics.filter(({ tickets, previous }) => tickets + previous > 0);
  const fix = topicRows(coverage);
  const listed = [...flagged, ...gaps, ...unmapped, ...overlap, ...quiet].flatMap(({ reasons }) => reasons);
  return [
    ...weekText(name, coverage),
    ...section(wording.articlesTitle(fix), wording.articlesIntro, [
      ['tickets', 'previous', 'topic', 'articles, the one to fix first on top'],
      ...fix.flatMap((one) =>
        rows(
          [formatNumber(one.tickets), formatNumber(one.previous), one.topic],
          [...one.articles, ...one.notes.map((note) => wording.noteText(note, one))],
        ),
      ),
    ]),
    ...section(`Missing articles: ${gaps.length}`, wording.gapsIntro, [
      ['tickets', 'topic', 'language', 'what to do'],
      ...gaps.flatMap((gap) =>
        rows(
          [formatNumber(gap.tickets), gap.topic, gap.locale],
          [
            wording.gapText(gap),
            ...(gap.command === undefined ? [] : [gap.command]),
            ...wording.customersSay(gap),
            ...gap.reasons.map(({ says }) => says),
          ],
        ),
      ),
    ]),
    ...section(`Categories without a topic: ${unmapped.length}`, wording.unmappedIntro, [
      ['tickets', 'previous', 'category', 'what to do'],
      ...unmapped.flatMap((one) =>
        rows(
          [formatNumber(one.tickets), formatNumber(one.previous), one.category],
          [wording.unmappedText(one), ...one.reasons.map(({ says }) => says)],
        ),
      ),
    ]),
    ...section(`Topics with competing articles: ${overlap.length}`, wording.overlapIntro, [
      ['tickets', 'topic', 'articles'],
      ...overlap.flatMap((one) =>
        rows([formatNumber(one.tickets), one.topic], [one.articles.join(', '), ...one.reasons.map(({ says }) => says)]),
      ),
    ]),
    ...section(`Quiet articles: ${quiet.length}`, wording.quietIntro, [
      ['days', 'article', 'topics', 'why'],
      ...quiet.map((one) => [
        formatNumber(one.quietDays),
        one.article,
        one.topics.join(', '),
        one.reasons.map(({ says }) => says).join('; '),
      ]),
    ]),
    ...['', ...wording.thresholdLine(listed), ...wording.restLines(coverage)].flatMap((line) => wrapText(line, 100)),
    ...searchesSection(searched),
    ...section(
      `Topics with tickets: ${seen.length} of ${topics.length}`,
      `${wording.trendNote} ${wording.localeNote}`,
      [
        ['tickets', 'previous', 'topic', 'recurring', 'trend', 'articles'],
        ...seen.map((topic) => [
          formatNumber(topic.tickets),
          formatNumber(topic.previous),
          topic.id,
          topic.recurs ? 'yes' : '',
          wording.topicTrendText(topic),
          wording.articlesText(topic),
        ]),
      ],
    ),
  ].join('\n');
}

/** The report in six lines at most, for the end of a build. */
export function summaryLines({ name, coverage, searched = [], content }: NamedCoverage): string[] {
  if (coverage.until === null) return [wording.noTicketsYet, ...searchesLine(searched)];
  const { items, more } = coverage.thisWeek;
  const [first] = items;
  return [
    week.headline(name, coverage),
    ...week.dataLines(coverage),
    first
      ? `${count(items.length + more, 'thing')} to do this week. Start with "${first.title}" (${count(first.tickets, 'ticket')}, ${week.extraText(first)}): ${week.doText(first)}`
      : 'Nothing to do this week.',
    ...searchesLine(searched),
    `Full report: npm run tickets -- report${contentFlag(content)}`,
  ];
}

function searchesLine(searched: readonly SearchWithoutResult[]): string[] {
  const [first] = searched;
  if (!first) return [];
  const { question, locale, misses, searches } = first;
  return [
    `${count(searched.length, 'question')} without a search result. Start with "${question}" in ${locale} (${misses} of ${searches === 1 ? '1 search' : `${formatNumber(searches)} searches`}).`,
  ];
}

function searchesSection(searched: readonly SearchWithoutResult[]): string[] {
  if (searched.length === 0) return [];
  return section(searchesTitle(searched), searchesIntro, [
    ['not found', 'searches', 'language', 'question', 'what to do'],
    ...shownSearches(searched).map((one) => [
      formatNumber(one.misses),
      formatNumber(one.searches),
      one.locale,
      one.question,
      searchToDo(one),
    ]),
  ]);
}

function section(title: string, intro: string, [header, ...rows]: string[][]): string[] {
  if (rows.length === 0 || !header) return ['', title];
  return ['', title, ...textTable(intro, [header, ...rows])];
}

/** A row, plus one more row for every further line of its last cell. */
function rows(cells: readonly string[], [first = '', ...more]: readonly string[]): string[][] {
  return [[...cells, first], ...more.map((line) => [...cells.map(() => ''), line])];
}
