import { element } from '../element.ts';

/** A part of the panel that a button opens. */
export interface Drawer {
  body: HTMLElement;
  toggle: HTMLButtonElement;
  isOpen(): boolean;
  open(isOpen: boolean): void;
}

/**
 * Pages reload when a file is saved, and what was open stays open.
 *
 * @param opened is called when it opens
 */
export function makeDrawer(name: string, opened: () => void = () => {}): Drawer {
  const key = `ohje-preview-${name}`;
  const body = element('div', { class: `drawer ${name}`, id: name, tabindex: '-1' });
  const toggle = element('button', { type: 'button', 'aria-controls': name });
  const open = (isOpen: boolean) => {
    body.hidden = !isOpen;
    toggle.setAttribute('aria-expanded', String(isOpen));
    sessionStorage.setItem(key, isOpen ? 'yes' : '');
    if (isOpen) opened();
  };
  const isOpen = () => !body.hidden;
  body.hidden = sessionStorage.getItem(key) !== 'yes';
  toggle.setAttribute('aria-expanded', String(isOpen()));
  toggle.addEventListener('click', () => open(!isOpen()));
  return { body, toggle, isOpen, open };
}
