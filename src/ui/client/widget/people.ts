import { contactWays } from '../../contact-ways.ts';
import { element } from '../element.ts';
import type { Setup } from './load-setup.ts';
import { outward } from './outward.ts';

/** The ways to a person, with the question in hand. */
export interface People {
  element: HTMLElement;
  follow(question: string): void;
}

export function makePeople({ contact, contactPage, href, words }: Setup): People {
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
    const ways = contactWays(contact, { question, page }).map(({ kind, href, shown }) => {
      const link = element('a', { href }, words(`contact.${kind}`));
      if (shown !== undefined) link.append(' ', element('bdi', { dir: 'ltr' }, shown));
      return kind === 'form' ? outward(link, words) : link;
    });
    const asked = new URLSearchParams({ from: page, ...(question === '' ? {} : { q: question }) });
    const more = element('a', { href: `${href('contact')}?${asked}` }, words('search.ask'));
    list.replaceChildren(
      ...[...ways, ...(contactPage ? [outward(more, words)] : [])].map((one) => element('li', {}, one)),
    );
    section.hidden = list.children.length === 0;
  };
  follow('');
  return { element: section, follow };
}
