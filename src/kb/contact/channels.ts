import { z } from 'zod';
import { webAddress } from '../values/web-address.ts';

/** One of the ways to contact a company besides its form. */
interface ChannelSpec {
  address: z.ZodString | z.ZodEmail | z.ZodURL;
  /** What the address is, for messages and the documentation. */
  hint: string;
  /** Where the link to the channel leads. */
  leadsTo: (address: string) => string;
  /** Whether people can use the address as it is written, so it is shown with the link. */
  isShown?: true;
  /** The name of a messenger, the same in every language. Other channels have the text `contact.<kind>`. */
  messenger?: string;
}

const number = z.string().regex(/^\+?[\d\s()./-]{3,}$/, 'Write the number as customers dial it.');
const international = z
  .string()
  .regex(/^\+[\d\s]{6,}$/, 'Write the number with its country code, such as +358 40 000 0000.');
const user = z.string().regex(/^[\w.]+$/, 'Write only the account name, such as lumo.help.');
const digits = (number: string) => number.replace(/\D/g, '');

/** The channels, in the order in which they are shown. Adding one takes an entry here. */
export const channels = {
  email: {
    address: z.email('Write an email address such as help@example.com.'),
    hint: 'An email address such as help@example.com.',
    leadsTo: (address) => `mailto:${address}`,
    isShown: true,
  },
  phone: {
    address: number,
    hint: 'A phone number as customers dial it.',
    leadsTo: (number) => `tel:${number.replace(/[^+\d]/g, '')}`,
    isShown: true,
  },
  chat: {
    address: webAddress,
    hint: 'The address of the page where your chat opens.',
    leadsTo: (address) => address,
  },
  whatsapp: {
    address: international,
    hint: 'The number of your WhatsApp account, such as +358 40 000 0000.',
    leadsTo: (number) => `https://wa.me/${digits(number)}`,
    messenger: 'WhatsApp',
  },
  telegram: {
    address: user,
    hint: 'The name of your Telegram account, such as lumo_help.',
    leadsTo: (name) => `https://t.me/${name}`,
    messenger: 'Telegram',
  },
  signal: {
    address: international,
    hint: 'The number of your Signal account, such as +358 40 000 0000.',
    leadsTo: (number) => `https://signal.me/#p/+${digits(number)}`,
    messenger: 'Signal',
  },
  viber: {
    address: international,
    hint: 'The number of your Viber account, such as +358 40 000 0000.',
    leadsTo: (number) => `viber://chat?number=%2B${digits(number)}`,
    messenger: 'Viber',
  },
  messenger: {
    address: user,
    hint: 'The name of your Facebook page, such as lumo.help.',
    leadsTo: (name) => `https://m.me/${name}`,
    messenger: 'Messenger',
  },
} as const satisfies Record<string, ChannelSpec>;

export type ChannelKind = keyof typeof channels;
export const channelKinds = Object.keys(channels) as ChannelKind[];

/** What is known about a channel of any kind. */
export function channelSpec(kind: ChannelKind): ChannelSpec {
  return channels[kind];
}
