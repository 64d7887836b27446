import type { Element } from 'hast';
import { h, s } from 'hastscript';
import type { LocaleCell, LocaleRow, LocaleState } from '#kb/tickets/worklist/locale-coverage.ts';
import { count, formatNumber } from '../layout/numbers.ts';
import { type HtmlReport, type ReportSection, topicName } from './report.ts';
import { details, type Row, scrollingTable } from './tables.ts';
import { busyTopics } from './topics.ts';

const names: Record<LocaleState, string> = { there: 'available', outdated: 'outdated', missing: 'missing' };

/** Which topics have an article in each language, and how many tickets customers wrote in it. */
export function localeSection(report: HtmlReport): ReportSection {
  const { seen, few } = busyTopics(report);
  const order = new Map(seen.map(({ id }, index) => [id, index]));
  const rows = report.locales.filter(({ topic }) => order.has(topic));
  const first = rows.filter(({ topic, cells }) => (order.get(topic) ?? 0) < few || cells.some(({ gap }) => gap));
  const rest = report.locales.filter((row) => !first.includes(row));
  const locales = report.locales[0]?.cells.map(({ locale }) => locale) ?? [];
  const head = ['Topic', ...locales];
  const matrix = (caption: string, some: readonly LocaleRow[]) =>
    scrollingTable(
      caption,
      head,
      some.map((row): Row => [topicName(report, row.topic), ...row.cells.map(cellOf)]),
    );
  const title = 'Coverage by language';
  return {
    id: 'languages',
    title,
    content: [
      h(
        'p',
        'Whether customers find an article in the language they write in, and how many tickets they wrote in it during this period.',
      ),
      h('ul.legend', [
        h('li', [symbol('there'), ' available']),
        h('li', [symbol('outdated'), ' outdated: the original has changed since']),
        h('li', [symbol('missing'), ' missing']),
        h('li', [h('span.gap', [symbol('missing'), ' 12']), ' missing on a recurring topic: write these first']),
      ]),
      matrix(title, first),
      ...(rest.length > 0
        ? [details(`${count(rest.length, 'topic')} with few or no tickets`, [matrix(`${title} (continued)`, rest)])]
        : []),
    ],
  };
}

function cellOf({ state, tickets, gap }: LocaleCell): Element {
  const name = gap ? 'missing, write first' : names[state];
  return h(gap ? 'span.cell.gap' : 'span.cell', [
    symbol(state),
    h('span.unseen', `${name}, tickets: `),
    ' ',
    tickets === 0 ? h('span.none', '0') : formatNumber(tickets),
  ]);
}

/** A full, half or empty circle: the shape alone shows the state, without color. */
function symbol(state: LocaleState): Element {
  const ring = s('circle.ring', { cx: 6, cy: 6, r: 4.5 });
  const drawn = {
    there: [s('circle.full', { cx: 6, cy: 6, r: 5.2 })],
    outdated: [ring, s('path.full', { d: 'M6,1.5A4.5,4.5 0 0 0 6,10.5Z' })],
    missing: [ring],
  };
  return s(`svg.sign.${state}`, { viewBox: '0 0 12 12', ariaHidden: 'true' }, drawn[state]);
}
