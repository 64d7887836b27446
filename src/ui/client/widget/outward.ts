import type { Words } from '#markdown/syntax/component.ts';
import { element } from '../element.ts';

/** Lets a link open beside the product, where nothing that was begun is lost, and says so. */
export function outward(link: HTMLAnchorElement, words: Words): HTMLAnchorElement {
  link.target = '_blank';
  link.rel = 'noopener';
  link.append(element('span', { class: 'visually-hidden' }, ` (${words('widget.newTab')})`));
  return link;
}
