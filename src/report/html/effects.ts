import { h } from 'hastscript';
import type { Effect, EffectVerdict } from '#kb/tickets/measures/edit-effect.ts';
import * as wording from '../effects-wording.ts';
import { longDay } from '../layout/days.ts';
import { formatNumber } from '../layout/numbers.ts';
import { sentence } from '../layout/sentence.ts';
import { intervalPlot, intervalScale } from './charts.ts';
import { intervalText } from './formats.ts';
import { articleName, type HtmlReport, type ReportSection } from './report.ts';
import { cardTable, folded, type Row, type TableColumn } from './tables.ts';

const SHOWN = 12;
/** Few edits change ticket numbers by more than four times. */
const LIMIT = 4;

const symbols: Record<EffectVerdict, string> = { fell: '▼', rose: '▲', unchanged: '▬', 'too-few': '·' };

const columns: TableColumn[] = [
  { name: 'Article' },
  { name: 'Changed' },
  { name: 'Before', numeric: true },
  { name: 'After', numeric: true },
  { name: 'Other topics before', numeric: true },
  { name: 'Other topics after', numeric: true },
  { name: 'Compared with others', below: intervalScale(LIMIT) },
  { name: 'Effect' },
];

/** What the tickets did around each change to an article; no section if that wasn't measured. */
export function effectSection({ effects }: HtmlReport): ReportSection[] {
  if (effects === undefined) return [];
  const title = wording.effectsTitle;
  const rows = wording.shownEffects(effects).map(rowOf);
  return [
    {
      id: 'effects',
      title,
      content: [
        ...(rows.length === 0
          ? []
          : [
              h('p', wording.effectsIntro),
              ...folded(rows, SHOWN, (some, rest) => cardTable(rest ? `${title} (continued)` : title, columns, some)),
            ]),
        ...wording.effectNotes(effects).map((line) => h('p.note', line)),
      ],
    },
  ];
}

function rowOf(effect: Effect, index: number): Row {
  const { article, locale, day, before, after, others, verdict } = effect;
  return [
    [articleName(article), { type: 'text', value: ` ${locale}` }],
    [h('span', longDay(day)), { type: 'text', value: ' ' }, h('code', wording.commitText(effect))],
    formatNumber(before),
    formatNumber(after),
    formatNumber(others.before),
    formatNumber(others.after),
    intervalPlot(effect, LIMIT, {
      id: `effect-${index}`,
      title: 'Tickets after the change, compared with all other topics',
      desc: intervalText(effect),
    }),
    h(verdict === 'fell' || verdict === 'rose' ? 'span.verdict.clear' : 'span.verdict', [
      h('span', { ariaHidden: 'true' }, `${symbols[verdict]} `),
      sentence(wording.effectText(effect)),
    ]),
  ];
}
