/** Lines of a CSV file that aren't rows like the others, each by its number counted from 1. */
export interface UnevenLines {
  /** Totals, notes and titles. */
  notes: readonly number[];
  /** Rows with fewer cells than there are names; the missing ones are read as empty. */
  short: readonly number[];
  /** Rows with more cells, which can't be read. */
  long: readonly number[];
  /** Blank lines, without those at the end. */
  empty: number;
}
