import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Trend } from '#kb/statistics/trend.ts';
import { visit } from '#markdown/syntax/walk.ts';
import { noTicketsYet } from '../coverage-wording.ts';
import { longDay, shortDay } from '../layout/days.ts';
import { documentTree, printDocument } from '../layout/html-document.ts';
import { count, countCategories, formatNumber } from '../layout/numbers.ts';
import { dataLines, periodText } from '../week-wording.ts';
import { weekBars } from './charts.ts';
import { effectSection } from './effects.ts';
import { intervalText, percentChange } from './formats.ts';
import { localeSection } from './locales.ts';
import { measureSection } from './measures.ts';
import { firstKnown, type HtmlReport, type ReportSection } from './report.ts';
import { searchesSection } from './searches.ts';
import { styles } from './style-sheet.ts';
import { details, scrollingTable } from './tables.ts';
import { loadText, topicSection } from './topics.ts';
import { weekSection } from './week.ts';
import { limitSection, workSection } from './work-list.ts';

/** Nothing can be fetched or run, because the text comes from other systems. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** Control characters that change text direction would also affect the page's own text. */
const controls = /[\u202a-\u202e\u2066-\u2069]/g;

/** The whole report as one self-contained HTML page. */
export function coverageHtml(report: HtmlReport): string {
  const { until } = report.coverage;
  const title = `Tickets and articles: ${report.name}`;
  const sections =
    until === null
      ? searchesSection(report)
      : [
          weekSection(report),
          ...limitSection(report),
          workSection(report),
          topicSection(report),
          localeSection(report),
          ...effectSection(report),
          ...measureSection(report),
          ...searchesSection(report),
        ];
  const root = documentTree({
    title,
    styles,
    head: [
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'robots', content: 'noindex' }),
      // Without an icon, a browser asks the server for one.
      h('link', { rel: 'icon', href: 'data:,' }),
    ],
    body: [
      h('header', [
        h('p.eyebrow', report.name),
        h('h1', 'Tickets and articles'),
        h('p.lead', until === null ? noTicketsYet : leadText(report)),
        ...(until === null ? [] : dataLines(report.coverage).map((line) => h('p.note', line))),
      ]),
      ...(until === null ? [] : [contents(sections)]),
      h('main', mainParts(report, sections)),
    ],
  });
  visit(root, 'text', (text) => {
    text.value = text.value.replace(controls, ' ');
  });
  return printDocument(root);
}

function leadText({ coverage }: HtmlReport): string {
  // The name of the help center is above the title.
  return `${periodText(coverage)}.`;
}

/** What to do comes first, then the numbers at a glance, then everything else. */
function mainParts(report: HtmlReport, sections: readonly ReportSection[]): Element[] {
  const [first, ...rest] = sections.map(sectionOf);
  if (report.coverage.until === null || !first) return sections.map(sectionOf);
  return [first, summary(report), ...rest];
}

function contents(sections: readonly ReportSection[]): Element {
  return h('nav', { ariaLabel: 'Contents' }, [
    h(
      'ul',
      sections.map(({ id, title }) => h('li', [h('a', { href: `#${id}` }, title)])),
    ),
  ]);
}

function sectionOf({ id, title, content }: ReportSection): Element {
  return h('section', { ariaLabelledBy: [id] }, [h('h2', { id, tabIndex: -1 }, title), ...content]);
}

function summary(report: HtmlReport): Element {
  const { coverage, weekly } = report;
  const { totals, gaps, unmapped, windowDays } = coverage;
  const { items, more } = coverage.thisWeek;
  const { trend } = weekly;
  const change = percentChange(totals.tickets, totals.previous);
  const known = weekly.total.filter((value) => value !== null);
  const first = firstKnown(weekly.total);
  return h('section', { ariaLabelledBy: ['summary'] }, [
    h('h2.unseen', { id: 'summary' }, 'Summary'),
    h('dl.figures', [
      figure('Tickets', formatNumber(totals.tickets), [
        `${formatNumber(totals.previous)} in the ${windowDays} days before${change === '' ? '' : `, ${change}`}`,
      ]),
      figure('Trend', trend.verdict === 'too few to say' ? 'unclear' : trend.verdict, [
        intervalText(trend),
        ...(isUsual(trend) ? [', but close to the three previous periods'] : []),
      ]),
      figure('Recurring topics', formatNumber(totals.recurring), [
        `of ${count(totals.topics, 'topic')}; ${loadText(report)}`,
      ]),
      figure('To do', formatNumber(items.length + more), [
        `${count(gaps.length, 'article')} missing, ${countCategories(unmapped.length)} without a topic`,
      ]),
    ]),
    h('figure', [
      h('figcaption', [
        h('strong', 'Tickets per week.'),
        ` ${count(known.length, 'full week')} up to ${longDay(coverage.until ?? '')}. The ${windowDays} days of this report are highlighted.`,
      ]),
      weekBars(
        weekly.total.slice(first),
        weekly.inWindow.slice(first),
        [shortDay(weekly.weeks[first] ?? ''), shortDay(coverage.until ?? '')],
        {
          id: 'weeks',
          title: 'Tickets per week',
          desc: `${count(known.length, 'week')}, oldest first: ${known.map(formatNumber).join(', ')}.`,
        },
      ),
      details('Show the numbers', [
        scrollingTable(
          'Tickets per week',
          ['Week from', ...weekly.weeks.slice(first).map(shortDay)],
          [['Tickets', ...weekly.total.slice(first).map((value) => (value === null ? '' : formatNumber(value)))]],
        ),
      ]),
    ]),
  ]);
}

/** Whether a trend is steady although it differs from the previous period, which needs an explanation. */
function isUsual({ low, high, verdict }: Trend): boolean {
  return verdict === 'steady' && ((low ?? 0) > 1 || (high ?? Infinity) < 1);
}

function figure(name: string, value: string, note: ElementContent[] | string[]): Element {
  return h('div', [h('dt', name), h('dd.value', value), h('dd.note', note)]);
}
