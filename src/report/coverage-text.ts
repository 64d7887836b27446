import type { SearchWithoutResult } from '#kb/tickets/records/search-log.ts';
import type { Coverage } from '#kb/tickets/worklist/coverage.ts';
import { contentFlag } from '#kb/values/shell.ts';
import * as wording from './coverage-wording.ts';
import { count, countCategories, formatNumber } from './layout/numbers.ts';
import { textTable } from './layout/text-table.ts';
import { searchesIntro, searchesTitle, searchToDo, shownSearches } from './searches-wording.ts';

/** The whole report for the terminal. */
export function coverageText(coverage: Coverage, searched: readonly SearchWithoutResult[] = []): string {
  if (coverage.until === null) return [wording.noTicketsYet, ...searchesSection(searched)].join('\n');
  const { flagged, gaps, unmapped, overlap, quiet, topics } = coverage;
  const seen = topics.filter(({ tickets, previous }) => tickets + previous > 0);
  return [
    wording.headline(coverage),
    ...section(`Articles to fix first: ${flagged.length}`, wording.flaggedIntro, [
      ['tickets', 'article', 'why'],
      ...flagged.flatMap((flag) =>
        rows([formatNumber(flag.tickets), flag.article], flag.reasons.map(wording.reasonText)),
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
            ...gap.reasons.map(wording.reasonText),
          ],
        ),
      ),
    ]),
    ...section(`Categories without a topic: ${unmapped.length}`, wording.unmappedIntro, [
      ['tickets', 'previous', 'category', 'what to do'],
      ...unmapped.flatMap((one) =>
        rows(
          [formatNumber(one.tickets), formatNumber(one.previous), one.category],
          [wording.unmappedText(one), ...one.reasons.map(wording.reasonText)],
        ),
      ),
    ]),
    ...section(`Topics with competing articles: ${overlap.length}`, wording.overlapIntro, [
      ['tickets', 'topic', 'articles'],
      ...overlap.flatMap((one) =>
        rows([formatNumber(one.tickets), one.topic], [one.articles.join(', '), ...one.reasons.map(wording.reasonText)]),
      ),
    ]),
    ...section(`Quiet articles: ${quiet.length}`, wording.quietIntro, [
      ['days', 'article', 'topics', 'why'],
      ...quiet.map((one) => [
        formatNumber(one.quietDays),
        one.article,
        one.topics.join(', '),
        one.reasons.map(wording.reasonText).join('; '),
      ]),
    ]),
    ...wording.restLines(coverage),
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

/**
 * The report in six lines at most, for the end of a build.
 *
 * @param content the content folder, if it isn't the default one
 */
export function summaryLines(
  coverage: Coverage,
  searched: readonly SearchWithoutResult[] = [],
  content?: string,
): string[] {
  if (coverage.until === null) return [wording.noTicketsYet, ...searchesLine(searched)];
  const { flagged, gaps, unmapped } = coverage;
  const unclaimed = unmapped.reduce((sum, { tickets }) => sum + tickets, 0);
  const [flag] = flagged;
  const [gap] = gaps;
  const [category] = unmapped;
  return [
    wording.headline(coverage),
    flag
      ? `${count(flagged.length, 'article')} to fix. Start with ${flag.article} (${count(flag.tickets, 'ticket')}).`
      : 'No articles to fix.',
    gap
      ? `${count(gaps.length, 'article')} missing. Start with "${gap.topic}" in ${gap.locale} (${count(gap.tickets, 'ticket')}).`
      : 'No articles missing.',
    category
      ? `${countCategories(unmapped.length)} without a topic (${count(unclaimed, 'ticket')}). Start with "${category.category}".`
      : 'Every category has a topic.',
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
