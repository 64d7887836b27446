export type ReasonCode =
  | 'recurs'
  | 'not-changed'
  | 'review-due'
  | 'translation-outdated'
  | 'translation-missing'
  | 'unhelpful'
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
  /** For people: from which value on this is a reason. */
  threshold: string;
  /** What was found and what it was held against, by name. */
  numbers: Readonly<Record<string, number | string | null>>;
}

/** `1 ticket`, `1,234 tickets`. */
export function ticketsText(tickets: number): string {
  return `${tickets.toLocaleString('en')} ${tickets === 1 ? 'ticket' : 'tickets'}`;
}

/** Reasons on one line, as they are read. */
export function reasonsText(reasons: readonly Reason[]): string {
  return reasons.map(({ says }) => says).join('; ');
}
