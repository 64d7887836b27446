import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Verdict } from '#kb/statistics/trend.ts';
import type { TopicCoverage } from '#kb/tickets/worklist/coverage.ts';
import { number, topicTrendWords, trendNote } from '../coverage-words.ts';
import { count } from '../findings-text.ts';
import { intervalPlot, intervalScale, paretoChart, sparkline, vitalFew } from './charts.ts';
import { articleName, firstKnown, type HtmlReport, type Section, topicName } from './report.ts';
import { type Column, details, grid, type Row, table } from './tables.ts';
import { intervalWords, recurrenceWords, shortDay } from './words.ts';

/** Pareto's share: what few causes make. */
const SHARE = 0.8;
/** Few topics change by more than eight times, and those that do run out of the picture with an arrow. */
const LIMIT = 8;

const signs: Record<Verdict, string> = { rising: '▲', falling: '▼', steady: '▬', 'too few to say': '·' };

/** Topics with tickets, and how many of them carry most of the load. */
export function busyTopics({ coverage: { topics } }: HtmlReport): { seen: TopicCoverage[]; few: number } {
  const seen = topics.filter(({ tickets, previous }) => tickets + previous > 0);
  const few = vitalFew(
    seen.map(({ tickets }) => tickets),
    SHARE,
  );
  return { seen, few };
}

/** How few topics carry most of the load. */
export function loadWords(report: HtmlReport): string {
  const { seen, few } = busyTopics(report);
  if (seen.every(({ tickets }) => tickets === 0)) return 'No topic has tickets in the window';
  return `${count(few, 'topic')} ${few === 1 ? 'carries' : 'carry'} 80 % of the tickets`;
}

/** Which topics carry the load, and how each of them moves. */
export function topicSection(report: HtmlReport): Section {
  const { coverage } = report;
  const { seen, few } = busyTopics(report);
  const title = `Topics with tickets: ${seen.length} of ${coverage.topics.length}`;
  const rows = rowsOf(report, seen);
  const { total } = report.weekly;
  const columns = columnsOf(total.length - firstKnown(total));
  const finding = loadWords(report);
  return {
    id: 'topics',
    title: 'Where the tickets come from',
    content: [
      h('figure', [
        h('figcaption', [
          h('strong', `${finding}.`),
          ' Each bar is a topic, the busiest first; the line adds them up. The table below has the numbers.',
        ]),
        paretoChart(
          seen.map(({ tickets }) => tickets),
          SHARE,
          seen[0]?.tickets ? `${few} of ${seen.length}: 80 %` : '',
          {
            id: 'pareto',
            title: 'Tickets per topic, and what share the topics make together',
            desc: `${finding}; ${seen.length} have any. The busiest has ${count(seen[0]?.tickets ?? 0, 'ticket')}.`,
          },
        ),
      ]),
      h('h3', title),
      h('p', `${recurrenceWords(coverage)} ${trendNote}`),
      table(`${title}, those that carry 80 %`, columns, rows.slice(0, few)),
      ...(rows.length > few
        ? [
            details(`${count(rows.length - few, 'topic')} with the other 20 %`, [
              table(`${title}, the rest`, columns, rows.slice(few)),
            ]),
          ]
        : []),
      details('Tickets per topic and week', [weeklyGrid(report, seen)]),
    ],
  };
}

const columnsOf = (weeks: number): Column[] => [
  { name: 'Topic' },
  { name: 'Tickets', numeric: true },
  { name: 'Before', numeric: true },
  { name: 'Share so far', numeric: true },
  { name: weeks === 0 ? 'Weeks' : count(weeks, 'week') },
  { name: 'Change', below: intervalScale(LIMIT) },
  { name: 'Trend' },
  { name: 'Articles' },
];

function rowsOf(report: HtmlReport, topics: readonly TopicCoverage[]): Row[] {
  const sum = topics.reduce((all, { tickets }) => all + tickets, 0);
  let carried = 0;
  return topics.map((topic) => {
    carried += topic.tickets;
    return [
      topicName(report, topic.id),
      number(topic.tickets),
      number(topic.previous),
      sum === 0 ? '' : `${Math.round((carried / sum) * 100)} %`,
      spark(report, topic.id),
      plotOf(topic),
      h(`span.verdict.${topic.trend.verdict.replaceAll(' ', '-')}`, [
        h('span', { ariaHidden: 'true' }, `${signs[topic.trend.verdict]} `),
        ...unbroken(topicTrendWords(topic)),
        ...(topic.recurs ? [', ', h('span.recurs', 'recurs')] : []),
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

/** Words in which no interval and no day is cut in two. */
function unbroken(words: string): ElementContent[] {
  return words
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
        ? 'No whole week is counted yet.'
        : `${known.length} weeks, oldest first: ${known.map(number).join(', ')}.`,
  });
}

function plotOf({ id, trend }: TopicCoverage): Element | string {
  if (trend.low === null && trend.high === null) return '';
  return intervalPlot(trend, LIMIT, {
    id: `change-${id}`,
    title: 'Change against the window before',
    desc: intervalWords(trend),
  });
}

function weeklyGrid({ weekly, titleOf }: HtmlReport, topics: readonly TopicCoverage[]): Element {
  const from = firstKnown(weekly.total);
  return grid(
    'Tickets per topic and week',
    ['Week from', ...weekly.weeks.slice(from).map(shortDay)],
    topics.map(({ id }) => [
      titleOf(id) ?? id,
      ...(weekly.topics.get(id) ?? []).slice(from).map((value) => (value === null ? '' : number(value))),
    ]),
  );
}
