import { contactLink } from '../contact-link.ts';
import { element } from '../element.ts';
import type { Setup } from './load-setup.ts';
import { outward } from './outward.ts';

/** The contact options at the end of the panel. */
export interface People {
  element: HTMLElement;
  /** Lets the contact options take along a question, or nothing if it's empty. */
  follow(question: string): void;
}

export function makePeople({ ways, root, text }: Setup): People {
  const list = element('ul', {});
  const section = element(
    'section',
    { class: 'people', 'aria-labelledby': 'ohje-people' },
    element('h3', { id: 'ohje-people', class: 'label' }, text('contact.title')),
    list,
  );
  const follow = (question: string) => {
    // What follows "?" in an address of the product may be a secret.
    const page = location.origin + location.pathname;
    const links = ways.map((way) => {
      const link = contactLink(way, { question }, page, text);
      link.href = new URL(link.getAttribute('href') ?? '', root).href;
      return way.kind === 'page' ? outward(link, text) : link;
    });
    list.replaceChildren(...links.map((one) => element('li', {}, one)));
    section.hidden = links.length === 0;
  };
  follow('');
  return { element: section, follow };
}
