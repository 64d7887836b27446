/** A comparison needs at least one full week, because weekdays differ. */
const MIN_DAYS_BEFORE = 7;

/**
 * How many days ago a rise started: the split into a lower rate followed by a higher rate that makes the counts most
 * likely, with the tickets of each day as a Poisson variable.
 *
 * K. J. Worsley, "Confidence regions and tests for a change-point in a sequence of exponential family random
 * variables", Biometrika 73 (1986), 91–104.
 *
 * @param tickets per day, starting with the day of the report and going back in time
 * @param longest the rise started at most this many days ago
 * @returns 0 if it started on the day of the report; `undefined` if no split has the higher rate last
 */
export function riseStart(tickets: readonly number[], longest: number): number | undefined {
  const all = tickets.reduce((sum, count) => sum + count, 0);
  let best: { age: number; likelihood: number } | undefined;
  let after = 0;
  for (let age = 0; age <= Math.min(longest, tickets.length - 1 - MIN_DAYS_BEFORE); age++) {
    after += tickets[age] ?? 0;
    const days = age + 1;
    const before = all - after;
    const daysBefore = tickets.length - days;
    if (after / days <= before / daysBefore) continue;
    const likelihood = logLikelihood(after, days) + logLikelihood(before, daysBefore);
    if (likelihood > (best?.likelihood ?? -Infinity)) best = { age, likelihood };
  }
  return best?.age;
}

/** The log-likelihood of a count at its own rate, without the terms that all splits share. */
function logLikelihood(tickets: number, days: number): number {
  return tickets === 0 ? 0 : tickets * Math.log(tickets / days);
}
