import { element } from '../element.ts';
import { backCloses } from './back-closes.ts';
import type { LoadedWidgetSetup } from './load-widget-setup.ts';

/** Where the widget is on the page of the product. */
export interface WidgetPlace {
  root: HTMLElement;
  shadow: ShadowRoot;
  launcher: HTMLElement;
}

/** The frame of the panel: its title bar, and the body that is scrolled. */
export interface HelpDialog {
  element: HTMLDialogElement;
  title: HTMLElement;
  back: HTMLElement;
  body: HTMLElement;
  /** A live region. */
  status: HTMLElement;
  /** @param opener gets the focus back when the panel closes */
  open(opener: Element | null): void;
  close(): void;
}

/** On a phone the panel fills the screen, and the page behind it is inert. */
export const narrow = matchMedia('(width < 40rem)');

/** @param closed called when the panel has closed */
export function makeHelpDialog(
  { root, shadow, launcher }: WidgetPlace,
  { text, name, mark, base }: Pick<LoadedWidgetSetup, 'text' | 'name' | 'mark' | 'base'>,
  closed: () => void,
): HelpDialog {
  // The product may have its own button instead.
  const hasLauncher = !launcher.hidden;
  const back = element('button', { type: 'button', class: 'plain back', hidden: '' }, text('widget.back'));
  const title = element('h2', { id: 'ohje-title', tabindex: '-1' }, name);
  const picture =
    mark && element('img', { class: 'mark', src: new URL(mark, base).href, alt: '', width: '24', height: '24' });
  const close = element('button', { type: 'button', class: 'plain' }, text('search.close'));
  const body = element('div', { class: 'body' });
  const status = element('p', { role: 'status', class: 'waiting' });
  const dialog = element(
    'dialog',
    { class: 'panel', 'aria-labelledby': title.id, 'data-part': 'widget' },
    element('div', { class: 'bar' }, back, ...(picture ? [picture] : []), title, close),
    status,
    body,
  );
  root.append(dialog);
  const leave = backCloses(() => dialog.close());
  let opener: Element | null = null;
  const show = () => (narrow.matches ? dialog.showModal() : dialog.show());

  close.addEventListener('click', () => dialog.close());
  // Only a modal dialog closes by itself.
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener('close', () => {
    // It may be open again, in its other mode.
    if (dialog.open) return;
    leave.done();
    closed();
    launcher.hidden = !hasLauncher;
    const { activeElement, body } = document;
    const isFocusLost = activeElement === null || activeElement === body || activeElement === shadow.host;
    const next = opener?.isConnected && opener !== body ? opener : launcher;
    if (isFocusLost && next instanceof HTMLElement) next.focus();
  });
  narrow.addEventListener('change', () => {
    if (!dialog.open) return;
    const { activeElement } = shadow;
    dialog.close();
    show();
    if (activeElement instanceof HTMLElement) activeElement.focus();
  });
  return {
    element: dialog,
    title,
    back,
    body,
    status,
    open(from) {
      opener = from;
      show();
      if (narrow.matches) leave.ready();
      launcher.hidden = true;
    },
    close: () => dialog.close(),
  };
}
