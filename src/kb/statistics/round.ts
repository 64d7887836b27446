/** To three digits: more say nothing about tickets, and might differ between machines. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
