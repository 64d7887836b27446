import { channelKinds, channelSpec } from '#kb/contact/channels.ts';
import { type Contact, hasContact } from '#kb/contact/contact.ts';
import type { ContactChannel, ContactOption } from './contact-option.ts';

/** The channels of a company, each with where it leads. */
export function contactChannels(contact: Contact): ContactChannel[] {
  return channelKinds.flatMap((kind): ContactChannel[] => {
    const address = contact[kind]?.address;
    if (address === undefined) return [];
    const { leadsTo, isShown } = channelSpec(kind);
    const href = leadsTo(address);
    return isShown ? [{ kind, href, shown: address }] : [{ kind, href }];
  });
}

/** What contact options in short can be. Each has a text `contact.<kind>`. */
export const shortOptionKinds = ['page', ...channelKinds.filter((kind) => channelSpec(kind).isShown)];

/**
 * The contact options in short: the contact page, which has them all, and the channels whose address is shown.
 *
 * @param page the address of the contact page
 */
export function contactOptionsOf(contact: Contact, page: string): ContactOption[] {
  if (!hasContact(contact)) return [];
  const short = contactChannels(contact).filter(({ shown }) => shown !== undefined);
  return [{ kind: 'page', href: page }, ...short];
}
