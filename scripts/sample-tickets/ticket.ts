/** A ticket as every help desk knows it, before one of them puts it into its own words. */
export interface Ticket {
  /** Its place in the export, from 0. */
  n: number;
  id: number;
  /** ISO 8601 in UTC, as the other times. */
  created: string;
  replied: string;
  /** When it was closed, or an open one changed; on another day than `created` more often than not: whoever counts the wrong column shows it. */
  closed: string;
  status: 'open' | 'solved' | 'closed';
  /** The value of the desk's field for it: a category, or what someone pasted there. */
  category: string;
  locale: string;
  requester: number;
  subject: string;
  description: string;
  /** How the customer found the help; whether he was asked at all. */
  rating: 'unoffered' | 'offered' | 'good' | 'bad';
  /** Ids of the articles it was answered with. */
  articles: readonly string[];
  channel: 'web' | 'email' | 'chat';
}

/** A ticket before anyone has answered it. */
export interface Opened extends Omit<Ticket, 'status' | 'rating' | 'articles'> {
  /** Whether the customer will be asked how he found the help. */
  asked: boolean;
}

/** A time that only tickets have that are solved. */
export function whenSolved<T>({ status }: Ticket, time: T): T | null {
  return status === 'open' ? null : time;
}

/** The bytes of an export. */
export type Form = (tickets: readonly Ticket[]) => string;

/** What Lumo's team marks its tickets with: the desks that have no place for a language keep it here. */
export function tagsOf({ locale }: Ticket): string[] {
  return ['web', `lang_${locale}`];
}
