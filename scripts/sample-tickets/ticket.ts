/** A ticket as every help desk has it, before it is written in the format of one of them. */
export interface Ticket {
  /** Its place in the export, from 0. */
  n: number;
  id: number;
  /** ISO 8601 in UTC, like the other times. */
  created: string;
  replied: string;
  /**
   * When it was closed, or an open one changed; usually on another day than `created`, so an import that counts the
   * wrong column is noticed.
   */
  closed: string;
  status: 'open' | 'solved' | 'closed';
  /** The value of the desk's field for it: a category, or what someone pasted there. */
  category: string;
  locale: string;
  requester: number;
  subject: string;
  description: string;
  /** The customer's rating, and whether the customer was asked for one. */
  rating: 'unoffered' | 'offered' | 'good' | 'bad';
  /** Ids of the articles it was answered with. */
  articles: readonly string[];
  /** The id of the article from which the customer opened the contact form. */
  startedOn: string | null;
  channel: 'web' | 'email' | 'chat';
}

/** A ticket before anyone has answered it. */
export interface Opened extends Omit<Ticket, 'status' | 'rating' | 'articles' | 'startedOn'> {
  /** Whether the customer will be asked for a rating. */
  asked: boolean;
}

/** A time that only solved tickets have. */
export function whenSolved<T>({ status }: Ticket, time: T): T | null {
  return status === 'open' ? null : time;
}

/** The bytes of an export. */
export type Form = (tickets: readonly Ticket[]) => string;

/** The tags of Lumo's team. Desks without a field for the language store it here. */
export function tagsOf({ locale }: Ticket): string[] {
  return ['web', `lang_${locale}`];
}
