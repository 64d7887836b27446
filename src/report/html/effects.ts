import { h } from 'hastscript';
import type { Effect, EffectVerdict } from '#kb/tickets/measures/edit-effect.ts';
import { number } from '../coverage-words.ts';
import * as words from '../effects-words.ts';
import { intervalPlot, intervalScale } from './charts.ts';
import { articleName, type HtmlReport, type Section } from './report.ts';
import { type Column, folded, type Row, table } from './tables.ts';
import { dayWords, intervalWords, sentence } from './words.ts';

const SHOWN = 12;
/** An edit that leaves a quarter of the tickets is a great one. */
const LIMIT = 4;

const signs: Record<EffectVerdict, string> = { fell: '▼', rose: '▲', unchanged: '▬', 'too-few': '·' };

const columns: Column[] = [
  { name: 'Article' },
  { name: 'Changed' },
  { name: 'Before', numeric: true },
  { name: 'After', numeric: true },
  { name: 'Others before', numeric: true },
  { name: 'Others after', numeric: true },
  { name: 'Against others', below: intervalScale(LIMIT) },
  { name: 'Tickets on its topics' },
];

/** What the tickets did around each change of an article; nothing where nobody looked. */
export function effectSection({ effects }: HtmlReport): Section[] {
  if (effects === undefined) return [];
  const title = words.effectsTitle;
  const rows = words.effectsShown(effects).map(rowOf);
  return [
    {
      id: 'effects',
      title,
      content: [
        ...(rows.length === 0
          ? []
          : [
              h('p', words.effectsIntro),
              ...folded(rows, SHOWN, (some, rest) => table(rest ? `${title} The rest` : title, columns, some)),
            ]),
        ...words.effectsRest(effects).map((line) => h('p.note', line)),
      ],
    },
  ];
}

function rowOf(effect: Effect, index: number): Row {
  const { article, locale, day, before, after, others, verdict } = effect;
  return [
    [articleName(article), { type: 'text', value: ` ${locale}` }],
    [h('span', dayWords(day)), { type: 'text', value: ' ' }, h('code', words.changeWords(effect))],
    number(before),
    number(after),
    number(others.before),
    number(others.after),
    intervalPlot(effect, LIMIT, {
      id: `effect-${index}`,
      title: 'Tickets after the change, against all other topics',
      desc: intervalWords(effect),
    }),
    h(verdict === 'fell' || verdict === 'rose' ? 'span.verdict.clear' : 'span.verdict', [
      h('span', { ariaHidden: 'true' }, `${signs[verdict]} `),
      sentence(words.effectWords(effect)),
    ]),
  ];
}
