import type { TextLookup } from '#kb/content/interface-texts.ts';
import { type Carried, carry, type Way } from '../carried.ts';
import { element } from './element.ts';

/**
 * A link to a contact option that takes along what the reader did so far.
 *
 * @param page the address of the page the reader is on
 */
export function contactLink(way: Way, carried: Carried, page: string, text: TextLookup): HTMLAnchorElement {
  const link = element('a', { href: carry(way, carried, page) }, text(`contact.${way.kind}`));
  if (way.shown !== undefined) link.append(' ', element('bdi', { dir: 'ltr' }, way.shown));
  return link;
}
