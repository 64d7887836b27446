/** The chance of at most so many, if so many are expected. */
export function poissonCdf(count: number, expected: number): number {
  let term = Math.exp(-expected);
  let sum = term;
  for (let k = 1; k <= count; k++) {
    term *= expected / k;
    sum += term;
  }
  return sum;
}
