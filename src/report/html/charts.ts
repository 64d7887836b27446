import type { Element, ElementContent } from 'hast';
import { h, s } from 'hastscript';
import { formatNumber } from '../layout/numbers.ts';

/** The title of a chart, and a description for readers who can't see it. */
export interface ChartLabel {
  /** Unique on the page; valid as an id. */
  id: string;
  title: string;
  desc: string;
}

/** Long and low, so the frame doesn't exaggerate slopes. */
const SPARK = { width: 130, height: 24 };

/**
 * A small line chart without axes; the dot is the newest value.
 *
 * @param values oldest first; `null` if unknown
 * @param marked for each value, whether it belongs to the period of the report
 */
export function sparkline(values: readonly (number | null)[], marked: readonly boolean[], label: ChartLabel): Element {
  const { width, height } = SPARK;
  const top = Math.max(1, ...values.map((value) => value ?? 0));
  const x = (index: number) => round(3 + (index * (width - 6)) / Math.max(1, values.length - 1));
  const y = (value: number) => round(height - 3 - (value * (height - 6)) / top);
  const points = values.flatMap((value, index) => (value === null ? [] : [[x(index), y(value)] as const]));
  const from = marked.indexOf(true);
  const last = points.at(-1);
  return picture('spark', `0 0 ${width} ${height}`, label, [
    from < 0 ? [] : [s('rect.window', { x: x(from) - 2, y: 0, width: round(width - x(from) + 2), height })],
    s('polyline.line', { points: points.map((point) => point.join(',')).join(' ') }),
    last ? [s('circle.dot', { cx: last[0], cy: last[1], r: 2.5 })] : [],
  ]);
}

/**
 * A bar chart of weeks.
 *
 * @param ends the labels below the first and the last bar
 */
export function weekBars(
  values: readonly (number | null)[],
  marked: readonly boolean[],
  ends: readonly [string, string],
  label: ChartLabel,
): Element {
  const top = Math.max(1, ...values.map((value) => value ?? 0));
  const bars = values.flatMap((value, index) =>
    value === null
      ? []
      : [
          s(marked[index] ? 'rect.bar.now' : 'rect.bar', {
            x: index * 10 + 1,
            y: round(100 - (value * 100) / top),
            width: 8,
            height: round((value * 100) / top),
          }),
        ],
  );
  return plot(
    [formatNumber(top), '0'],
    picture('stretched', `0 0 ${values.length * 10} 100`, label, bars),
    [h('span', ends[0]), h('span', ends[1])],
    'low',
  );
}

/** How many of the largest values make up a share of the sum; all of them if the sum is 0. */
export function vitalFew(values: readonly number[], share: number): number {
  const sum = values.reduce((all, value) => all + value, 0);
  let running = 0;
  const index = values.findIndex((value) => {
    running += value;
    return sum > 0 && running >= sum * share;
  });
  return index < 0 ? values.length : index + 1;
}

/**
 * Bars from the largest to the smallest, with a line for their running total.
 *
 * @param values largest first
 * @param share where to cut, such as 0.8
 * @param cutLabel the label at the cut
 */
export function paretoChart(values: readonly number[], share: number, cutLabel: string, label: ChartLabel): Element {
  const few = vitalFew(values, share);
  const sum = Math.max(
    1,
    values.reduce((all, value) => all + value, 0),
  );
  const top = Math.max(1, ...values);
  const width = values.length * 10;
  const bars = values.map((value, index) =>
    s(index < few ? 'rect.bar.now' : 'rect.bar', {
      x: index * 10 + 1,
      y: round(100 - (value * 100) / top),
      width: 8,
      height: round((value * 100) / top),
    }),
  );
  let running = 0;
  const line = values.map((value, index) => {
    running += value;
    return `${index * 10 + 5},${round(100 - (running * 100) / sum)}`;
  });
  const cut = few * 10;
  const level = round(100 - share * 100);
  return plot(
    [formatNumber(top), '0'],
    picture('stretched', `0 0 ${width} 100`, label, [
      ...bars,
      s('path.cut', { d: `M${width},${level}H${cut}V100` }),
      s('polyline.line', { points: line.join(' ') }),
    ]),
    [
      h(
        cut < width / 3 ? 'span.at.early' : 'span.at',
        { style: `--at: ${round((cut / Math.max(1, width)) * 100)}%` },
        cutLabel,
      ),
    ],
    'high',
    ['100%', '0%'],
  );
}

/** A ratio with its confidence interval; an unknown end is open. */
export interface RatioInterval {
  ratio: number | null;
  low: number | null;
  high: number | null;
}

const SCALE = { width: 130, height: 16 };

/**
 * A ratio as a dot on its interval. The scale is logarithmic, so half and double are equally far from the line at 1.
 *
 * @param limit the end of the scale: 8 means from an eighth to eight times
 */
export function intervalPlot({ ratio, low, high }: RatioInterval, limit: number, label: ChartLabel): Element {
  const { width, height } = SCALE;
  const middle = height / 2;
  const x = (value: number) => {
    const place = Math.log2(Math.min(limit, Math.max(1 / limit, value))) / Math.log2(limit);
    return round(width / 2 + place * (width / 2 - 6));
  };
  const from = x(low ?? 0);
  const to = x(high ?? Infinity);
  const beyond = (value: number | null, open: number) => (value ?? open) > limit || (value ?? open) < 1 / limit;
  return picture('interval', `0 0 ${width} ${height}`, label, [
    s('path.axis', { d: `M${x(1)},0V${height}` }),
    s('path.whisker', { d: `M${from},${middle}H${to}` }),
    beyond(low, 0) && from < x(1) ? [s('path.whisker', { d: `M${from + 4},${middle - 4}L${from},${middle}l4,4` })] : [],
    beyond(high, Infinity) && to > x(1)
      ? [s('path.whisker', { d: `M${to - 4},${middle - 4}L${to},${middle}l-4,4` })]
      : [],
    ratio === null || beyond(ratio, 1) ? [] : [s('circle.dot', { cx: x(ratio), cy: middle, r: 3.5 })],
  ]);
}

/** The scale above a column of interval plots. */
export function intervalScale(limit: number): Element {
  return h('span.scale', { ariaHidden: 'true' }, [h('span', `÷${limit}`), h('span', 'same'), h('span', `×${limit}`)]);
}

export function picture(
  kind: string,
  viewBox: string,
  { id, title, desc }: ChartLabel,
  drawn: (Element | Element[])[],
): Element {
  return s(
    `svg.${kind}`,
    {
      viewBox,
      role: 'img',
      ariaLabelledBy: [`${id}-title`],
      ariaDescribedBy: [`${id}-desc`],
      ...(kind === 'stretched' ? { preserveAspectRatio: 'none' } : {}),
    },
    [s('title', { id: `${id}-title` }, title), s('desc', { id: `${id}-desc` }, desc), ...drawn.flat()],
  );
}

// Labels are HTML around the SVG. Inside it, they would shrink with it on a phone.
function plot(
  start: readonly [string, string],
  drawn: Element,
  below: ElementContent[],
  height: string,
  end?: readonly [string, string],
): Element {
  const axis = (labels: readonly string[]) =>
    h(
      'div.axis',
      { ariaHidden: 'true' },
      labels.map((one) => h('span', one)),
    );
  return h(`div.plot.${height}`, [
    axis(start),
    h('div.drawn', [drawn]),
    ...(end ? [axis(end)] : []),
    h('div.below', { ariaHidden: 'true' }, below),
  ]);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
