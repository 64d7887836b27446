import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { WeekItem } from '#kb/tickets/worklist/week-item.ts';
import { dismissedSummary } from '../dismissed-text.ts';
import { formatNumber } from '../layout/numbers.ts';
import * as wording from '../week-wording.ts';
import type { HtmlReport, ReportSection } from './report.ts';
import { cardTable, type TableColumn } from './tables.ts';

const columns: readonly TableColumn[] = [
  { name: 'What to do' },
  { name: 'Tickets', numeric: true },
  { name: 'Usual', numeric: true },
  { name: 'Extra', numeric: true },
];

/** The first screen: what to do this week. */
export function weekSection({ coverage: { thisWeek, dismissed } }: HtmlReport): ReportSection {
  const { items, more, over } = thisWeek;
  const [title = ''] = wording.weekTitle(thisWeek).split(':').slice(-1);
  return {
    id: 'week',
    title: `This week:${title}`,
    content: [
      ...(items.length === 0
        ? []
        : [
            cardTable(
              'What to do this week, most extra tickets first',
              columns,
              items.map((item, index) => [
                itemCell(item, index + 1),
                formatNumber(item.tickets),
                wording.usualOf(item),
                wording.extraText(item),
              ]),
            ),
          ]),
      ...(more > 0 ? [h('p.note', wording.moreText(more))] : []),
      ...(over[0] ? [h('p', [wording.overLine(over), ' ', h('code', over[0].command)])] : []),
      ...[...wording.steadyLines(thisWeek), ...dismissedSummary(dismissed)].map((line) => h('p', line)),
    ],
  };
}

function itemCell(item: WeekItem, place: number): ElementContent[] {
  const facts = [wording.sinceText(item), wording.whyText(item)].filter((fact) => fact !== '');
  return [
    h('div', [
      `${place}. `,
      ...(item.more === null ? [] : [h('span', { title: 'More than usual' }, '▲ ')]),
      h('bdi', item.title),
    ]),
    h('div.facts', [...facts.flatMap((fact) => [fact, ' · ']), ...action(item)]),
  ];
}

function action(item: WeekItem): (Element | string)[] {
  const { article, command } = item;
  return [
    wording.verbText(item),
    ...(article === null
      ? []
      : [' ', h('a', { href: article.page }, [h('bdi', article.title)]), h('code.id', article.path)]),
    ...(command === null ? [] : [h('code.id', command)]),
  ];
}
