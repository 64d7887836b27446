/** How long something took, or how long it has been pending. */
export interface Wait {
  /** From 0. */
  days: number;
  /** Whether it is over. */
  over: boolean;
}

/**
 * The median of waiting times, some of which are not over yet. Leaving those out would make the median too short.
 *
 * E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", Journal of the American
 * Statistical Association 53 (1958), 457–481: the first time at which the product-limit estimate is at most a half.
 *
 * @returns `null` if more than half may still be waiting
 */
export function medianWait(waits: readonly Wait[]): number | null {
  const times = [...new Set(waits.filter(({ over }) => over).map(({ days }) => days))].sort((a, b) => a - b);
  let waiting = 1;
  for (const time of times) {
    const atRisk = waits.filter(({ days }) => days >= time).length;
    const ended = waits.filter(({ days, over }) => over && days === time).length;
    waiting *= 1 - ended / atRisk;
    // Products of fractions such as 2/3 and 3/4 can miss one half by a rounding error.
    if (waiting <= 0.5 + 1e-12) return time;
  }
  return null;
}
