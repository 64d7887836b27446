export type ReasonCode =
  | 'recurs'
  | 'burst'
  | 'not-changed'
  | 'review-due'
  | 'translation-outdated'
  | 'translation-missing'
  | 'unhelpful'
  | 'started-on'
  | 'no-article'
  | 'unclaimed'
  | 'competing'
  | 'quiet';

/** Why a row is in the work list. */
export interface Reason {
  /** Permanent: for machines. */
  code: ReasonCode;
  /** For people: what was found, with its numbers. */
  says: string;
  /** For people: the value from which this is a reason. */
  threshold: string;
  /** The values that were found and their limits, by name. */
  numbers: Readonly<Record<string, number | string | null>>;
}

/** `1 ticket`, `1,234 tickets`. */
export function ticketsText(tickets: number): string {
  return `${tickets.toLocaleString('en')} ${tickets === 1 ? 'ticket' : 'tickets'}`;
}

/** Reasons as text on one line. */
export function reasonsText(reasons: readonly Reason[]): string {
  return reasons.map(({ says }) => says).join('; ');
}
