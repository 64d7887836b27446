import { type ChannelKind, type Contact, channelKinds, hasContact } from '#kb/contact.ts';

/** A way to reach a person: the contact page, or a channel itself. */
export interface Way {
  kind: 'page' | ChannelKind;
  href: string;
  /** The address or number itself, where people would read it. */
  shown?: string;
}

/** What somebody read and searched for before. */
export interface Carried {
  /** The id of an article. */
  from?: string | undefined;
  question?: string | undefined;
}

const digits = (number: string) => number.replace(/\D/g, '');

const leadsTo: Record<ChannelKind, (address: string) => string> = {
  email: (address) => `mailto:${address}`,
  phone: (number) => `tel:${number.replace(/[^+\d]/g, '')}`,
  chat: (address) => address,
  whatsapp: (number) => `https://wa.me/${digits(number)}`,
  telegram: (name) => `https://t.me/${name}`,
  signal: (number) => `https://signal.me/#p/+${digits(number)}`,
  viber: (number) => `viber://chat?number=%2B${digits(number)}`,
  messenger: (name) => `https://m.me/${name}`,
};

/** The names of messengers, the same in every language. */
export const messengers: Partial<Record<ChannelKind, string>> = {
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  signal: 'Signal',
  viber: 'Viber',
  messenger: 'Messenger',
};

/** What the address of the contact page carries. */
export function readCarried(search: string): Carried {
  const parameters = new URLSearchParams(search);
  return { from: parameters.get('from') ?? undefined, question: parameters.get('q')?.trim() || undefined };
}

/** The channels of a company, each with where it leads. */
export function channelWays(contact: Contact): Way[] {
  return channelKinds.flatMap((kind): Way[] => {
    const address = contact[kind]?.address;
    if (address === undefined) return [];
    const href = leadsTo[kind](address);
    return kind === 'email' || kind === 'phone' ? [{ kind, href, shown: address }] : [{ kind, href }];
  });
}

/**
 * The ways to a person in short: the contact page, which has them all, a letter and a call.
 *
 * @param page the address of the contact page
 */
export function contactWays(contact: Contact, page: string): Way[] {
  if (!hasContact(contact)) return [];
  const short = channelWays(contact).filter(({ kind }) => kind === 'email' || kind === 'phone');
  return [{ kind: 'page', href: page }, ...short];
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
