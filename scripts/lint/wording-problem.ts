/** A word in a text that should be another: its offsets in the text, how it is written there, and what to do. */
export interface WordingProblem {
  start: number;
  end: number;
  found: string;
  advice: string;
}
