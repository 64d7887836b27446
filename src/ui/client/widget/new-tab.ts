import type { TextLookup } from '#kb/content/interface-texts.ts';
import { element } from '../element.ts';

/** Opens a link in a new tab, so nothing the customer has started is lost, and says so. */
export function openInNewTab(link: HTMLAnchorElement, text: TextLookup): HTMLAnchorElement {
  link.target = '_blank';
  link.rel = 'noopener';
  link.append(element('span', { class: 'visually-hidden' }, ` (${text('widget.newTab')})`));
  return link;
}
