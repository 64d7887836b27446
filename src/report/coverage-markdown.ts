import type { SearchWithoutResult } from '#kb/tickets/records/search-log.ts';
import type { Reason } from '#kb/tickets/worklist/coverage.ts';
import type { NamedCoverage } from './coverage-text.ts';
import * as wording from './coverage-wording.ts';
import { markdownCode as code, markdownTable, markdownText as text } from './layout/markdown-table.ts';
import { formatNumber } from './layout/numbers.ts';
import { searchesIntro, searchesTitle, searchToDo, shownSearches } from './searches-wording.ts';
import { topicRows } from './topic-rows.ts';
import { weekMarkdown } from './week-markdown.ts';

/** The whole report as Markdown, for a pull request or a chat. */
export function coverageMarkdown({ name, coverage, searched = [] }: NamedCoverage): string {
  const title = '# Tickets and articles';
  if (coverage.until === null) return `${[title, wording.noTicketsYet, ...searchesSection(searched)].join('\n\n')}\n`;
  const { flagged, gaps, unmapped, overlap, quiet, topics } = coverage;
  const seen = topics.filter(({ tickets, previous }) => tickets + previous > 0);
  const fix = topicRows(coverage);
  const listed = [...flagged, ...gaps, ...unmapped, ...overlap, ...quiet].flatMap(({ reasons }) => reasons);
  const rest = [...wording.thresholdLine(listed), ...wording.restLines(coverage)];
  const parts = [
    title,
    ...weekMarkdown(name, coverage),
    ...section(
      wording.articlesTitle(fix),
      wording.articlesIntro,
      ['Tickets', 'Previous', 'Topic', 'Articles, the one to fix first on top'],
      fix.map((one) => [
        formatNumber(one.tickets),
        formatNumber(one.previous),
        code(one.topic),
        lines(...one.articles.map(code), ...one.notes.map((note) => text(wording.noteText(note, one)))),
      ]),
    ),
    ...section(
      `Missing articles: ${gaps.length}`,
      wording.gapsIntro,
      ['Tickets', 'Topic', 'Language', 'What to do'],
      gaps.map((gap) => [
        formatNumber(gap.tickets),
        code(gap.topic),
        gap.locale,
        lines(
          text(wording.gapText(gap)),
          ...(gap.command === undefined ? [] : [code(gap.command)]),
          ...wording.customersSay(gap).map(text),
          reasons(gap.reasons),
        ),
      ]),
    ),
    ...section(
      `Categories without a topic: ${unmapped.length}`,
      wording.unmappedIntro,
      ['Tickets', 'Previous', 'Category', 'What to do'],
      unmapped.map((one) => [
        formatNumber(one.tickets),
        formatNumber(one.previous),
        code(one.category),
        lines(text(wording.unmappedText(one)), reasons(one.reasons)),
      ]),
    ),
    ...section(
      `Topics with competing articles: ${overlap.length}`,
      wording.overlapIntro,
      ['Tickets', 'Topic', 'Articles', 'Why'],
      overlap.map((one) => row(one.tickets, one.topic, one.articles, one.reasons)),
    ),
    ...section(
      `Quiet articles: ${quiet.length}`,
      wording.quietIntro,
      ['Days', 'Article', 'Topics', 'Why'],
      quiet.map((one) => row(one.quietDays, one.article, one.topics, one.reasons)),
    ),
    ...rest.map(text),
    ...searchesSection(searched),
    ...section(
      `Topics with tickets: ${seen.length} of ${topics.length}`,
      `${wording.trendNote} ${wording.localeNote}`,
      ['Tickets', 'Previous', 'Topic', 'Recurring', 'Trend', 'Articles'],
      seen.map((topic) => [
        formatNumber(topic.tickets),
        formatNumber(topic.previous),
        code(topic.id),
        topic.recurs ? 'yes' : '',
        text(wording.topicTrendText(topic)),
        topic.articles.map(code).join(', ') || 'none',
      ]),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function searchesSection(searched: readonly SearchWithoutResult[]): string[] {
  if (searched.length === 0) return [];
  return section(
    searchesTitle(searched),
    searchesIntro,
    ['Not found', 'Searches', 'Language', 'Question', 'What to do'],
    shownSearches(searched).map((one) => [
      formatNumber(one.misses),
      formatNumber(one.searches),
      one.locale,
      text(one.question),
      text(searchToDo(one)),
    ]),
  );
}

const numbers = new Set(['Tickets', 'Previous', 'Days', 'Not found', 'Searches']);

function section(title: string, intro: string, header: string[], rows: string[][]): string[] {
  if (rows.length === 0) return [`## ${title}`];
  return [`## ${title}`, intro, markdownTable(header, rows, numbers)];
}

/** A number, the topic or article it belongs to, the articles or topics that go with it, and the reasons. */
function row(number: number, subject: string, others: readonly string[], why: readonly Reason[]): string[] {
  return [formatNumber(number), code(subject), others.map(code).join(', '), reasons(why)];
}

function reasons(all: readonly Reason[]): string {
  return lines(...all.map((reason) => text(reason.says)));
}

function lines(...cells: readonly string[]): string {
  return cells.join('<br>');
}
