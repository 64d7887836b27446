import type { ChannelKind } from '#kb/contact/channels.ts';

interface OptionOf<Kind> {
  kind: Kind;
  href: string;
  /** The address or number itself, where people would read it. */
  shown?: string;
}

/** A channel to a person, and where it leads. */
export type ContactChannel = OptionOf<ChannelKind>;

/** A contact option: the contact page, or a channel itself. */
export type ContactOption = OptionOf<'page'> | ContactChannel;

/** What a reader read and searched for before. */
export interface ReaderContext {
  /** The id of an article. */
  from?: string | undefined;
  question?: string | undefined;
}

/** What the address of a page includes of it. */
export function readContext(search: string): ReaderContext {
  const parameters = new URLSearchParams(search);
  const from = parameters.get('from') ?? '';
  return { from: isArticleId(from) ? from : undefined, question: parameters.get('q')?.trim() || undefined };
}

/** Anyone can make an address, so only what can be the id of an article is kept: no "..", and nothing else that leads away. */
function isArticleId(text: string): boolean {
  return (
    text.length <= 500 && /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]*(?:\/[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]*)+$/u.test(text)
  );
}

/**
 * The address of a contact option, including what was read and searched for.
 *
 * @param at the address of the page the reader is on, for an email
 */
export function contactAddress(
  { kind, href }: Pick<ContactOption, 'kind' | 'href'>,
  { from, question }: ReaderContext,
  at: string,
): string {
  if (kind === 'page') {
    const parameters = new URLSearchParams();
    if (from) parameters.set('from', from);
    if (question) parameters.set('q', question);
    return parameters.size === 0 ? href : `${href}?${parameters}`;
  }
  return kind === 'email' && question ? `${href}?${mailQuery(question, `${question}\r\n\r\n${at}`)}` : href;
}

/** The subject and text of an email, as `mailto:` takes them. */
export function mailQuery(subject: string, text: string): string {
  // Mail programs show "+" as it is, so spaces are written as %20, and lines end as RFC 6068 requires.
  return `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}
