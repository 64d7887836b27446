import { carry } from '../../carried.ts';
import { element } from '../element.ts';
import type { Setup } from './load-setup.ts';
import { outward } from './outward.ts';

/** The ways to a person, with the question in hand. */
export interface People {
  element: HTMLElement;
  follow(question: string): void;
}

export function makePeople({ ways, root, words }: Setup): People {
  const list = element('ul', {});
  const section = element(
    'section',
    { class: 'people', 'aria-labelledby': 'ohje-people' },
    element('h3', { id: 'ohje-people', class: 'label' }, words('contact.title')),
    list,
  );
  const follow = (question: string) => {
    // What stands behind "?" may be a secret of the product, and is no part of where somebody is.
    const page = location.origin + location.pathname;
    const links = ways.map((way) => {
      const href = new URL(carry(way, { question }, page), root).href;
      const link = element('a', { href }, words(`contact.${way.kind}`));
      if (way.shown !== undefined) link.append(' ', element('bdi', { dir: 'ltr' }, way.shown));
      return way.kind === 'page' ? outward(link, words) : link;
    });
    list.replaceChildren(...links.map((one) => element('li', {}, one)));
    section.hidden = links.length === 0;
  };
  follow('');
  return { element: section, follow };
}
