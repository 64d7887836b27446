import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Share } from '#kb/statistics/proportion.ts';
import type { Measures } from '#kb/tickets/measures/measures.ts';
import type { Both } from '#kb/values/day-span.ts';
import { number } from '../coverage-words.ts';
import * as words from '../measures-words.ts';
import { articleName, type HtmlReport, type Section, topicName } from './report.ts';
import { sharePlot, shareScale } from './share-plot.ts';
import { type Column, folded, type Row, table } from './tables.ts';
import { dayWords } from './words.ts';

const SHOWN = 10;

/** The measures of the field, with the numbers behind them; nothing where there are no tickets. */
export function measureSection(report: HtmlReport): Section[] {
  const { measures } = report;
  if (measures === null) return [];
  const [now, before] = words.windowWords(measures);
  const columns: Column[] = [{ name: 'Measure' }, { name: now }, { name: before }, { name: 'What it is' }];
  const rows = words.measureRows(measures).map((one) => [one.name, one.now, one.before, one.means]);
  const notes = [...words.assumptionWords(measures), ...words.missingWords(measures)];
  const title = words.measuresTitle;
  return [
    {
      id: 'measures',
      title,
      content: [
        ...(rows.length === 0 ? [] : [h('p', words.measuresIntro), ...figures(measures), table(title, columns, rows)]),
        ...notes.map((line) => h('p.note', line)),
        ...reuseList(measures),
        ...waitList(report, measures),
        ...satisfactionList(report, measures),
        ...voteList(measures),
      ],
    },
  ];
}

function figures({ linkRate, satisfaction, helpfulness }: Measures): ElementContent[] {
  const shown: [name: string, share: Both<Share>, cases: string][] = [];
  if (linkRate) {
    shown.push(['Link rate', pick(linkRate, ({ linked }) => linked), 'closed tickets']);
    shown.push(['Known before', pick(linkRate, ({ known }) => known), 'linked tickets']);
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
          h('dd.value', now.share === null ? '–' : words.percent(now.hits / now.cases)),
          h('dd.note', `${number(now.hits)} of ${number(now.cases)} ${cases}; ${words.shareWords(before)} before`),
        ]),
      ),
    ),
  ];
}

function pick<T>({ now, before }: Both<T>, of: (one: T) => Share): Both<Share> {
  return { now: of(now), before: of(before) };
}

function reuseList({ reuse }: Measures): ElementContent[] {
  if (reuse === null) return [];
  const { links, articles } = reuse.now;
  const columns: Column[] = [
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
      number(one.links),
      number(before.get(one.article) ?? 0),
      words.percent(one.links / links),
    ]),
  );
}

function waitList(report: HtmlReport, { firstArticle }: Measures): ElementContent[] {
  const columns: Column[] = [{ name: 'Topic' }, { name: 'First ticket' }, { name: 'Time' }, { name: 'First article' }];
  return list(
    'Topics that came up, and their first article',
    columns,
    (firstArticle?.topics ?? []).map((one) => [
      topicName(report, one.topic),
      dayWords(one.first),
      words.waitWords(one),
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
  const columns: Column[] = [
    { name: subject },
    { name: cases, numeric: true },
    { name: '0 to 100 %', below: shareScale() },
    { name: 'Share' },
  ];
  const id = cases.toLowerCase();
  return list(
    title,
    columns,
    shares.map((one, index) => [
      nameOf(one),
      number(one.cases),
      sharePlot(one, { id: `${id}-${index}`, title: 'Share with its 95 % interval', desc: words.shareWords(one) }),
      words.shareWords(one),
    ]),
  );
}

function list(title: string, columns: readonly Column[], rows: readonly Row[]): ElementContent[] {
  if (rows.length === 0) return [];
  return [
    h('h3', title),
    ...folded(rows, SHOWN, (some, rest) => table(rest ? `${title}, the rest` : title, columns, some)),
  ];
}
