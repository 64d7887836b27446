import type { ChannelKind } from '#kb/contact/contact.ts';

interface WayBy<Kind> {
  kind: Kind;
  href: string;
  /** The address or number itself, where people would read it. */
  shown?: string;
}

/** A channel to a person, and where it leads. */
export type ChannelWay = WayBy<ChannelKind>;

/** A way to reach a person: the contact page, or a channel itself. */
export type Way = WayBy<'page'> | ChannelWay;

/** What somebody read and searched for before. */
export interface Carried {
  /** The id of an article. */
  from?: string | undefined;
  question?: string | undefined;
}

/** What the address of a page carries. */
export function readCarried(search: string): Carried {
  const parameters = new URLSearchParams(search);
  return { from: parameters.get('from') ?? undefined, question: parameters.get('q')?.trim() || undefined };
}

/**
 * Where a way leads that takes along what was read and searched for.
 *
 * @param at the address of the page the reader is on, for a letter
 */
export function carry({ kind, href }: Pick<Way, 'kind' | 'href'>, { from, question }: Carried, at: string): string {
  if (kind === 'page') {
    const parameters = new URLSearchParams();
    if (from) parameters.set('from', from);
    if (question) parameters.set('q', question);
    return parameters.size === 0 ? href : `${href}?${parameters}`;
  }
  return kind === 'email' && question ? `${href}?${letter(question, `${question}\r\n\r\n${at}`)}` : href;
}

/** The subject and text of a letter, as `mailto:` takes them. */
export function letter(subject: string, text: string): string {
  // Mail programs read "+" as it stands, so spaces are written as %20, and lines end as RFC 6068 wants them.
  return `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}
