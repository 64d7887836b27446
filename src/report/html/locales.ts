import type { Element } from 'hast';
import { h, s } from 'hastscript';
import type { LocaleCell, LocaleRow, LocaleState } from '#kb/tickets/worklist/locale-coverage.ts';
import { number } from '../coverage-words.ts';
import { count } from '../findings-text.ts';
import { type HtmlReport, type Section, topicName } from './report.ts';
import { details, grid, type Row } from './tables.ts';
import { busyTopics } from './topics.ts';

const names: Record<LocaleState, string> = { there: 'there', outdated: 'outdated', missing: 'missing' };

/** Which topics have an article in which language, and how many customers ask in it. */
export function localeSection(report: HtmlReport): Section {
  const { seen, few } = busyTopics(report);
  const order = new Map(seen.map(({ id }, index) => [id, index]));
  const rows = report.locales.filter(({ topic }) => order.has(topic));
  const first = rows.filter(({ topic, cells }) => (order.get(topic) ?? 0) < few || cells.some(({ gap }) => gap));
  const rest = report.locales.filter((row) => !first.includes(row));
  const locales = report.locales[0]?.cells.map(({ locale }) => locale) ?? [];
  const head = ['Topic', ...locales];
  const matrix = (caption: string, some: readonly LocaleRow[]) =>
    grid(
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
        'Whether customers who write in a language find an article in it, and how many tickets they wrote in the window.',
      ),
      h('ul.legend', [
        h('li', [sign('there'), ' there']),
        h('li', [sign('outdated'), ' outdated: the original has changed since']),
        h('li', [sign('missing'), ' missing']),
        h('li', [h('span.gap', [sign('missing'), ' 12']), ' missing, and its topic recurs: to be written first']),
      ]),
      matrix(title, first),
      ...(rest.length > 0
        ? [details(`${count(rest.length, 'topic')} with few tickets or none`, [matrix(`${title}, the rest`, rest)])]
        : []),
    ],
  };
}

function cellOf({ state, tickets, gap }: LocaleCell): Element {
  const words = gap ? 'missing, to be written first' : names[state];
  return h(gap ? 'span.cell.gap' : 'span.cell', [
    sign(state),
    h('span.unseen', `${words}, tickets: `),
    ' ',
    tickets === 0 ? h('span.none', '0') : number(tickets),
  ]);
}

/** Full, half and empty: told apart by shape, in any colours and in none. */
function sign(state: LocaleState): Element {
  const ring = s('circle.ring', { cx: 6, cy: 6, r: 4.5 });
  const drawn = {
    there: [s('circle.full', { cx: 6, cy: 6, r: 5.2 })],
    outdated: [ring, s('path.full', { d: 'M6,1.5A4.5,4.5 0 0 0 6,10.5Z' })],
    missing: [ring],
  };
  return s(`svg.sign.${state}`, { viewBox: '0 0 12 12', ariaHidden: 'true' }, drawn[state]);
}
