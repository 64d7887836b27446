import type { MeasuredSet } from '#kb/tickets/measures/suggestion.ts';

/** A question whose right articles are known. */
export interface JudgedQuestion {
  set: MeasuredSet['name'];
  text: string;
  /** The ids of the articles that answer it. */
  right: ReadonlySet<string>;
  /** What it is about: a topic or an article. */
  group: string;
  /** Whether words may be taken from it; then nothing is judged by it. */
  isSource: boolean;
}
