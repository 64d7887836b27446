import type { Coverage, Reason } from '#kb/coverage.ts';
import type { NotFound } from '#kb/searched.ts';
import * as words from './coverage-words.ts';
import { searchedIntro, searchedShown, searchedTitle, searchedWords } from './searched-words.ts';

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
      overlap.map((one) => [
        words.number(one.tickets),
        code(one.topic),
        one.articles.map(code).join(', '),
        reasons(one.reasons),
      ]),
    ),
    ...section(
      `Quiet articles: ${quiet.length}`,
      words.quietIntro,
      ['Days', 'Article', 'Topics', 'Why'],
      quiet.map((one) => [
        words.number(one.quietDays),
        code(one.article),
        one.topics.map(code).join(', '),
        reasons(one.reasons),
      ]),
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
  const numeric = header.map((name) => (numbers.has(name) ? '--:' : '---'));
  const table = [header, numeric, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
  return [`## ${title}`, intro, table];
}

function reasons(all: readonly Reason[]): string {
  return lines(...all.map((reason) => text(words.reasonWords(reason))));
}

function lines(...cells: readonly string[]): string {
  return cells.join('<br>');
}

/** Words of the help desk are anybody's words, and must not become markup. */
function text(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>|#~!&@]/g, (sign) => (sign === '@' ? '@\u200b' : `\\${sign}`));
}

function code(words: string): string {
  return `\`${words.replace(/\s+/g, ' ').replaceAll('`', 'ʼ').replaceAll('|', '\\|')}\``;
}
