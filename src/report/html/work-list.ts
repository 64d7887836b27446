import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Reason } from '#kb/tickets/worklist/coverage.ts';
import * as wording from '../coverage-wording.ts';
import { formatNumber } from '../layout/numbers.ts';
import { sentence } from '../layout/sentence.ts';
import { exceededText } from '../limits-text.ts';
import { topicRows } from '../topic-rows.ts';
import { articleName, type HtmlReport, type ReportSection, topicName } from './report.ts';
import { cardTable, folded, type Row, type TableColumn } from './tables.ts';

/** As many as a team can work through in a week or two. */
const SHOWN = 8;

const tickets: TableColumn = { name: 'Tickets', numeric: true };

/** What is over the limits in site.yaml; no section if nothing is. */
export function limitSection({ exceeded }: HtmlReport): ReportSection[] {
  if (exceeded.length === 0) return [];
  const items = exceeded.map((one) => {
    const { what, fix } = exceededText(one);
    return h('li', [h('strong', what), ` ${fix}`]);
  });
  return [{ id: 'limits', title: 'Over the limits', content: [h('ul.over', items)] }];
}

/** The work list, most tickets first. */
export function workSection(report: HtmlReport): ReportSection {
  const { coverage } = report;
  const { flagged, gaps, unmapped, overlap, quiet } = coverage;
  const listed = [...flagged, ...gaps, ...unmapped, ...overlap, ...quiet].flatMap(({ reasons }) => reasons);
  return {
    id: 'work',
    title: 'Work list',
    content: [
      ...articleList(report),
      ...gapList(report),
      ...unmappedList(report),
      ...overlapList(report),
      ...quietList(report),
      ...[...wording.thresholdLine(listed), ...wording.restLines(coverage)].map((line) => h('p.note', line)),
    ],
  };
}

function articleList(report: HtmlReport): ElementContent[] {
  const fix = topicRows(report.coverage);
  return list(
    wording.articlesTitle(fix),
    wording.articlesIntro,
    [
      { name: 'Topic' },
      tickets,
      { name: 'Previous', numeric: true },
      { name: 'Articles, the one to fix first on top' },
    ],
    fix.map((one) => [
      topicName(report, one.topic),
      formatNumber(one.tickets),
      formatNumber(one.previous),
      [
        h(
          'ul.plain',
          one.articles.map((article) => h('li', [articleName(article)])),
        ),
        ...(one.notes.length === 0
          ? []
          : [
              h(
                'ul.reasons',
                one.notes.map((note) => h('li', wording.noteText(note, one))),
              ),
            ]),
      ],
    ]),
  );
}

function gapList(report: HtmlReport): ElementContent[] {
  const { gaps } = report.coverage;
  return list(
    `Missing articles: ${gaps.length}`,
    wording.gapsIntro,
    [{ name: 'Topic' }, { name: 'Language' }, tickets, { name: 'What to do' }],
    gaps.map((gap) => [
      topicName(report, gap.topic),
      gap.locale,
      formatNumber(gap.tickets),
      [
        h('p', sentence(wording.gapText(gap))),
        ...(gap.command === undefined ? [] : [h('p', [h('code', gap.command)])]),
        ...wording.customersSay(gap).map((line) => h('p', { lang: gap.locale }, [h('bdi', sentence(line))])),
        why(gap.reasons),
      ],
    ]),
  );
}

function unmappedList({ coverage: { unmapped } }: HtmlReport): ElementContent[] {
  return list(
    `Categories without a topic: ${unmapped.length}`,
    wording.unmappedIntro,
    [{ name: 'Category' }, tickets, { name: 'Previous', numeric: true }, { name: 'What to do' }],
    unmapped.map((one) => [
      h('code', [h('bdi', one.category)]),
      formatNumber(one.tickets),
      formatNumber(one.previous),
      [h('p', sentence(wording.unmappedText(one))), why(one.reasons)],
    ]),
  );
}

function overlapList(report: HtmlReport): ElementContent[] {
  const { overlap } = report.coverage;
  return list(
    `Topics with competing articles: ${overlap.length}`,
    wording.overlapIntro,
    [{ name: 'Topic' }, tickets, { name: 'Articles' }, { name: 'Why' }],
    overlap.map((one) => [
      topicName(report, one.topic),
      formatNumber(one.tickets),
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
    wording.quietIntro,
    [{ name: 'Article' }, { name: 'Days', numeric: true }, { name: 'Why' }],
    quiet.map((one) => [articleName(one.article), formatNumber(one.quietDays), why(one.reasons)]),
  );
}

function list(title: string, intro: string, columns: readonly TableColumn[], rows: readonly Row[]): ElementContent[] {
  const heading = h('h3', title);
  if (rows.length === 0) return [heading, h('p.note', 'None.')];
  return [
    heading,
    h('p', intro),
    ...folded(rows, SHOWN, (some, rest) => cardTable(rest ? `${title} (continued)` : title, columns, some)),
  ];
}

function why(reasons: readonly Reason[]): Element {
  return h(
    'ul.reasons',
    reasons.map(({ says }) => h('li', says)),
  );
}
