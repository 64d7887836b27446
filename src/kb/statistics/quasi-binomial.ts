/** One of several consecutive weeks: its tickets on the topic, all its tickets, and its side of the change. */
export interface Week {
  tickets: number;
  /** At least `tickets`. */
  all: number;
  /** Weeks from the change to the middle of this one, negative before it. */
  time: number;
  after: boolean;
}

/** The change in the odds that a ticket is on the topic, as a logarithm, and its standard error. */
export interface Step {
  log: number;
  error: number;
  /** Degrees of freedom of the dispersion behind the error. */
  freedom: number;
}

/** How much more counts vary than by chance: Pearson's statistic and its degrees of freedom. */
export interface Spread {
  chi: number;
  freedom: number;
}

/** How many weeks of the topic's own data the pooled spread of all topics counts as. */
export const POOLED = 10;
/** If all topics vary alike, their own weeks say nothing more. */
const MOST_POOLED = 1000;
/** However much they differ, a few weeks alone say little. */
const LEAST_POOLED = 4;
/** How much the logarithm of a topic's share usually drifts per week: sets how strongly the slope is pulled toward 0. */
const USUAL_DRIFT = 0.04;

/**
 * Pearson's statistic of the weeks, compared with a constant share on each side of the change.
 *
 * P. McCullagh and J. A. Nelder, "Generalized Linear Models", 2nd edition (1989), section 4.5.
 */
export function spreadOf(weeks: readonly Week[]): Spread {
  let chi = 0;
  let freedom = 0;
  for (const side of [true, false]) {
    const mine = weeks.filter(({ after }) => after === side);
    const share = sum(mine, 'tickets') / sum(mine, 'all');
    if (!(share > 0 && share < 1)) continue;
    for (const { tickets, all } of mine) if (all > 0) chi += (tickets - all * share) ** 2 / (all * share * (1 - share));
    freedom += mine.length - 1;
  }
  return { chi, freedom };
}

/**
 * The plain comparison: the logarithm of the odds ratio of the two sides, which here is the ratio of the rate ratios
 * (B. Woolf, Annals of Human Genetics 19 (1955), 251–253; if a cell is empty, half a ticket is added to each, after
 * J. B. S. Haldane, the same journal 20 (1956), 309–311), with the error of a quasi-binomial model: the variance is the
 * dispersion times the binomial variance (McCullagh and Nelder 1989, section 4.5).
 */
export function plainStep(weeks: readonly Week[], pool: Spread): Step {
  const side = (after: boolean) => {
    const mine = weeks.filter((week) => week.after === after);
    return [sum(mine, 'tickets'), sum(mine, 'all') - sum(mine, 'tickets')] as const;
  };
  const cells = [...side(true), ...side(false)];
  const [a = 0, b = 0, c = 0, d = 0] = cells.map((cell) => cell + (cells.includes(0) ? 0.5 : 0));
  const { dispersion, freedom } = moderate(spreadOf(weeks), pool);
  return {
    log: Math.log((a * d) / (b * c)),
    error: Math.sqrt(dispersion * (1 / a + 1 / b + 1 / c + 1 / d)),
    freedom,
  };
}

/**
 * The step that remains after removing the drift of the topic's share: an interrupted time series
 * (A. K. Wagner and others, Journal of Clinical Pharmacy and Therapeutics 27 (2002), 299–309), as a
 * quasi-binomial logistic regression on time and side. The slope is pulled toward 0 like a random effect,
 * because with few weeks an unrestricted slope would explain most of a real step as drift.
 */
export function stepBeyondDrift(weeks: readonly Week[], pool: Spread): Step {
  const penalty = 1 / USUAL_DRIFT ** 2;
  const all = sum(weeks, 'all');
  const share = (sum(weeks, 'tickets') + 0.5) / (all + 1);
  let [level, slope, step] = [Math.log(share / (1 - share)), 0, 0];
  let covariance: Matrix | undefined;
  let chi = 0;
  for (let round = 0; round < 30; round++) {
    // If one side has no tickets, the step would be infinite; the weight of half a ticket limits it.
    const [weight, pull] = [0.05, -0.05 * step];
    const information: Matrix = [0, 0, 0, penalty, 0, weight];
    const gradient: [number, number, number] = [0, -penalty * slope, pull];
    chi = 0;
    for (const { tickets, all, time, after } of weeks) {
      if (all === 0) continue;
      const side = after ? 1 : 0;
      const expected = 1 / (1 + Math.exp(-(level + slope * time + step * side)));
      const variance = Math.max(all * expected * (1 - expected), 1e-9);
      const rest = tickets - all * expected;
      chi += rest ** 2 / variance;
      information[0] += variance;
      information[1] += variance * time;
      information[2] += variance * side;
      information[3] += variance * time * time;
      information[4] += variance * time * side;
      information[5] += variance * side;
      gradient[0] += rest;
      gradient[1] += rest * time;
      gradient[2] += rest * side;
    }
    covariance = invert(information);
    const [p, q, r, s, t, u] = covariance;
    const [x, y, z] = gradient;
    const moves = [p * x + q * y + r * z, q * x + s * y + t * z, r * x + t * y + u * z].map(limit);
    level += moves[0] ?? 0;
    slope += moves[1] ?? 0;
    step += moves[2] ?? 0;
    if (Math.max(...moves.map(Math.abs)) < 1e-9) break;
  }
  const { dispersion, freedom } = moderate({ chi, freedom: Math.max(1, weeks.length - 3) }, pool);
  return { log: step, error: Math.sqrt(dispersion * (covariance?.[5] ?? Infinity)), freedom };
}

/** Quantiles of the normal distribution, by the percentage of cases inside a two-sided interval. */
const reaches = { 95: 1.959964, 92: 1.750686 };

/** The two ends of the interval of a step, as ratios. */
export function stepInterval({ log, error, freedom }: Step, sure: keyof typeof reaches): { low: number; high: number } {
  const reach = studentQuantile(reaches[sure], freedom) * error;
  return { low: Math.exp(log - reach), high: Math.exp(log + reach) };
}

/**
 * The spread of one topic's few weeks, stabilized by the spread of all topics, and never below chance.
 *
 * G. K. Smyth, Statistical Applications in Genetics and Molecular Biology 3 (2004), article 3: a moderated variance.
 */
export function moderate(own: Spread, pool: Spread, weeks = POOLED): { dispersion: number; freedom: number } {
  const freedom = own.freedom + weeks;
  return { dispersion: Math.max(1, (own.chi + weeks * dispersionOf(pool)) / freedom), freedom };
}

function dispersionOf({ chi, freedom }: Spread): number {
  return freedom > 0 ? chi / freedom : 1;
}

/** So many standard deviations more than chance. */
const RESTLESS = 3.5;

/**
 * Whether a topic clearly varies more than most. Then it isn't one of those that the pool describes: B. Phipson and
 * others, The Annals of Applied Statistics 10 (2016), 946–963.
 */
export function isRestless({ chi, freedom, variance }: Spread & { variance: number }, pool: Spread): boolean {
  return chi > dispersionOf(pool) * (freedom + RESTLESS * Math.sqrt(variance));
}

/**
 * How many weeks of a topic's own data the pooled spread should count as: the more alike all topics vary, the more. From
 * what their dispersions differ beyond chance, as Smyth does, by the method of moments.
 *
 * @param topics with the variance that chance alone gives to each `chi`
 */
export function pooledWeeks(topics: readonly (Spread & { variance: number })[], pool: Spread): number {
  const pooled = dispersionOf(pool);
  let [beyond, all] = [0, 0];
  for (const { chi, freedom, variance } of topics) {
    if (freedom <= 0) continue;
    const byChance = (pooled / freedom) ** 2 * variance;
    beyond += freedom * ((chi / freedom - pooled) ** 2 - byChance);
    all += freedom;
  }
  const differ = all > 0 ? beyond / all : 0;
  return differ > 0 ? Math.min(MOST_POOLED, Math.max(LEAST_POOLED, (2 * pooled ** 2) / differ)) : MOST_POOLED;
}

/** The quantile of Student's t distribution, from the normal quantile: M. Abramowitz and I. A. Stegun (1964), 26.7.5. */
function studentQuantile(z: number, freedom: number): number {
  return z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);
}

/** The upper half of a symmetric 3 × 3 matrix, row by row. */
type Matrix = [number, number, number, number, number, number];

function invert([a, b, c, d, e, f]: Matrix): Matrix {
  const first = d * f - e * e;
  const second = c * e - b * f;
  const third = b * e - c * d;
  const determinant = a * first + b * second + c * third;
  const inverse: Matrix = [first, second, third, a * f - c * c, b * c - a * e, a * d - b * b];
  return inverse.map((value) => value / determinant) as Matrix;
}

/** Larger moves than this overshoot if a side has hardly any tickets. */
function limit(move: number): number {
  return Math.max(-2, Math.min(2, move));
}

function sum(weeks: readonly Week[], key: 'tickets' | 'all'): number {
  return weeks.reduce((total, week) => total + week[key], 0);
}
