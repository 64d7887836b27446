import type { Coverage } from '#kb/coverage.ts';
import type { NotFound } from '#kb/searched.ts';
import * as words from './coverage-words.ts';
import { searchedIntro, searchedShown, searchedTitle, searchedWords } from './searched-words.ts';

/** The whole report as Markdown, for a pull request or a chat. */
export function coverageMarkdown(coverage: Coverage, searched: readonly NotFound[] = []): string {
  const title = '# Tickets and articles';
  if (coverage.until === null) return `${[title, words.noTickets, ...searchedSection(searched)].join('\n\n')}\n`;
  const { flagged, gaps, unmapped, topics } = coverage;
  const seen = topics.filter(({ tickets, previous }) => tickets + previous > 0);
  const rest = words.restLines(coverage);
  const parts = [
    title,
    words.headline(coverage),
    ...section(
      `Articles to look at first: ${flagged.length}`,
      words.flaggedIntro,
      ['Tickets', 'Article', 'Why'],
      [...flagged.map((flag) => [words.number(flag.tickets), code(flag.article), text(words.flagWords(flag))])],
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
          text(words.gapWords(gap, coverage)),
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
          text(words.unmappedWords(one)),
        ]),
      ],
    ),
    ...(rest.length > 0 ? [rest.join(' ')] : []),
    ...searchedSection(searched),
    ...section(
      `Topics with tickets: ${seen.length} of ${topics.length}`,
      words.trendNote,
      ['Tickets', 'Before', 'Topic', 'Recurs', 'Trend', 'Articles'],
      [
        ...seen.map((topic) => [
          words.number(topic.tickets),
          words.number(topic.previous),
          code(topic.id),
          topic.recurs ? 'yes' : '',
          words.trendWords(topic.trend),
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

const numbers = new Set(['Tickets', 'Before', 'Not found', 'Searches']);

function section(title: string, intro: string, header: string[], rows: string[][]): string[] {
  if (rows.length === 0) return [`## ${title}`];
  const numeric = header.map((name) => (numbers.has(name) ? '--:' : '---'));
  const table = [header, numeric, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
  return [`## ${title}`, intro, table];
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
