import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Reason } from '#kb/tickets/worklist/coverage.ts';
import * as words from '../coverage-words.ts';
import { exceededWords } from '../limits-text.ts';
import { articleName, type HtmlReport, type Section, topicName } from './report.ts';
import { type Column, folded, type Row, table } from './tables.ts';
import { sentence } from './words.ts';

/** As many as a team goes through in a week or two. */
const SHOWN = 8;

const tickets: Column = { name: 'Tickets', numeric: true };

/** What is over the company's limits; nothing where all is well. */
export function limitSection({ exceeded }: HtmlReport): Section[] {
  if (exceeded.length === 0) return [];
  const items = exceeded.map((one) => {
    const { what, fix } = exceededWords(one);
    return h('li', [h('strong', what), ` ${fix}`]);
  });
  return [{ id: 'limits', title: 'Over the limit', content: [h('ul.over', items)] }];
}

/** What to do, most tickets first. */
export function workSection(report: HtmlReport): Section {
  const { coverage } = report;
  return {
    id: 'work',
    title: 'What to do',
    content: [
      ...flaggedList(report),
      ...gapList(report),
      ...unmappedList(report),
      ...overlapList(report),
      ...quietList(report),
      ...words.restLines(coverage).map((line) => h('p.note', line)),
    ],
  };
}

function flaggedList({ coverage: { flagged } }: HtmlReport): ElementContent[] {
  return list(
    `Articles to look at first: ${flagged.length}`,
    words.flaggedIntro,
    [{ name: 'Article' }, tickets, { name: 'Why' }],
    flagged.map((flag) => [articleName(flag.article), words.number(flag.tickets), why(flag.reasons)]),
  );
}

function gapList(report: HtmlReport): ElementContent[] {
  const { gaps } = report.coverage;
  return list(
    `Missing articles: ${gaps.length}`,
    words.gapsIntro,
    [{ name: 'Topic' }, { name: 'Language' }, tickets, { name: 'What to do' }],
    gaps.map((gap) => [
      topicName(report, gap.topic),
      gap.locale,
      words.number(gap.tickets),
      [
        h('p', sentence(words.gapWords(gap))),
        ...(gap.command === undefined ? [] : [h('p', [h('code', gap.command)])]),
        ...words.customersSay(gap).map((line) => h('p', { lang: gap.locale }, [h('bdi', sentence(line))])),
        why(gap.reasons),
      ],
    ]),
  );
}

function unmappedList({ coverage: { unmapped } }: HtmlReport): ElementContent[] {
  return list(
    `Categories without a topic: ${unmapped.length}`,
    words.unmappedIntro,
    [{ name: 'Category' }, tickets, { name: 'Before', numeric: true }, { name: 'What to do' }],
    unmapped.map((one) => [
      h('code', [h('bdi', one.category)]),
      words.number(one.tickets),
      words.number(one.previous),
      [h('p', sentence(words.unmappedWords(one))), why(one.reasons)],
    ]),
  );
}

function overlapList(report: HtmlReport): ElementContent[] {
  const { overlap } = report.coverage;
  return list(
    `Topics with competing articles: ${overlap.length}`,
    words.overlapIntro,
    [{ name: 'Topic' }, tickets, { name: 'Articles' }, { name: 'Why' }],
    overlap.map((one) => [
      topicName(report, one.topic),
      words.number(one.tickets),
      h(
        'ul.plain',
        one.articles.map((article) => h('li', [articleName(article)])),
      ),
      why(one.reasons),
    ]),
  );
}

function quietList({ coverage: { quiet } }: HtmlReport): ElementContent[] {
  return list(
    `Quiet articles: ${quiet.length}`,
    words.quietIntro,
    [{ name: 'Article' }, { name: 'Days', numeric: true }, { name: 'Why' }],
    quiet.map((one) => [articleName(one.article), words.number(one.quietDays), why(one.reasons)]),
  );
}

function list(title: string, intro: string, columns: readonly Column[], rows: readonly Row[]): ElementContent[] {
  const heading = h('h3', title);
  if (rows.length === 0) return [heading, h('p.note', 'None.')];
  return [
    heading,
    h('p', intro),
    ...folded(rows, SHOWN, (some, rest) => table(rest ? `${title}, the rest` : title, columns, some)),
  ];
}

function why(reasons: readonly Reason[]): Element {
  return h(
    'ul.reasons',
    reasons.map(({ says, threshold }) => h('li', [says, ' ', h('span.threshold', `[${threshold}]`)])),
  );
}
