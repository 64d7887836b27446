export interface RunRange {
  median: number;
  low: number;
  high: number;
}

/** Median, lowest and highest of at least one value. */
export function rangeOf(values: readonly number[]): RunRange {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return { median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, low: at(0), high: at(sorted.length - 1) };
}

/** Each run's value divided by the base of the same run: a busy minute affects both. */
export function pairedRatios(values: readonly number[], base: readonly number[]): RunRange {
  return rangeOf(values.map((value, run) => value / (base[run] ?? Number.NaN)));
}
