import type { TextLookup } from '#kb/content/interface-texts.ts';
import { element } from '../element.ts';

/** Lets a link open beside the product, where nothing that was begun is lost, and says so. */
export function openInNewTab(link: HTMLAnchorElement, text: TextLookup): HTMLAnchorElement {
  link.target = '_blank';
  link.rel = 'noopener';
  link.append(element('span', { class: 'visually-hidden' }, ` (${text('widget.newTab')})`));
  return link;
}
