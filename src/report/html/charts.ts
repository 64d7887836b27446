import type { Element, ElementContent } from 'hast';
import { h, s } from 'hastscript';
import { number } from '../coverage-words.ts';

/** What a picture is called, and what it shows for those who do not see it. */
export interface Told {
  /** Unique on the page, and good as an id. */
  id: string;
  title: string;
  desc: string;
}

/** Twice as wide as it is high would make a slope steep by its frame; long and low, a slope is what it is. */
const SPARK = { width: 130, height: 24 };

/**
 * A small line of a series, without axes; the dot is the newest value.
 *
 * @param values oldest first; `null` where nothing is known
 * @param marked of each value, whether it belongs to the window of the report
 */
export function sparkline(values: readonly (number | null)[], marked: readonly boolean[], told: Told): Element {
  const { width, height } = SPARK;
  const top = Math.max(1, ...values.map((value) => value ?? 0));
  const x = (index: number) => round(3 + (index * (width - 6)) / Math.max(1, values.length - 1));
  const y = (value: number) => round(height - 3 - (value * (height - 6)) / top);
  const points = values.flatMap((value, index) => (value === null ? [] : [[x(index), y(value)] as const]));
  const from = marked.indexOf(true);
  const last = points.at(-1);
  return picture('spark', `0 0 ${width} ${height}`, told, [
    from < 0 ? [] : [s('rect.window', { x: x(from) - 2, y: 0, width: round(width - x(from) + 2), height })],
    s('polyline.line', { points: points.map((point) => point.join(',')).join(' ') }),
    last ? [s('circle.dot', { cx: last[0], cy: last[1], r: 2.5 })] : [],
  ]);
}

/**
 * A series as bars over its own dates.
 *
 * @param ends what stands below the first and the last bar
 */
export function weekBars(
  values: readonly (number | null)[],
  marked: readonly boolean[],
  ends: readonly [string, string],
  told: Told,
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
    [number(top), '0'],
    picture('stretched', `0 0 ${values.length * 10} 100`, told, bars),
    [h('span', ends[0]), h('span', ends[1])],
    'low',
  );
}

/** How many of the largest values carry a share of the sum; all of them where the sum is 0. */
export function vitalFew(values: readonly number[], share: number): number {
  const sum = values.reduce((all, value) => all + value, 0);
  let carried = 0;
  const index = values.findIndex((value) => {
    carried += value;
    return sum > 0 && carried >= sum * share;
  });
  return index < 0 ? values.length : index + 1;
}

/**
 * Bars from the largest to the smallest, with the line of what they make together.
 *
 * @param values largest first
 * @param share where the cut lies, such as 0.8
 * @param label what stands at the cut
 */
export function paretoChart(values: readonly number[], share: number, label: string, told: Told): Element {
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
  let carried = 0;
  const line = values.map((value, index) => {
    carried += value;
    return `${index * 10 + 5},${round(100 - (carried * 100) / sum)}`;
  });
  const cut = few * 10;
  const level = round(100 - share * 100);
  return plot(
    [number(top), '0'],
    picture('stretched', `0 0 ${width} 100`, told, [
      ...bars,
      s('path.cut', { d: `M${width},${level}H${cut}V100` }),
      s('polyline.line', { points: line.join(' ') }),
    ]),
    [
      h(
        cut < width / 3 ? 'span.at.early' : 'span.at',
        { style: `--at: ${round((cut / Math.max(1, width)) * 100)}%` },
        label,
      ),
    ],
    'high',
    ['100 %', '0 %'],
  );
}

/** A ratio with its interval; an end that is not known is open. */
export interface Interval {
  ratio: number | null;
  low: number | null;
  high: number | null;
}

const SCALE = { width: 130, height: 16 };

/**
 * A ratio as a dot on its interval; halves and doubles stand equally far from the line at 1.
 *
 * @param limit how far the scale reaches: 8 means from an eighth to eight times
 */
export function intervalPlot({ ratio, low, high }: Interval, limit: number, told: Told): Element {
  const { width, height } = SCALE;
  const middle = height / 2;
  const x = (value: number) => {
    const place = Math.log2(Math.min(limit, Math.max(1 / limit, value))) / Math.log2(limit);
    return round(width / 2 + place * (width / 2 - 6));
  };
  const from = x(low ?? 0);
  const to = x(high ?? Infinity);
  const beyond = (value: number | null, open: number) => (value ?? open) > limit || (value ?? open) < 1 / limit;
  return picture('interval', `0 0 ${width} ${height}`, told, [
    s('path.axis', { d: `M${x(1)},0V${height}` }),
    s('path.whisker', { d: `M${from},${middle}H${to}` }),
    beyond(low, 0) && from < x(1) ? [s('path.whisker', { d: `M${from + 4},${middle - 4}L${from},${middle}l4,4` })] : [],
    beyond(high, Infinity) && to > x(1)
      ? [s('path.whisker', { d: `M${to - 4},${middle - 4}L${to},${middle}l-4,4` })]
      : [],
    ratio === null || beyond(ratio, 1) ? [] : [s('circle.dot', { cx: x(ratio), cy: middle, r: 3.5 })],
  ]);
}

/** The scale of an interval plot, to stand above a column of them. */
export function intervalScale(limit: number): Element {
  return h('span.scale', { ariaHidden: 'true' }, [h('span', `÷${limit}`), h('span', 'same'), h('span', `×${limit}`)]);
}

export function picture(
  kind: string,
  viewBox: string,
  { id, title, desc }: Told,
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

// The words of a chart are HTML around it: in a picture they would shrink with it on a phone.
function plot(
  start: readonly [string, string],
  drawn: Element,
  below: ElementContent[],
  height: string,
  end?: readonly [string, string],
): Element {
  const axis = (words: readonly string[]) =>
    h(
      'div.axis',
      { ariaHidden: 'true' },
      words.map((word) => h('span', word)),
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
