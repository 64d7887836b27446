/** Rounds to three digits: more would say nothing about tickets, and could differ between machines. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
