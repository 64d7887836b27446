import { type ChannelKind, type Contact, channelKinds, hasContact } from '#kb/contact/contact.ts';
import type { ContactChannel, ContactOption } from './contact-option.ts';

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

/** The channels of a company, each with where it leads. */
export function contactChannels(contact: Contact): ContactChannel[] {
  return channelKinds.flatMap((kind): ContactChannel[] => {
    const address = contact[kind]?.address;
    if (address === undefined) return [];
    const href = leadsTo[kind](address);
    return kind === 'email' || kind === 'phone' ? [{ kind, href, shown: address }] : [{ kind, href }];
  });
}

/**
 * The contact options in short: the contact page, which has them all, email and phone.
 *
 * @param page the address of the contact page
 */
export function contactOptionsOf(contact: Contact, page: string): ContactOption[] {
  if (!hasContact(contact)) return [];
  const short = contactChannels(contact).filter(({ kind }) => kind === 'email' || kind === 'phone');
  return [{ kind: 'page', href: page }, ...short];
}
