import type { Element } from 'hast';
import { h, s } from 'hastscript';
import type { Share } from '#kb/statistics/proportion.ts';
import { type ChartLabel, picture } from './charts.ts';

const SCALE = { width: 130, height: 16 };

/** A share as a dot on its interval, on a line from 0 to 1. */
export function sharePlot({ share, low, high }: Share, label: ChartLabel): Element {
  const { width, height } = SCALE;
  const middle = height / 2;
  const x = (value: number) => Math.round((4 + value * (width - 8)) * 100) / 100;
  return picture('interval', `0 0 ${width} ${height}`, label, [
    s('path.axis', { d: `M${x(0)},${height - 1}H${x(1)}` }),
    low === null || high === null ? [] : [s('path.whisker', { d: `M${x(low)},${middle}H${x(high)}` })],
    share === null ? [] : [s('circle.dot', { cx: x(share), cy: middle, r: 3.5 })],
  ]);
}

/** The scale above a column of share plots. */
export function shareScale(): Element {
  return h('span.scale', { ariaHidden: 'true' }, [h('span', '0'), h('span', '100%')]);
}
