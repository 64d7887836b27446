import type { Measured } from './measure.ts';
import { pairedRatios, type RunRange, rangeOf } from './run-range.ts';

export interface BenchStep {
  name: string;
  /** One per run, in the same order for all steps. */
  measured: Measured[];
}

/** What was measured. */
export interface BuildBench {
  articles: number;
  steps: readonly BenchStep[];
  /** The name of the step with Hugo, if it was measured. */
  hugoStep?: string;
}

/**
 * A table with the time and memory of each step, and its time divided by that of the first step, and of Hugo, in the
 * same run.
 */
export function buildReport({ articles, steps, hugoStep }: BuildBench): string {
  const secondsOf = (step?: BenchStep) => step?.measured.map(({ seconds }) => seconds) ?? [];
  const hugo = steps.find(({ name }) => name === hugoStep);
  const bases = [steps[0], ...(hugo ? [hugo] : [])].map(secondsOf);
  const width = Math.max(...steps.map(({ name }) => name.length)) + 2;
  const line = (name: string, seconds: string, memory: string, ratios: readonly string[]) =>
    `${name.padEnd(width)}${seconds.padEnd(22)}${memory.padStart(8)}   ${ratios.map((ratio) => ratio.padEnd(20)).join('')}`.trimEnd();
  const rows = steps.map(({ name, measured }) => {
    const seconds = measured.map((one) => one.seconds);
    const peaks = measured.flatMap(({ megabytes }) => megabytes ?? []);
    const memory = peaks.length > 0 ? `${Math.max(...peaks).toFixed(0)} MB` : '–';
    return line(
      name,
      rangeText(rangeOf(seconds), 1),
      memory,
      bases.map((base) => rangeText(pairedRatios(seconds, base), 2)),
    );
  });
  const notes = [
    'Seconds and ratios are the median of the runs, with the lowest and highest in brackets.',
    'A ratio (÷) is the time divided by that of another step in the same run.',
    'Memory is the highest of the largest process, from the operating system.',
    ...(hugo ? [] : ['Hugo was left out: no hugo was found on the path.']),
  ];
  const runs = steps[0]?.measured.length ?? 0;
  return [
    `${articles.toLocaleString('en')} articles, ${runs} ${runs === 1 ? 'run' : 'runs'}, builds with search\n`,
    line('', 'seconds', 'memory', ['÷ whole build', ...(hugo ? ['÷ Hugo + Pagefind'] : [])]),
    ...rows,
    `\n${notes.join('\n')}\n`,
  ].join('\n');
}

const rangeText = ({ median, low, high }: RunRange, digits: number) =>
  `${median.toFixed(digits)} [${low.toFixed(digits)}–${high.toFixed(digits)}]`;
