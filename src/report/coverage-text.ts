import type { NotFound } from '#kb/tickets/records/search-log.ts';
import type { Coverage } from '#kb/tickets/worklist/coverage.ts';
import { contentOption } from '#kb/values/shell.ts';
import * as words from './coverage-words.ts';
import { count } from './findings-text.ts';
import { searchedIntro, searchedShown, searchedTitle, searchedWords } from './search-log-words.ts';
import { textTable } from './text-table.ts';

/** The whole report for the terminal. */
export function coverageText(coverage: Coverage, searched: readonly NotFound[] = []): string {
  if (coverage.until === null) return [words.noTickets, ...searchedSection(searched)].join('\n');
  const { flagged, gaps, unmapped, overlap, quiet, topics } = coverage;
  const seen = topics.filter(({ tickets, previous }) => tickets + previous > 0);
  return [
    words.headline(coverage),
    ...section(`Articles to look at first: ${flagged.length}`, words.flaggedIntro, [
      ['tickets', 'article', 'why'],
      ...flagged.flatMap((flag) =>
        rows([words.number(flag.tickets), flag.article], flag.reasons.map(words.reasonWords)),
      ),
    ]),
    ...section(`Missing articles: ${gaps.length}`, words.gapsIntro, [
      ['tickets', 'topic', 'language', 'what to do'],
      ...gaps.flatMap((gap) =>
        rows(
          [words.number(gap.tickets), gap.topic, gap.locale],
          [
            words.gapWords(gap),
            ...(gap.command === undefined ? [] : [gap.command]),
            ...words.customersSay(gap),
            ...gap.reasons.map(words.reasonWords),
          ],
        ),
      ),
    ]),
    ...section(`Categories without a topic: ${unmapped.length}`, words.unmappedIntro, [
      ['tickets', 'before', 'category', 'what to do'],
      ...unmapped.flatMap((one) =>
        rows(
          [words.number(one.tickets), words.number(one.previous), one.category],
          [words.unmappedWords(one), ...one.reasons.map(words.reasonWords)],
        ),
      ),
    ]),
    ...section(`Topics with competing articles: ${overlap.length}`, words.overlapIntro, [
      ['tickets', 'topic', 'articles'],
      ...overlap.flatMap((one) =>
        rows([words.number(one.tickets), one.topic], [words.overlapWords(one), ...one.reasons.map(words.reasonWords)]),
      ),
    ]),
    ...section(`Quiet articles: ${quiet.length}`, words.quietIntro, [
      ['days', 'article', 'topics', 'why'],
      ...quiet.map((one) => [words.number(one.quietDays), one.article, one.topics.join(', '), words.quietWords(one)]),
    ]),
    ...words.restLines(coverage),
    ...searchedSection(searched),
    ...section(`Topics with tickets: ${seen.length} of ${topics.length}`, `${words.trendNote} ${words.localeNote}`, [
      ['tickets', 'before', 'topic', 'recurs', 'trend', 'articles'],
      ...seen.map((topic) => [
        words.number(topic.tickets),
        words.number(topic.previous),
        topic.id,
        topic.recurs ? 'recurs' : '',
        words.topicTrendWords(topic),
        words.articleWords(topic),
      ]),
    ]),
  ].join('\n');
}

/**
 * What a build says of the tickets and searches: at most six plain lines.
 *
 * @param content the content folder, if it is not the one that commands take unasked
 */
export function summaryLines(coverage: Coverage, searched: readonly NotFound[] = [], content?: string): string[] {
  if (coverage.until === null) return [words.noTickets, ...searchedLine(searched)];
  const { flagged, gaps, unmapped } = coverage;
  const unclaimed = unmapped.reduce((sum, { tickets }) => sum + tickets, 0);
  const [flag] = flagged;
  const [gap] = gaps;
  const [category] = unmapped;
  return [
    words.headline(coverage),
    flag
      ? `${count(flagged.length, 'article')} to look at, with tickets that come again and again; first ${flag.article} (${count(flag.tickets, 'ticket')}).`
      : 'No article has a topic that recurs.',
    gap
      ? `${count(gaps.length, 'article')} missing; first "${gap.topic}" in ${gap.locale} (${count(gap.tickets, 'ticket')}).`
      : 'Every topic that recurs has an article in the languages it is asked in.',
    category
      ? `${unmapped.length} ${unmapped.length === 1 ? 'category' : 'categories'} without a topic (${count(unclaimed, 'ticket')}); first "${category.category}".`
      : 'Every category belongs to a topic.',
    ...searchedLine(searched),
    `All of it: npm run tickets -- report${contentOption(content)}`,
  ];
}

function searchedLine(searched: readonly NotFound[]): string[] {
  const [first] = searched;
  if (!first) return [];
  const { question, locale, misses, searches } = first;
  return [
    `${count(searched.length, 'question')} searched and not found; first "${question}" in ${locale} (not found ${misses} of ${count(searches, 'time')}).`,
  ];
}

function searchedSection(searched: readonly NotFound[]): string[] {
  if (searched.length === 0) return [];
  return section(searchedTitle(searched), searchedIntro, [
    ['not found', 'searches', 'language', 'question', 'what to do'],
    ...searchedShown(searched).map((one) => [
      words.number(one.misses),
      words.number(one.searches),
      one.locale,
      one.question,
      searchedWords(one),
    ]),
  ]);
}

function section(title: string, intro: string, [header, ...rows]: string[][]): string[] {
  if (rows.length === 0 || !header) return ['', title];
  return ['', title, ...textTable(intro, [header, ...rows])];
}

/** One row, and below it a row for each line that its last cell has more. */
function rows(cells: readonly string[], [first = '', ...more]: readonly string[]): string[][] {
  return [[...cells, first], ...more.map((line) => [...cells.map(() => ''), line])];
}
