/** A confidence interval of a share, both ends from 0 to 1. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * The exact 95 % interval of a binomial share.
 *
 * C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits illustrated
 * in the case of the binomial", Biometrika 26 (1934), 404–413: the ends are quantiles of
 * the beta distribution. It covers the true share at least 95 times in 100, however few the cases.
 *
 * @param hits from 0 to `cases`
 * @param cases at least 1
 * @param tail the chance of a share beyond either end; without it, the interval is that of 95 %
 */
export function clopperPearson(hits: number, cases: number, tail = 0.025): Interval {
  return {
    low: hits === 0 ? 0 : betaQuantile(tail, hits, cases - hits + 1),
    high: hits === cases ? 1 : betaQuantile(1 - tail, hits + 1, cases - hits),
  };
}

/** By bisection: the distribution function never falls, and 60 halvings reach the precision of a double. */
function betaQuantile(p: number, a: number, b: number): number {
  const beta = logBeta(a, b);
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (scaledCdf(middle, a, b, beta) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularized incomplete beta function I_x(a, b): NIST DLMF 8.17.22, and 8.17.4 if that converges faster. */
export function betaCdf(x: number, a: number, b: number): number {
  return scaledCdf(x, a, b, logBeta(a, b));
}

/** @param beta the logarithm of the beta function of a and b, which a search for a quantile needs only once */
function scaledCdf(x: number, a: number, b: number, beta: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - scaledCdf(1 - x, b, a, beta);
  const front = a * Math.log(x) + b * Math.log1p(-x) - Math.log(a) - beta;
  return Math.exp(front) * continuedFraction(x, a, b);
}

/** The continued fraction of DLMF 8.17.22, evaluated by Lentz's method (W. J. Lentz, Applied Optics 15, 1976, 668). */
function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  // The number of terms grows with the square root of the larger parameter.
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return result;
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** Stirling's series, NIST DLMF 5.11.1, after shifting the argument to where six terms give full precision. */
function logGamma(z: number): number {
  let shift = 0;
  let x = z;
  for (; x < 12; x++) shift += Math.log(x);
  const coefficients = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360];
  const series = coefficients.reduce((sum, coefficient, k) => sum + coefficient / x ** (2 * k + 1), 0);
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series - shift;
}
