import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Trend } from '#kb/statistics/trend.ts';
import { noTickets, number } from '../coverage-words.ts';
import { count } from '../findings-text.ts';
import { weekBars } from './charts.ts';
import { effectSection } from './effects.ts';
import { localeSection } from './locales.ts';
import { measureSection } from './measures.ts';
import { firstKnown, type HtmlReport, type Section } from './report.ts';
import { searchedSection } from './searched.ts';
import { sheet } from './sheet.ts';
import { details, grid } from './tables.ts';
import { loadWords, topicSection } from './topics.ts';
import { changeWords, dayWords, intervalWords, shortDay } from './words.ts';
import { limitSection, workSection } from './worklist.ts';

const printer = unified().use(rehypeStringify).freeze();

/** Nothing may be fetched or run: the words in it come from other people's systems. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** What turns the direction of a line around would turn the page's own words with it. */
const controls = /[\u202a-\u202e\u2066-\u2069]/g;

/** The whole report as one HTML page that needs nothing else. */
export function coverageHtml(report: HtmlReport): string {
  const { until } = report.coverage;
  const title = `Tickets and articles: ${report.name}`;
  const sections =
    until === null
      ? searchedSection(report)
      : [
          ...limitSection(report),
          workSection(report),
          topicSection(report),
          localeSection(report),
          ...effectSection(report),
          ...measureSection(report),
          ...searchedSection(report),
        ];
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'en' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('meta', { name: 'robots', content: 'noindex' }),
          h('title', title),
          // Without one, a browser asks the server for it.
          h('link', { rel: 'icon', href: 'data:,' }),
          h('style', sheet),
        ]),
        h('body', [
          h('header', [
            h('p.eyebrow', report.name),
            h('h1', 'Tickets and articles'),
            h('p.lead', until === null ? noTickets : leadWords(report)),
          ]),
          ...(until === null ? [] : [contents(sections)]),
          h('main', [...(until === null ? [] : [summary(report)]), ...sections.map(sectionOf)]),
        ]),
      ]),
    ],
  };
  visit(root, 'text', (text) => {
    text.value = text.value.replace(controls, ' ');
  });
  return `${printer.stringify(root)}\n`;
}

function leadWords({ coverage: { until, windowDays } }: HtmlReport): string {
  return `What customers wrote about in the ${windowDays} days to ${dayWords(until ?? '')}, and what the articles answer.`;
}

function contents(sections: readonly Section[]): Element {
  return h('nav', { ariaLabel: 'Contents' }, [
    h(
      'ul',
      sections.map(({ id, title }) => h('li', [h('a', { href: `#${id}` }, title)])),
    ),
  ]);
}

function sectionOf({ id, title, content }: Section): Element {
  return h('section', { ariaLabelledBy: [id] }, [h('h2', { id, tabIndex: -1 }, title), ...content]);
}

function summary(report: HtmlReport): Element {
  const { coverage, weekly } = report;
  const { totals, flagged, gaps, unmapped, windowDays } = coverage;
  const { trend } = weekly;
  const change = changeWords(totals.tickets, totals.previous);
  const known = weekly.total.filter((value) => value !== null);
  const first = firstKnown(weekly.total);
  return h('section', { ariaLabelledBy: ['summary'] }, [
    h('h2.unseen', { id: 'summary' }, 'Summary'),
    h('dl.figures', [
      figure('Tickets', number(totals.tickets), [
        `${number(totals.previous)} in the ${windowDays} days before${change === '' ? '' : `, ${change}`}`,
      ]),
      figure('Trend', trend.verdict, [
        intervalWords(trend),
        ...(isUsual(trend) ? [', but near the level of the three windows before'] : []),
      ]),
      figure('Topics that recur', number(totals.recurring), [
        `of ${count(totals.topics, 'topic')}; ${loadWords(report).replace('No topic', 'no topic')}`,
      ]),
      figure('To do', number(flagged.length + gaps.length + unmapped.length), [
        `${count(flagged.length, 'article')} to look at, ${number(gaps.length)} missing, ${unmapped.length} ${unmapped.length === 1 ? 'category' : 'categories'} without a topic`,
      ]),
    ]),
    h('figure', [
      h('figcaption', [
        h('strong', 'Tickets per week.'),
        ` ${count(known.length, 'whole week')} to ${dayWords(coverage.until ?? '')}; the ${windowDays} days of this report stand out.`,
      ]),
      weekBars(
        weekly.total.slice(first),
        weekly.inWindow.slice(first),
        [shortDay(weekly.weeks[first] ?? ''), shortDay(coverage.until ?? '')],
        {
          id: 'weeks',
          title: 'Tickets per week',
          desc: `${count(known.length, 'week')}, oldest first: ${known.map(number).join(', ')}.`,
        },
      ),
      details('The numbers', [
        grid(
          'Tickets per week',
          ['Week from', ...weekly.weeks.slice(first).map(shortDay)],
          [['Tickets', ...weekly.total.slice(first).map((value) => (value === null ? '' : number(value)))]],
        ),
      ]),
    ]),
  ]);
}

/** Beyond the window before, and still called steady: it would look like a mistake without the reason. */
function isUsual({ low, high, verdict }: Trend): boolean {
  return verdict === 'steady' && ((low ?? 0) > 1 || (high ?? Infinity) < 1);
}

function figure(name: string, value: string, note: ElementContent[] | string[]): Element {
  return h('div', [h('dt', name), h('dd.value', value), h('dd.note', note)]);
}
