import { element } from '../element.ts';

const narrow = matchMedia('(width < 40rem)');
// The history entry that Back removes to close the search.
const entry = { ohje: 'search' };

/** The search box over the whole of a small screen. */
export interface FullScreen {
  isOpen(): boolean;
  open(): void;
  close(): void;
  /** Follows a link by replacing the entry that Back would have closed; `false` if there is none. */
  leave(href: string): boolean;
}

/**
 * @param after the element that its button to close follows
 * @param closed the reader closed it, with the button or with Back
 */
export function fullScreen(box: HTMLElement, after: HTMLElement, label: string, closed: () => void): FullScreen {
  const button = element('button', { type: 'button', class: 'search-close' }, label);
  after.after(button);
  let behind: HTMLElement[] | undefined;
  const shut = () => {
    for (const one of behind ?? []) one.inert = false;
    behind = undefined;
    box.classList.remove('search-full');
    document.documentElement.classList.remove('search-over-page');
    box.querySelector('input')?.blur();
  };
  const close = () => {
    if (!behind) return;
    shut();
    history.back();
  };
  button.addEventListener('click', () => {
    close();
    closed();
  });
  addEventListener('popstate', () => {
    if (!behind) return;
    shut();
    closed();
  });
  return {
    isOpen: () => behind !== undefined,
    open() {
      if (behind || !narrow.matches) return;
      behind = around(box);
      for (const one of behind) one.inert = true;
      box.classList.add('search-full');
      document.documentElement.classList.add('search-over-page');
      history.pushState(entry, '');
    },
    close,
    leave(href) {
      if (!behind) return false;
      shut();
      location.replace(href);
      return true;
    },
  };
}

/** Everything on the page except the box and its ancestors. */
function around(box: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let node = box; node.parentElement && node !== document.body; node = node.parentElement)
    for (const sibling of node.parentElement.children)
      if (sibling !== node && sibling instanceof HTMLElement && !sibling.inert) found.push(sibling);
  return found;
}
