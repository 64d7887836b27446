import type { NotFound } from '#kb/tickets/records/search-log.ts';
import type { Coverage, Reason } from '#kb/tickets/worklist/coverage.ts';
import * as words from './coverage-words.ts';
import { markdownCode as code, markdownTable, markdownText as text } from './markdown-table.ts';
import { searchedIntro, searchedShown, searchedTitle, searchedWords } from './search-log-words.ts';

/** The whole report as Markdown, for a pull request or a chat. */
export function coverageMarkdown(coverage: Coverage, searched: readonly NotFound[] = []): string {
  const title = '# Tickets and articles';
  if (coverage.until === null) return `${[title, words.noTickets, ...searchedSection(searched)].join('\n\n')}\n`;
  const { flagged, gaps, unmapped, overlap, quiet, topics } = coverage;
  const seen = topics.filter(({ tickets, previous }) => tickets + previous > 0);
  const rest = words.restLines(coverage);
  const parts = [
    title,
    words.headline(coverage),
    ...section(
      `Articles to look at first: ${flagged.length}`,
      words.flaggedIntro,
      ['Tickets', 'Article', 'Why'],
      [...flagged.map((flag) => [words.number(flag.tickets), code(flag.article), reasons(flag.reasons)])],
    ),
    ...section(
      `Missing articles: ${gaps.length}`,
      words.gapsIntro,
      ['Tickets', 'Topic', 'Language', 'What to do'],
      [
        ...gaps.map((gap) => [
          words.number(gap.tickets),
          code(gap.topic),
          gap.locale,
          lines(
            text(words.gapWords(gap)),
            ...(gap.command === undefined ? [] : [code(gap.command)]),
            ...words.customersSay(gap).map(text),
            reasons(gap.reasons),
          ),
        ]),
      ],
    ),
    ...section(
      `Categories without a topic: ${unmapped.length}`,
      words.unmappedIntro,
      ['Tickets', 'Before', 'Category', 'What to do'],
      [
        ...unmapped.map((one) => [
          words.number(one.tickets),
          words.number(one.previous),
          code(one.category),
          lines(text(words.unmappedWords(one)), reasons(one.reasons)),
        ]),
      ],
    ),
    ...section(
      `Topics with competing articles: ${overlap.length}`,
      words.overlapIntro,
      ['Tickets', 'Topic', 'Articles', 'Why'],
      overlap.map((one) => related(one.tickets, one.topic, one.articles, one.reasons)),
    ),
    ...section(
      `Quiet articles: ${quiet.length}`,
      words.quietIntro,
      ['Days', 'Article', 'Topics', 'Why'],
      quiet.map((one) => related(one.quietDays, one.article, one.topics, one.reasons)),
    ),
    ...(rest.length > 0 ? [rest.join(' ')] : []),
    ...searchedSection(searched),
    ...section(
      `Topics with tickets: ${seen.length} of ${topics.length}`,
      `${words.trendNote} ${words.localeNote}`,
      ['Tickets', 'Before', 'Topic', 'Recurs', 'Trend', 'Articles'],
      [
        ...seen.map((topic) => [
          words.number(topic.tickets),
          words.number(topic.previous),
          code(topic.id),
          topic.recurs ? 'yes' : '',
          text(words.topicTrendWords(topic)),
          topic.articles.map(code).join(', ') || 'none',
        ]),
      ],
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function searchedSection(searched: readonly NotFound[]): string[] {
  if (searched.length === 0) return [];
  return section(
    searchedTitle(searched),
    searchedIntro,
    ['Not found', 'Searches', 'Language', 'Question', 'What to do'],
    searchedShown(searched).map((one) => [
      words.number(one.misses),
      words.number(one.searches),
      one.locale,
      text(one.question),
      text(searchedWords(one)),
    ]),
  );
}

const numbers = new Set(['Tickets', 'Before', 'Days', 'Not found', 'Searches']);

function section(title: string, intro: string, header: string[], rows: string[][]): string[] {
  if (rows.length === 0) return [`## ${title}`];
  return [`## ${title}`, intro, markdownTable(header, rows, numbers)];
}

/** A number, what it belongs to, the articles or topics that go with it, and why it is listed. */
function related(number: number, subject: string, others: readonly string[], why: readonly Reason[]): string[] {
  return [words.number(number), code(subject), others.map(code).join(', '), reasons(why)];
}

function reasons(all: readonly Reason[]): string {
  return lines(...all.map((reason) => text(words.reasonWords(reason))));
}

function lines(...cells: readonly string[]): string {
  return cells.join('<br>');
}
