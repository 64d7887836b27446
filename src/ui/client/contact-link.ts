import type { TextLookup } from '#kb/content/interface-texts.ts';
import { type ContactOption, contactAddress, type ReaderContext } from '../contact-option.ts';
import { element } from './element.ts';

/**
 * A link to a contact option that includes what the reader read and searched for.
 *
 * @param page the address of the page the reader is on
 */
export function contactLink(
  option: ContactOption,
  carried: ReaderContext,
  page: string,
  text: TextLookup,
): HTMLAnchorElement {
  const link = element('a', { href: contactAddress(option, carried, page) }, text(`contact.${option.kind}`));
  if (option.shown !== undefined) link.append(' ', element('bdi', { dir: 'ltr' }, option.shown));
  return link;
}
