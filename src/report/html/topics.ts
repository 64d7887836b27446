import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Verdict } from '#kb/statistics/trend.ts';
import type { TopicCoverage } from '#kb/tickets/worklist/coverage.ts';
import { topicTrendText, trendNote } from '../coverage-wording.ts';
import { shortDay } from '../layout/days.ts';
import { count, formatNumber, percent } from '../layout/numbers.ts';
import { sentence } from '../layout/sentence.ts';
import { intervalPlot, intervalScale, paretoChart, sparkline, vitalFew } from './charts.ts';
import { intervalText, recurrenceNote } from './formats.ts';
import { articleName, firstKnown, type HtmlReport, type ReportSection, topicName } from './report.ts';
import { cardTable, details, type Row, scrollingTable, type TableColumn } from './tables.ts';

/** The share of the Pareto principle: a few topics cause most tickets. */
const SHARE = 0.8;
/** Few topics change by more than eight times; those that do leave the chart with an arrow. */
const LIMIT = 8;

const symbols: Record<Verdict, string> = { rising: '▲', falling: '▼', steady: '▬', over: '△', 'too few to say': '·' };

/** Topics with tickets, busiest first, and how many of them make up most of the tickets. */
export function busyTopics({ coverage: { topics } }: HtmlReport): { seen: TopicCoverage[]; few: number } {
  const seen = topics.filter(({ tickets, previous }) => tickets + previous > 0);
  const few = vitalFew(
    seen.map(({ tickets }) => tickets),
    SHARE,
  );
  return { seen, few };
}

/** `20 topics account for 80% of tickets`. */
export function loadText(report: HtmlReport): string {
  const { seen, few } = busyTopics(report);
  if (seen.every(({ tickets }) => tickets === 0)) return 'no tickets in this period';
  return `${count(few, 'topic')} ${few === 1 ? 'accounts' : 'account'} for 80% of tickets`;
}

/** Which topics cause most tickets, and the trend of each. */
export function topicSection(report: HtmlReport): ReportSection {
  const { coverage } = report;
  const { seen, few } = busyTopics(report);
  const title = `Topics with tickets: ${seen.length} of ${coverage.topics.length}`;
  const rows = rowsOf(report, seen);
  const { total } = report.weekly;
  const columns = columnsOf(total.length - firstKnown(total));
  const load = loadText(report);
  return {
    id: 'topics',
    title: 'Where tickets come from',
    content: [
      h('figure', [
        h('figcaption', [
          h('strong', sentence(load)),
          ' Each bar is a topic, busiest first. The line is the running total. The table below has the numbers.',
        ]),
        paretoChart(
          seen.map(({ tickets }) => tickets),
          SHARE,
          seen[0]?.tickets ? `${few} of ${seen.length}: 80%` : '',
          {
            id: 'pareto',
            title: 'Tickets per topic, and the running share of all tickets',
            desc: `${sentence(load)} ${count(seen.length, 'topic')} in all. The busiest has ${count(seen[0]?.tickets ?? 0, 'ticket')}.`,
          },
        ),
      ]),
      h('h3', title),
      h('p', `${recurrenceNote(coverage)} ${trendNote}`),
      cardTable(`${title} (top 80%)`, columns, rows.slice(0, few)),
      ...(rows.length > few
        ? [
            details(`${count(rows.length - few, 'topic')} with the other 20%`, [
              cardTable(`${title} (continued)`, columns, rows.slice(few)),
            ]),
          ]
        : []),
      details('Tickets per topic and week', [weeklyGrid(report, seen)]),
    ],
  };
}

const columnsOf = (weeks: number): TableColumn[] => [
  { name: 'Topic' },
  { name: 'Tickets', numeric: true },
  { name: 'Previous', numeric: true },
  { name: 'Running share', numeric: true },
  { name: weeks === 0 ? 'Weeks' : count(weeks, 'week') },
  { name: 'Change', below: intervalScale(LIMIT) },
  { name: 'Trend' },
  { name: 'Articles' },
];

function rowsOf(report: HtmlReport, topics: readonly TopicCoverage[]): Row[] {
  const sum = topics.reduce((all, { tickets }) => all + tickets, 0);
  let running = 0;
  return topics.map((topic) => {
    running += topic.tickets;
    return [
      topicName(report, topic.id),
      formatNumber(topic.tickets),
      formatNumber(topic.previous),
      sum === 0 ? '' : percent(running / sum),
      spark(report, topic.id),
      plotOf(topic),
      h(`span.verdict.${topic.trend.verdict.replaceAll(' ', '-')}`, [
        h('span', { ariaHidden: 'true' }, `${symbols[topic.trend.verdict]} `),
        ...unbroken(topicTrendText(topic)),
        ...(topic.recurs ? [', ', h('span.recurs', 'recurring')] : []),
      ]),
      topic.articles.length === 0
        ? h('strong', 'no article')
        : h(
            'ul.plain',
            topic.articles.map((article) => h('li', [articleName(article)])),
          ),
    ];
  });
}

/** Text in which lines don't break inside an interval or a date. */
function unbroken(text: string): ElementContent[] {
  return text
    .split(/(\S*\d[-–]\S*)/)
    .map((part, index) => (index % 2 === 1 ? h('span.whole', part) : { type: 'text', value: part }));
}

function spark({ weekly, titleOf }: HtmlReport, topic: string): Element {
  const first = firstKnown(weekly.total);
  const values = (weekly.topics.get(topic) ?? []).slice(first);
  const known = values.filter((value) => value !== null);
  return sparkline(values, weekly.inWindow.slice(first), {
    id: `weeks-${topic}`,
    title: `Tickets per week: ${titleOf(topic) ?? topic}`,
    desc:
      known.length === 0
        ? 'No full week counted yet.'
        : `${known.length} weeks, oldest first: ${known.map(formatNumber).join(', ')}.`,
  });
}

function plotOf({ id, trend }: TopicCoverage): Element | string {
  if (trend.low === null && trend.high === null) return '';
  return intervalPlot(trend, LIMIT, {
    id: `change-${id}`,
    title: 'Change from the previous period',
    desc: intervalText(trend),
  });
}

function weeklyGrid({ weekly, titleOf }: HtmlReport, topics: readonly TopicCoverage[]): Element {
  const from = firstKnown(weekly.total);
  return scrollingTable(
    'Tickets per topic and week',
    ['Week from', ...weekly.weeks.slice(from).map(shortDay)],
    topics.map(({ id }) => [
      titleOf(id) ?? id,
      ...(weekly.topics.get(id) ?? []).slice(from).map((value) => (value === null ? '' : formatNumber(value))),
    ]),
  );
}
