/** A ticket as every help desk knows it, before one of them puts it into its own words. */
export interface Ticket {
  /** Its place in the export, from 0. */
  n: number;
  id: number;
  /** ISO 8601 in UTC, as the other times. */
  created: string;
  replied: string;
  /** On another day than `created` more often than not: whoever counts the wrong column shows it. */
  closed: string;
  /** What stands in the desk's field for it: a category, or what somebody pasted there. */
  category: string;
  locale: string;
  requester: number;
  subject: string;
  description: string;
  rating: 'unoffered' | 'offered' | 'good' | 'bad';
  channel: 'web' | 'email' | 'chat';
}

/** The bytes of an export. */
export type Form = (tickets: readonly Ticket[]) => string;

/** What Lumo's team marks its tickets with: the desks that have no place for a language keep it here. */
export function tagsOf({ locale }: Ticket): string[] {
  return ['web', `lang_${locale}`];
}
