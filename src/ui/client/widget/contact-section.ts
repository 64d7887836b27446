import { contactLink } from '../contact-link.ts';
import { element } from '../element.ts';
import type { LoadedWidgetSetup } from './load-widget-setup.ts';
import { openInNewTab } from './new-tab.ts';

/** The contact options at the end of the panel. */
export interface ContactSection {
  element: HTMLElement;
  /** Adds a question to the contact options, or removes it if it's empty. */
  follow(question: string): void;
}

export function makeContactSection({ contactOptions, root, text }: LoadedWidgetSetup): ContactSection {
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
    const links = contactOptions.map((option) => {
      const link = contactLink(option, { question }, page, text);
      link.href = new URL(link.getAttribute('href') ?? '', root).href;
      return option.kind === 'page' ? openInNewTab(link, text) : link;
    });
    list.replaceChildren(...links.map((one) => element('li', {}, one)));
    section.hidden = links.length === 0;
  };
  follow('');
  return { element: section, follow };
}
