import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import { toHtml } from '#markdown/html.ts';
import { intervalPlot, paretoChart, sparkline, vitalFew, weekBars } from '#report/html/charts.ts';

const label = { id: 'one', title: 'A <title>', desc: '1 & 2' };
const print = (element: Element) => toHtml({ type: 'root', children: [element] });

describe('every chart', () => {
  it.each([
    ['sparkline', sparkline([1, 2], [false, true], label)],
    ['bars', weekBars([1, 2], [false, true], ['1 Jan', '8 Jan'], label)],
    ['Pareto', paretoChart([3, 1], 0.8, '2 of 2', label)],
    ['interval', intervalPlot({ ratio: 2, low: 1, high: 3 }, 8, label)],
  ])('has a title and a description: %s', (_, chart) => {
    const html = print(chart);
    expect(html).toContain('<title id="one-title">A &#x3C;title></title><desc id="one-desc">1 &#x26; 2</desc>');
    expect(html).toMatch(/<svg [^>]*role="img" aria-labelledby="one-title" aria-describedby="one-desc"/);
  });

  it.each([
    ['sparkline', sparkline([], [], label)],
    ['sparkline of unknown weeks', sparkline([null, null], [false, true], label)],
    ['bars', weekBars([], [], ['', ''], label)],
    ['Pareto', paretoChart([], 0.8, '', label)],
    ['Pareto of zeros', paretoChart([0, 0], 0.8, '', label)],
    ['interval', intervalPlot({ ratio: null, low: null, high: null }, 8, label)],
    ['interval from nothing', intervalPlot({ ratio: 0, low: 0, high: 0 }, 8, label)],
  ])('has no broken number if there is nothing to show: %s', (_, chart) => {
    expect(print(chart)).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('a sparkline', () => {
  it('starts at the first known number', () => {
    expect(print(sparkline([null, 0, 4], [false, false, true], label))).toContain('points="65,21 127,3"');
  });
});

describe('a Pareto chart', () => {
  it.each([
    [[8, 1, 1], 1],
    [[4, 4, 1, 1], 2],
    [[1, 1, 1, 1, 1], 4],
    [[0, 0], 2],
    [[], 0],
  ])('finds how many of %j make up 80%%: %i', (values, few) => {
    expect(vitalFew(values, 0.8)).toBe(few);
  });

  it('highlights them, and draws the running total up to 100%', () => {
    const html = print(paretoChart([8, 1, 1], 0.8, '1 of 3', label));
    expect(html.match(/class="bar now"/g)).toHaveLength(1);
    expect(html).toContain('points="5,20 15,10 25,0"');
    expect(html).toContain('M30,20H10V100');
  });
});

describe('an interval', () => {
  const dot = (ratio: number) => /cx="([\d.]+)"/.exec(print(intervalPlot({ ratio, low: 0.5, high: 2 }, 8, label)))?.[1];

  it('puts half and double equally far from 1', () => {
    expect([dot(0.5), dot(1), dot(2)].map(Number)).toEqual([45.33, 65, 84.67]);
  });

  it('ends with an arrow only if it goes beyond the scale', () => {
    const arrows = (low: number | null, high: number | null) =>
      print(intervalPlot({ ratio: null, low, high }, 8, label)).match(/class="whisker"/g)?.length;
    expect([arrows(0.5, 2), arrows(0.5, 20), arrows(0.01, 20), arrows(9, null)]).toEqual([1, 2, 3, 2]);
  });
});
