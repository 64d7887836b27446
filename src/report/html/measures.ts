import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Share } from '#kb/statistics/proportion.ts';
import type { Measures } from '#kb/tickets/measures/measures.ts';
import type { NowAndBefore } from '#kb/values/day-span.ts';
import { longDay } from '../layout/days.ts';
import { formatNumber, percent } from '../layout/numbers.ts';
import * as wording from '../measures-wording.ts';
import { articleName, type HtmlReport, type ReportSection, topicName } from './report.ts';
import { sharePlot, shareScale } from './share-plot.ts';
import { cardTable, folded, type Row, type TableColumn } from './tables.ts';

const SHOWN = 10;

/** The metrics, with the numbers behind them; no section if there are no tickets. */
export function measureSection(report: HtmlReport): ReportSection[] {
  const { measures } = report;
  if (measures === null) return [];
  const [now, before] = wording.windowHeadings(measures);
  const columns: TableColumn[] = [{ name: 'Metric' }, { name: now }, { name: before }, { name: 'What it means' }];
  const rows = wording.measureRows(measures).map((one) => [one.name, one.now, one.before, one.means]);
  const notes = [...wording.assumptionNotes(measures), ...wording.missingNotes(measures)];
  const title = wording.measuresTitle;
  return [
    {
      id: 'measures',
      title,
      content: [
        ...(rows.length === 0
          ? []
          : [h('p', wording.measuresIntro), ...figures(measures), cardTable(title, columns, rows)]),
        ...notes.map((line) => h('p.note', line)),
        ...reuseList(measures),
        ...startedList(measures),
        ...waitList(report, measures),
        ...satisfactionList(report, measures),
        ...voteList(measures),
      ],
    },
  ];
}

function figures({ linkRate, satisfaction, helpfulness }: Measures): ElementContent[] {
  const shown: [name: string, share: NowAndBefore<Share>, cases: string][] = [];
  if (linkRate) {
    shown.push(['Link rate', pick(linkRate, ({ linked }) => linked), 'closed tickets']);
    shown.push(['Known issues', pick(linkRate, ({ known }) => known), 'linked tickets']);
  }
  if (satisfaction) shown.push(['CSAT', pick(satisfaction, ({ satisfied }) => satisfied), 'answers']);
  if (helpfulness) shown.push(['Helpful votes', pick(helpfulness, ({ helpful }) => helpful), 'votes']);
  if (shown.length === 0) return [];
  return [
    h(
      'dl.figures',
      shown.map(([name, { now, before }, cases]) =>
        h('div', [
          h('dt', name),
          h('dd.value', now.share === null ? '–' : percent(now.hits / now.cases)),
          h(
            'dd.note',
            `${formatNumber(now.hits)} of ${formatNumber(now.cases)} ${cases}; ${wording.shareText(before)} before`,
          ),
        ]),
      ),
    ),
  ];
}

function pick<T>({ now, before }: NowAndBefore<T>, of: (one: T) => Share): NowAndBefore<Share> {
  return { now: of(now), before: of(before) };
}

function reuseList({ reuse }: Measures): ElementContent[] {
  if (reuse === null) return [];
  const { links, articles } = reuse.now;
  const columns: TableColumn[] = [
    { name: 'Article' },
    { name: 'Links', numeric: true },
    { name: 'Before', numeric: true },
    { name: 'Share of all links' },
  ];
  const before = new Map(reuse.before.articles.map((one) => [one.article, one.links]));
  return list(
    'Most used articles',
    columns,
    articles.map((one) => [
      articleName(one.article),
      formatNumber(one.links),
      formatNumber(before.get(one.article) ?? 0),
      percent(one.links / links),
    ]),
  );
}

function startedList({ started }: Measures): ElementContent[] {
  if (started === null) return [];
  const columns: TableColumn[] = [
    { name: 'Article' },
    { name: 'Customers', numeric: true },
    { name: 'Before', numeric: true },
  ];
  const before = new Map(started.before.articles.map(({ article, tickets }) => [article, tickets]));
  return list(
    'Customers wrote after reading',
    columns,
    started.now.articles.map(({ article, tickets }) => [
      articleName(article),
      formatNumber(tickets),
      formatNumber(before.get(article) ?? 0),
    ]),
  );
}

function waitList(report: HtmlReport, { firstArticle }: Measures): ElementContent[] {
  const columns: TableColumn[] = [
    { name: 'Topic' },
    { name: 'First ticket' },
    { name: 'Wait' },
    { name: 'First article' },
  ];
  return list(
    'New topics and their first article',
    columns,
    (firstArticle?.topics ?? []).map((one) => [
      topicName(report, one.topic),
      longDay(one.first),
      wording.waitText(one),
      one.article === null ? 'none yet' : articleName(one.article),
    ]),
  );
}

function satisfactionList(report: HtmlReport, { satisfaction }: Measures): ElementContent[] {
  const topics = satisfaction?.now.topics ?? [];
  return shareList('CSAT by topic, lowest first', 'Topic', 'Answers', topics, ({ topic }) => topicName(report, topic));
}

function voteList({ helpfulness }: Measures): ElementContent[] {
  const articles = helpfulness?.now.articles ?? [];
  return shareList('Helpful votes by article, lowest first', 'Article', 'Votes', articles, ({ article }) => [
    articleName(article),
  ]);
}

function shareList<T extends Share>(
  title: string,
  subject: string,
  cases: string,
  shares: readonly T[],
  nameOf: (one: T) => ElementContent[],
): ElementContent[] {
  const columns: TableColumn[] = [
    { name: subject },
    { name: cases, numeric: true },
    { name: '0% to 100%', below: shareScale() },
    { name: 'Share' },
  ];
  const id = cases.toLowerCase();
  return list(
    title,
    columns,
    shares.map((one, index) => [
      nameOf(one),
      formatNumber(one.cases),
      sharePlot(one, { id: `${id}-${index}`, title: 'Share with its 95% interval', desc: wording.shareText(one) }),
      wording.shareText(one),
    ]),
  );
}

function list(title: string, columns: readonly TableColumn[], rows: readonly Row[]): ElementContent[] {
  if (rows.length === 0) return [];
  return [
    h('h3', title),
    ...folded(rows, SHOWN, (some, rest) => cardTable(rest ? `${title} (continued)` : title, columns, some)),
  ];
}
