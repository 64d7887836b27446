/**
 * Why a row isn't counted as a customer's question, most certain first; `misdated` is found by the days of all. The place
 * in this list is the code in the database.
 */
export const leftOutReasons = ['total', 'deleted', 'spam', 'merged', 'side-conversation', 'test', 'misdated'] as const;

export type LeftOutReason = (typeof leftOutReasons)[number];

/** Tickets per reason; reasons without tickets are missing. */
export type LeftOut = Readonly<Partial<Record<LeftOutReason, number>>>;

/** What decided that tickets were left out. */
export interface LeftOutExample {
  /** The column or key, as the export writes it. */
  column: string;
  /** A word of our own lists, so nothing personal; `undefined` if any value in that column decides. */
  value: string | undefined;
  /** Whether the value is one of several in a list. */
  list: boolean;
}

/** The most frequent example of each reason. */
export type LeftOutExamples = Readonly<Partial<Record<LeftOutReason, LeftOutExample>>>;
